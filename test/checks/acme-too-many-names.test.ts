import { acmeTooManyNames } from '../../src/checks/acme-too-many-names.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const hosts = (count: number) => Array.from({ length: count }, (_, i) => `h${i}.example.com`)
const asking = (names: readonly string[], more = '') =>
  ingress({
    annotations: `cert-manager.io/cluster-issuer: letsencrypt${more}`,
    tls: `[{hosts: [${names.join(', ')}], secretName: web-tls}]`,
  })
const profile = (name: string) => issuer({ acme: `profile: ${name}` })
const found = ['Ingress/web spec.tls[0].secretName: web-tls']

ruleCases(acmeTooManyNames, {
  hits: [
    ['101 hosts', stream(asking(hosts(101)), issuer()), found],
    [
      '100 hosts and another name in alt-names',
      stream(asking(hosts(100), ', cert-manager.io/alt-names: example.org'), issuer()),
      found,
    ],
    ['100 hosts and an IP address', stream(asking([...hosts(100), '203.0.113.7']), issuer()), found],
    ['26 hosts in the profile tlsserver', stream(asking(hosts(26)), profile('tlsserver')), found],
    ['26 hosts in the profile shortlived', stream(asking(hosts(26)), profile('shortlived')), found],
  ],
  misses: [
    ['100 hosts', stream(asking(hosts(100)), issuer())],
    [
      '100 hosts, one of which alt-names has again',
      stream(asking(hosts(100), ', cert-manager.io/alt-names: H7.example.com'), issuer()),
    ],
    ['25 hosts in the profile tlsserver', stream(asking(hosts(25)), profile('tlsserver'))],
    ['26 hosts in the profile classic', stream(asking(hosts(26)), profile('classic'))],
    [
      '101 hosts at another server',
      stream(asking(hosts(101)), issuer({ server: 'https://ca.corp.io/acme' })),
    ],
  ],
  reads: [
    stream(asking(hosts(26)), profile('tlsserver')),
    "The certificate in web-tls would have 26 names, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, refuses an order with more than 25 in its profile tlsserver. Spread the hosts over several Secrets, or use a wildcard.",
  ],
  alsoReads: [
    [
      stream(asking(hosts(101)), issuer()),
      "The certificate in web-tls would have 101 names, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, refuses an order with more than 100. Spread the hosts over several Secrets, or use a wildcard.",
    ],
  ],
})
