import { readingCases } from '../reading.ts'

readingCases(['traefik.io/v1alpha1', 'IngressRoute'], {
  'with a rule and a Secret': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
    ],
  },
  'with domains': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {secretName: web-tls, domains: [{main: b.com, sans: [c.com]}, {sans: [d.com]}]}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names b.com, c.com, d.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for b.com (spec.tls.domains[0].main), c.com (spec.tls.domains[0].sans[0]), d.com (spec.tls.domains[1].sans[0])',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
    ],
  },
  'with a rule that names no host': {
    spec: '{routes: [{match: PathPrefix(`/`)}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.tls.domains',
    ],
  },
  'with a host that is excluded': {
    spec: '{routes: [{match: "Host(`a.com`) && !Host(`b.com`)"}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`) && !Host(`b.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`) && !Host(`b.com`))',
    ],
  },
  'without rules': {
    spec: '{tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'warning tls-hosts-missing spec.tls.domains',
    ],
  },
  'without TLS': {
    spec: '{routes: [{match: Host(`a.com`)}]}',
    reads: ['0 × TLS block in spec.tls', 'names a.com', 'routes a.com (spec.routes[0].match: Host(`a.com`))'],
  },
  'with TLS that has no Secret': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'warning tls-secret-name-missing spec.tls.secretName',
    ],
  },
  'where Traefik requests a certificate itself': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {certResolver: le}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'warning traefik-acme-instead spec.tls.certResolver: "le"',
    ],
  },
  'where both are asked for one': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {certResolver: le, secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'warning traefik-acme-instead spec.tls.certResolver: "le"',
    ],
  },
  'where TLS is passed through': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {passthrough: true, secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'info tls-passthrough spec.tls.passthrough: true',
    ],
  },
  'where TLS ends before it': {
    spec: '{routes: [{match: Host(`a.com`)}], parentRefs: [{name: edge}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'warning listener-skipped spec.parentRefs',
    ],
  },
  'where TLS ends before it, with TLS of its own': {
    spec: '{routes: [{match: Host(`a.com`)}], parentRefs: [{name: edge}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'warning listener-skipped spec.parentRefs',
    ],
  },
  'with no parents': {
    spec: '{routes: [{match: Host(`a.com`)}], parentRefs: [], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
    ],
  },
  'with numbers': {
    spec: '{routes: [{match: 1}], tls: {secretName: 2, certResolver: 3, passthrough: 4, domains: [{main: 5, sans: [6]}]}}',
    reads: [
      '1 × TLS block in spec.tls',
      'routes all other hosts',
      'error malformed-resource spec.routes[0].match: 1',
      'error malformed-resource spec.tls.secretName: 2',
      'error malformed-resource spec.tls.domains[0].main: 5',
      'error malformed-resource spec.tls.domains[0].sans[0]: 6',
      'error malformed-resource spec.tls.passthrough: 4',
    ],
  },
  'with texts instead of mappings': {
    spec: '{routes: [a], tls: {secretName: web-tls, domains: [a.com]}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes all other hosts',
      'error malformed-resource spec.routes[0]: "a"',
      'error malformed-resource spec.tls.domains[0]: "a.com"',
    ],
  },
  'with domains that are a text': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: {secretName: web-tls, domains: a.com}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'error malformed-resource spec.tls.domains: "a.com"',
    ],
  },
  'with TLS that is a text': {
    spec: '{routes: [{match: Host(`a.com`)}], tls: web-tls}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'routes a.com (spec.routes[0].match: Host(`a.com`))',
      'error malformed-resource spec.tls: "web-tls"',
    ],
  },
  'with routes that are a text': {
    spec: '{routes: a.com, tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'error malformed-resource spec.routes: "a.com"',
    ],
  },
  'with a rule that Traefik refuses': {
    spec: '{routes: [{match: "Host("}, {match: Host(`b.com`)}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names b.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for b.com (spec.routes[1].match: Host(`b.com`))',
      'routes b.com (spec.routes[1].match: Host(`b.com`))',
      'routes all other hosts',
      'error traefik-rule-invalid spec.routes[0].match: "Host("',
    ],
  },
  'with a placeholder in a rule': {
    spec: '{routes: [{match: "${RULE}"}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes all other hosts',
      'warning placeholder-unresolved spec.routes[0].match: "${RULE}"',
    ],
  },
  'with a rule in the old syntax': {
    spec: '{routes: [{match: "Host(`a.com`, `b.com`)", syntax: v2}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com, b.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[0].match: Host(`a.com`, `b.com`)), b.com (spec.routes[0].match: Host(`a.com`, `b.com`))',
      'routes a.com (spec.routes[0].match: Host(`a.com`, `b.com`))',
      'routes b.com (spec.routes[0].match: Host(`a.com`, `b.com`))',
    ],
  },
})

readingCases(['traefik.io/v1alpha1', 'IngressRouteTCP'], {
  'with a rule for all hosts': {
    spec: '{routes: [{match: HostSNI(`*`)}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'routes all other hosts',
      'warning tls-hosts-missing spec.tls.domains',
    ],
  },
  'with a rule for all hosts beside another': {
    spec: '{routes: [{match: HostSNI(`*`)}, {match: HostSNI(`a.com`)}], tls: {secretName: web-tls}}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secretName)',
      'wants the Secret prod/web-tls (spec.tls.secretName) for a.com (spec.routes[1].match: HostSNI(`a.com`))',
      'routes a.com (spec.routes[1].match: HostSNI(`a.com`))',
      'routes all other hosts',
    ],
  },
})

readingCases(['traefik.io/v1alpha1', 'TLSStore'], {
  'of another name': {
    spec: '{defaultCertificate: {secretName: web-tls}}',
    annotations: 'cert-manager.io/issuer: ca, cert-manager.io/common-name: a.com',
    reads: [
      '1 × defaultCertificate in spec.defaultCertificate, for all hosts',
      'names the Secret prod/web-tls (spec.defaultCertificate.secretName)',
      'warning listener-skipped metadata.name: "web" -> "default"',
    ],
  },
})
