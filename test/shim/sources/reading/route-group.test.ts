import { readingCases } from '../reading.ts'

readingCases(['zalando.org/v1', 'RouteGroup'], {
  'with a TLS block': {
    spec: '{hosts: [a.com], tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'routes a.com (spec.hosts[0])',
    ],
  },
  'with hosts that are not routed': {
    spec: '{hosts: [a.com], tls: [{hosts: [a.com, b.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'does not route b.com (spec.tls[0].hosts[1])',
      'routes a.com (spec.hosts[0])',
    ],
  },
  'with no host that is routed': {
    spec: '{hosts: [a.com], tls: [{hosts: [b.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'does not route b.com (spec.tls[0].hosts[0])',
      'routes a.com (spec.hosts[0])',
      'warning tls-hosts-missing spec.tls[0].hosts',
    ],
  },
  'with a Secret that two blocks name': {
    spec: '{hosts: [a.com, b.com], tls: [{hosts: [a.com], secretName: web-tls}, {hosts: [b.com], secretName: web-tls}]}',
    reads: [
      '2 × TLS block in spec.tls',
      'names a.com, b.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'names the Secret prod/web-tls (spec.tls[1].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0]), b.com (spec.tls[1].hosts[0])',
      'routes a.com (spec.hosts[0])',
      'routes b.com (spec.hosts[1])',
    ],
  },
  'without hosts': {
    spec: '{tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'does not route a.com (spec.tls[0].hosts[0])',
      'routes all other hosts',
      'warning tls-hosts-missing spec.tls[0].hosts',
    ],
  },
  'with a host that is a number, so that nobody knows what is routed': {
    spec: '{hosts: [a.com, 1], tls: [{hosts: [a.com, b.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com, b.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0]), b.com (spec.tls[0].hosts[1])',
      'routes a.com (spec.hosts[0])',
      'error malformed-resource spec.hosts[1]: 1',
    ],
  },
  'with a block whose hosts are a text, beside another': {
    spec: '{hosts: [a.com], tls: [{hosts: [a.com], secretName: a-tls}, {hosts: a.com, secretName: b-tls}]}',
    reads: [
      '2 × TLS block in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/a-tls (spec.tls[0].secretName)',
      'names the Secret prod/b-tls (spec.tls[1].secretName)',
      'wants the Secret prod/a-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'routes a.com (spec.hosts[0])',
      'error malformed-resource spec.tls[1].hosts: "a.com"',
    ],
  },
  'with hosts that are a text': {
    spec: '{hosts: a.com, tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'routes all other hosts',
      'error malformed-resource spec.hosts: "a.com"',
    ],
  },
  'without TLS': {
    spec: '{hosts: [a.com]}',
    reads: ['0 × TLS block in spec.tls', 'routes a.com (spec.hosts[0])'],
  },
})
