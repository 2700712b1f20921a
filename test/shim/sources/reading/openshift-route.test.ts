import { readingCases } from '../reading.ts'

readingCases(['route.openshift.io/v1', 'Route'], {
  'with a host and a Secret': {
    spec: '{host: a.com, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a.com (spec.host)',
    ],
  },
  'with TLS to the pods': {
    spec: '{host: a.com, tls: {termination: reencrypt, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a.com (spec.host)',
    ],
  },
  'with a wildcard beside its host': {
    spec: '{host: www.a.com, wildcardPolicy: Subdomain, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names www.a.com, *.a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for www.a.com (spec.host), *.a.com (spec.wildcardPolicy)',
    ],
  },
  'with a wildcard beside a host of one word': {
    spec: '{host: a, wildcardPolicy: Subdomain, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a, *',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a (spec.host), * (spec.wildcardPolicy)',
    ],
  },
  'with a subdomain': {
    spec: '{subdomain: shop, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    options: { appsDomain: 'apps.a.com' },
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names shop.apps.a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for shop.apps.a.com (spec.subdomain)',
    ],
  },
  'with a subdomain of a domain that nobody knows': {
    spec: '{subdomain: shop, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error route-host-unknown spec.host',
    ],
  },
  'with the host that a router makes up': {
    spec: '{tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    options: { appsDomain: 'apps.a.com' },
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names web-prod.apps.a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for web-prod.apps.a.com (spec.host)',
    ],
  },
  'without a namespace, of which a router would make up a host': {
    spec: '{tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    namespace: '',
    options: { appsDomain: 'apps.a.com' },
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret /web-tls (spec.tls.externalCertificate.name)',
      'error route-host-unknown spec.host',
    ],
  },
  'without a host': {
    spec: '{tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error route-host-unknown spec.host',
    ],
  },
  'with a host that is a number': {
    spec: '{host: 1, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error route-host-unknown spec.host',
    ],
  },
  'with the Secret of cert-utils-operator': {
    spec: '{host: a.com, tls: {termination: edge}}',
    annotations: 'cert-manager.io/issuer: ca, cert-utils-operator.redhat-cop.io/certs-from-secret: web-tls',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (metadata.annotations[cert-utils-operator.redhat-cop.io/certs-from-secret])',
      'wants the Secret prod/web-tls (metadata.annotations[cert-utils-operator.redhat-cop.io/certs-from-secret]) for a.com (spec.host)',
    ],
  },
  'with the Secret of cert-utils-operator, and what it has copied': {
    spec: '{host: a.com, tls: {termination: edge, certificate: PEM, key: PEM}}',
    annotations: 'cert-manager.io/issuer: ca, cert-utils-operator.redhat-cop.io/certs-from-secret: web-tls',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (metadata.annotations[cert-utils-operator.redhat-cop.io/certs-from-secret])',
      'wants the Secret prod/web-tls (metadata.annotations[cert-utils-operator.redhat-cop.io/certs-from-secret]) for a.com (spec.host)',
    ],
  },
  'with both Secrets': {
    spec: '{host: a.com, tls: {termination: edge, externalCertificate: {name: web-tls}}}',
    annotations: 'cert-manager.io/issuer: ca, cert-utils-operator.redhat-cop.io/certs-from-secret: other',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a.com (spec.host)',
    ],
  },
  'with a certificate of its own': {
    spec: '{host: a.com, tls: {termination: edge, certificate: PEM}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'warning route-certificate-inline spec.tls.certificate',
    ],
  },
  'with a key of its own': {
    spec: '{host: a.com, tls: {termination: edge, certificate: "", key: PEM}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'warning route-certificate-inline spec.tls.key',
    ],
  },
  'with a certificate of its own and a Secret': {
    spec: '{host: a.com, tls: {termination: edge, certificate: PEM, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error malformed-resource spec.tls.certificate',
    ],
  },
  'with an empty certificate and a Secret': {
    spec: '{host: a.com, tls: {termination: edge, certificate: "", key: null, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a.com (spec.host)',
    ],
  },
  'where TLS is passed through': {
    spec: '{host: a.com, tls: {termination: passthrough}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'info tls-passthrough spec.tls.termination: "passthrough"',
    ],
  },
  'where TLS is passed through, with a Secret': {
    spec: '{host: a.com, tls: {termination: passthrough, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error malformed-resource spec.tls.externalCertificate.name: "web-tls"',
    ],
  },
  'without a Secret': {
    spec: '{host: a.com, tls: {termination: edge}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'error route-certificate-unreferenced spec.tls.externalCertificate.name -> "web-tls"',
    ],
  },
  'without a termination': {
    spec: '{host: a.com, tls: {externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error malformed-resource spec.tls.termination -> "edge"',
    ],
  },
  'with another termination': {
    spec: '{host: a.com, tls: {termination: Edge, externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'error malformed-resource spec.tls.termination: "Edge"',
    ],
  },
  'with a placeholder for the termination': {
    spec: '{host: a.com, tls: {termination: "${TERMINATION}", externalCertificate: {name: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls.externalCertificate.name)',
      'wants the Secret prod/web-tls (spec.tls.externalCertificate.name) for a.com (spec.host)',
    ],
  },
  'with numbers': {
    spec: '{host: a.com, tls: {termination: 1, externalCertificate: {name: 2}}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'error malformed-resource spec.tls.termination: 1',
      'error malformed-resource spec.tls.externalCertificate.name: 2',
    ],
  },
  'with texts instead of mappings': {
    spec: '{host: a.com, tls: {termination: edge, externalCertificate: web-tls}}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'error malformed-resource spec.tls.externalCertificate: "web-tls"',
    ],
  },
  'with TLS that is a text': {
    spec: '{host: a.com, tls: edge}',
    reads: ['1 × TLS configuration in spec.tls, for all hosts', 'error malformed-resource spec.tls: "edge"'],
  },
  'without TLS': {
    spec: '{host: a.com}',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'error route-certificate-unreferenced spec.tls.externalCertificate.name -> "web-tls"',
    ],
  },
  'without anything': {
    spec: '',
    reads: [
      '1 × TLS configuration in spec.tls, for all hosts',
      'error route-certificate-unreferenced spec.tls.externalCertificate.name -> "web-tls"',
    ],
  },
})
