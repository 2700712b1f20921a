import { readingCases } from '../reading.ts'

readingCases(['configuration.konghq.com/v1beta1', 'TCPIngress'], {
  'with rules': {
    spec: '{rules: [{host: a.com, port: 1}, {host: b.com, port: 2}], tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'routes a.com (spec.rules[0].host)',
      'routes b.com (spec.rules[1].host)',
    ],
  },
  'with a rule for all hosts': {
    spec: '{rules: [{host: a.com}, {port: 2}], tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'routes a.com (spec.rules[0].host)',
      'routes all other hosts',
    ],
  },
  'with rules that have a wrong type': {
    spec: '{rules: [{host: 1}, {host: [a.com]}], tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
    ],
  },
  'with rules that are a text': {
    spec: '{rules: a.com, tls: [{hosts: [a.com], secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
    ],
  },
  'with a Secret that two blocks name': {
    spec: '{tls: [{hosts: [a.com], secretName: web-tls}, {hosts: [b.com, a.com], secretName: web-tls}, {hosts: [c.com], secretName: c-tls}]}',
    reads: [
      '3 × TLS block in spec.tls',
      'names a.com, b.com, a.com, c.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'names the Secret prod/web-tls (spec.tls[1].secretName)',
      'names the Secret prod/c-tls (spec.tls[2].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0]), b.com (spec.tls[1].hosts[0]), a.com (spec.tls[1].hosts[1])',
      'wants the Secret prod/c-tls (spec.tls[2].secretName) for c.com (spec.tls[2].hosts[0])',
    ],
  },
  'with a block whose hosts are a text, beside another': {
    spec: '{tls: [{hosts: [a.com], secretName: web-tls}, {hosts: b.com, secretName: b-tls}]}',
    reads: [
      '2 × TLS block in spec.tls, for all hosts',
      'names a.com',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'names the Secret prod/b-tls (spec.tls[1].secretName)',
      'wants the Secret prod/web-tls (spec.tls[0].secretName) for a.com (spec.tls[0].hosts[0])',
      'error malformed-resource spec.tls[1].hosts: "b.com"',
    ],
  },
  'with a block without hosts': {
    spec: '{tls: [{secretName: web-tls}]}',
    reads: [
      '1 × TLS block in spec.tls',
      'names the Secret prod/web-tls (spec.tls[0].secretName)',
      'warning tls-hosts-missing spec.tls[0].hosts',
    ],
  },
  'without anything': {
    spec: '',
    reads: ['0 × TLS block in spec.tls'],
  },
})
