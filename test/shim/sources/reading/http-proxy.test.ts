import { readingCases } from '../reading.ts'

readingCases(['projectcontour.io/v1', 'HTTPProxy'], {
  'with a host and a Secret': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.virtualhost.tls.secretName: web-tls)',
      'wants the Secret prod/web-tls (spec.virtualhost.tls.secretName: web-tls) for a.com (spec.virtualhost.fqdn)',
      'routes a.com (spec.virtualhost.fqdn)',
    ],
  },
  'with a Secret of another namespace': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: certs/wild}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret certs/wild (spec.virtualhost.tls.secretName: certs/wild)',
      'routes a.com (spec.virtualhost.fqdn)',
      'error delegation-missing spec.virtualhost.tls.secretName: "certs/wild"',
      'info secret-elsewhere spec.virtualhost.tls.secretName: "certs/wild"',
    ],
  },
  'with a namespace and no name': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: certs/}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'routes a.com (spec.virtualhost.fqdn)',
      'warning tls-secret-name-missing spec.virtualhost.tls.secretName',
    ],
  },
  'with a name behind a slash': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: /wild}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret prod//wild (spec.virtualhost.tls.secretName: /wild)',
      'wants the Secret prod//wild (spec.virtualhost.tls.secretName: /wild) for a.com (spec.virtualhost.fqdn)',
      'routes a.com (spec.virtualhost.fqdn)',
    ],
  },
  'with a name of one letter in a namespace of one': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: a/b}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret a/b (spec.virtualhost.tls.secretName: a/b)',
      'routes a.com (spec.virtualhost.fqdn)',
      'error delegation-missing spec.virtualhost.tls.secretName: "a/b"',
      'info secret-elsewhere spec.virtualhost.tls.secretName: "a/b"',
    ],
  },
  'with a placeholder that has a slash': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: "${A:=x/y}/wild"}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret ${A:=x/y}/wild (spec.virtualhost.tls.secretName: ${A:=x/y}/wild)',
      'routes a.com (spec.virtualhost.fqdn)',
      'info secret-elsewhere spec.virtualhost.tls.secretName: "${A:=x/y}/wild"',
    ],
  },
  'where it passes TLS through': {
    spec: '{virtualhost: {fqdn: a.com, tls: {passthrough: true}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'routes a.com (spec.virtualhost.fqdn)',
      'info tls-passthrough spec.virtualhost.tls.passthrough: true',
    ],
  },
  'where it passes TLS through and names a Secret of another namespace': {
    spec: '{virtualhost: {fqdn: a.com, tls: {passthrough: true, secretName: certs/wild}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret certs/wild (spec.virtualhost.tls.secretName: certs/wild)',
      'routes a.com (spec.virtualhost.fqdn)',
      'error malformed-resource spec.virtualhost.tls.passthrough: true',
    ],
  },
  'without a Secret': {
    spec: '{virtualhost: {fqdn: a.com, tls: {}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'routes a.com (spec.virtualhost.fqdn)',
      'warning tls-secret-name-missing spec.virtualhost.tls.secretName',
    ],
  },
  'without TLS': {
    spec: '{virtualhost: {fqdn: a.com}}',
    reads: ['0 × TLS configuration in spec.virtualhost.tls', 'routes a.com (spec.virtualhost.fqdn)'],
  },
  'without a virtualhost': {
    spec: '{}',
    reads: ['0 × TLS configuration in spec.virtualhost'],
  },
  'without anything': {
    spec: '',
    reads: ['0 × TLS configuration in spec.virtualhost'],
  },
  'with a virtualhost that is a text': {
    spec: '{virtualhost: a.com}',
    reads: [
      '0 × TLS configuration in spec.virtualhost.tls',
      'error malformed-resource spec.virtualhost: "a.com"',
    ],
  },
  'with TLS that is a text': {
    spec: '{virtualhost: {fqdn: a.com, tls: web-tls}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'routes a.com (spec.virtualhost.fqdn)',
      'error malformed-resource spec.virtualhost.tls: "web-tls"',
    ],
  },
  'with numbers': {
    spec: '{virtualhost: {fqdn: 1, tls: {secretName: 2, passthrough: 3}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'error malformed-resource spec.virtualhost.fqdn: 1',
      'error malformed-resource spec.virtualhost.tls.secretName: 2',
      'error malformed-resource spec.virtualhost.tls.passthrough: 3',
    ],
  },
  'with an empty host': {
    spec: '{virtualhost: {fqdn: "", tls: {secretName: web-tls}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names the Secret prod/web-tls (spec.virtualhost.tls.secretName: web-tls)',
      'error malformed-resource spec.virtualhost.fqdn: ""',
    ],
  },
  'with nulls': {
    spec: '{virtualhost: {fqdn: a.com, tls: {secretName: web-tls, passthrough: null}}}',
    reads: [
      '1 × TLS configuration in spec.virtualhost.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.virtualhost.tls.secretName: web-tls)',
      'wants the Secret prod/web-tls (spec.virtualhost.tls.secretName: web-tls) for a.com (spec.virtualhost.fqdn)',
      'routes a.com (spec.virtualhost.fqdn)',
    ],
  },
})
