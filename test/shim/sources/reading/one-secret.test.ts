import { readingCases } from '../reading.ts'

readingCases(['apisix.apache.org/v2', 'ApisixTls'], {
  'with hosts and a Secret': {
    spec: '{hosts: [a.com, b.com], secret: {name: web-tls, namespace: prod}}',
    reads: [
      '1 × secret in spec.secret',
      'names a.com, b.com',
      'names the Secret prod/web-tls (spec.secret.name)',
      'wants the Secret prod/web-tls (spec.secret.name) for a.com (spec.hosts[0]), b.com (spec.hosts[1])',
    ],
  },
  'without hosts': {
    spec: '{secret: {name: web-tls, namespace: prod}}',
    reads: [
      '1 × secret in spec.secret',
      'names the Secret prod/web-tls (spec.secret.name)',
      'warning tls-hosts-missing spec.hosts',
    ],
  },
  'with hosts of a wrong type': {
    spec: '{hosts: [1], secret: {name: web-tls, namespace: prod}}',
    reads: [
      '1 × secret in spec.secret',
      'names the Secret prod/web-tls (spec.secret.name)',
      'error malformed-resource spec.hosts[0]: 1',
    ],
  },
  'with empty names': {
    spec: '{hosts: [a.com], secret: {name: "", namespace: ""}}',
    reads: [
      '1 × secret in spec.secret',
      'names a.com',
      'error malformed-resource spec.secret.name: ""',
      'error malformed-resource spec.secret.namespace: ""',
    ],
  },
  'with names of a wrong type': {
    spec: '{hosts: [a.com], secret: {name: 1, namespace: 2}}',
    reads: [
      '1 × secret in spec.secret',
      'names a.com',
      'error malformed-resource spec.secret.name: 1',
      'error malformed-resource spec.secret.namespace: 2',
    ],
  },
  'without a Secret': {
    spec: '{hosts: [a.com]}',
    reads: ['1 × secret in spec.secret', 'names a.com', 'error malformed-resource spec.secret'],
  },
  'with a template for a Secret': {
    spec: '{hosts: [a.com], secret: {{ .Values.secret }}}',
    reads: ['1 × secret in spec.secret', 'names a.com', 'error template-not-rendered spec.secret'],
  },
  'with a spec that is a text': {
    spec: 'web',
    reads: ['1 × secret in spec.secret', 'error malformed-resource spec: "web"'],
  },
  'without anything': {
    spec: '',
    reads: ['1 × secret in spec.secret', 'error malformed-resource spec'],
  },
})

readingCases(['k8s.nginx.org/v1', 'VirtualServer'], {
  'with a host and a Secret': {
    spec: '{host: a.com, tls: {secret: web-tls, cert-manager: {issuer: ca}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secret)',
      'wants the Secret prod/web-tls (spec.tls.secret) for a.com (spec.host)',
      'routes a.com (spec.host)',
    ],
  },
  'without a host': {
    spec: '{tls: {secret: web-tls, cert-manager: {issuer: ca}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names the Secret prod/web-tls (spec.tls.secret)',
      'error tls-hosts-missing spec.host',
    ],
  },
  'without a Secret': {
    spec: '{host: a.com, tls: {cert-manager: {issuer: ca}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names a.com',
      'routes a.com (spec.host)',
      'error tls-secret-name-missing spec.tls.secret',
    ],
  },
  'with numbers': {
    spec: '{host: 1, tls: {secret: 2, cert-manager: {issuer: 3, duration: 4, issue-temp-cert: 5}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'error malformed-resource spec.tls.cert-manager.issue-temp-cert: 5',
      'error malformed-resource spec.tls.cert-manager.issuer: 3',
      'error malformed-resource spec.tls.cert-manager.duration: 4',
      'error malformed-resource spec.tls.secret: 2',
      'error malformed-resource spec.host: 1',
    ],
  },
  'with settings that are a text': {
    spec: '{host: a.com, tls: {secret: web-tls, cert-manager: ca}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secret)',
      'wants the Secret prod/web-tls (spec.tls.secret) for a.com (spec.host)',
      'routes a.com (spec.host)',
      'error malformed-resource spec.tls.cert-manager: "ca"',
      'error issuer-undetermined spec.tls.cert-manager',
    ],
  },
  'with empty settings': {
    spec: '{host: a.com, tls: {secret: web-tls, cert-manager: {issuer: ca, duration: "", common-name: ""}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secret)',
      'wants the Secret prod/web-tls (spec.tls.secret) for a.com (spec.host)',
      'routes a.com (spec.host)',
    ],
  },
  'with all settings': {
    spec: '{host: a.com, tls: {secret: web-tls, cert-manager: {issuer: ca, issuer-kind: Issuer, issuer-group: cert-manager.io, common-name: a.com, duration: 24h, renew-before: 1h, usages: server auth, issue-temp-cert: true}}}',
    reads: [
      '1 × TLS configuration in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.secret)',
      'wants the Secret prod/web-tls (spec.tls.secret) for a.com (spec.host)',
      'routes a.com (spec.host)',
    ],
  },
})
