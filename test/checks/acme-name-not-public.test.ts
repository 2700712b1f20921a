import { acmeNameNotPublic } from '../../src/checks/acme-name-not-public.ts'
import { ingress, issuer, ruleCases, stream } from './rule-cases.ts'

const asking = (...hosts: readonly string[]) =>
  ingress({ tls: `[{hosts: [${hosts.map((host) => `"${host}"`).join(', ')}], secretName: web-tls}]` })
const found = (...hosts: readonly string[]) =>
  hosts.map((host, index) => `Ingress/web spec.tls[0].hosts[${index}]: ${host}`)
const reserved = [
  'a.local',
  'a.localhost',
  'a.test',
  'a.example',
  'a.invalid',
  'a.onion',
  'a.b.internal',
  'a.home.arpa',
  'home.arpa',
]

ruleCases(acmeNameNotPublic, {
  hits: [
    ['names below each reserved domain', stream(asking(...reserved), issuer()), found(...reserved)],
    ['names of one label', stream(asking('intranet', 'localhost'), issuer()), found('intranet', 'localhost')],
    ['wildcards', stream(asking('*.corp.local', '*.local'), issuer()), found('*.corp.local', '*.local')],
    [
      'a name in alt-names',
      stream(
        ingress({
          annotations: 'cert-manager.io/cluster-issuer: letsencrypt, cert-manager.io/alt-names: web',
        }),
        issuer(),
      ),
      ['Ingress/web metadata.annotations[cert-manager.io/alt-names]: web'],
    ],
    [
      'a name at ZeroSSL',
      stream(asking('a.local'), issuer({ server: 'https://acme.zerossl.com/v2/DV90' })),
      found('a.local'),
    ],
    [
      'a name at Google Trust Services',
      stream(asking('a.local'), issuer({ server: 'https://dv.acme-v02.api.pki.goog/directory' })),
      found('a.local'),
    ],
  ],
  misses: [
    [
      'the domains of examples, which are public',
      stream(asking('example.com', 'a.example.net', 'a.example.org'), issuer()),
    ],
    ['a reserved domain behind a dot that is no wildcard of it', stream(asking('a.*.local'), issuer())],
    ['names that only look reserved', stream(asking('mylocal.com', 'local.example.com', 'a.arpa'), issuer())],
    [
      'an ACME server of one’s own',
      stream(asking('a.local'), issuer({ server: 'https://ca.corp.internal/acme/acme/directory' })),
    ],
    ['a CA of one’s own', stream(asking('a.local'), issuer({ spec: 'ca: {secretName: ca}' }))],
    ['what is not a host, of which another rule speaks', stream(asking('', 'https://a.local'), issuer())],
  ],
  reads: [
    stream(asking('a.local'), issuer()),
    'The ClusterIssuer letsencrypt is one of a public CA, which refuses an order for a.local: names below .local are not public. Use an issuer with a CA of your own, or a name below a domain that you have registered.',
  ],
  alsoReads: [
    [
      stream(asking('intranet'), issuer()),
      'The ClusterIssuer letsencrypt is one of a public CA, which refuses an order for intranet: it has one label, and a public name has two or more. Use an issuer with a CA of your own, or a name below a domain that you have registered.',
    ],
  ],
})
