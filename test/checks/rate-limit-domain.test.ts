import { rateLimitDomain } from '../../src/checks/rate-limit-domain.ts'
import { certificate, many, production, type Site, sites, staging } from './rate-limits.ts'
import { issuer, ruleCases, stream } from './rule-cases.ts'

const site = (number: number): Site => ({ hosts: [`h${number}.example.com`] })
const below = (domain: string) => (number: number) => ({ hosts: [`h${number}.${domain}`] })
const found = (number: number, proposed = '') => [
  `Ingress/web-${number} metadata.annotations[cert-manager.io/cluster-issuer]: letsencrypt${proposed}`,
]
const rendered = certificate(0, ['old.example.org'])

ruleCases(rateLimitDomain, {
  hits: [
    ['51 new ones of one domain', stream(sites(many(51, site)), production), found(51)],
    [
      '51, beside an issuer of the staging server',
      stream(sites(many(51, site)), production, staging),
      found(51, ' -> letsencrypt-staging'),
    ],
    ['51 below a suffix of two parts', stream(sites(many(51, below('shop.co.uk'))), production), found(51)],
    [
      '51 with a wildcard each',
      stream(sites(many(51, (number) => ({ hosts: [`*.h${number}.example.com`] }))), production),
      found(51),
    ],
    [
      '51 with a name in a second domain, which is counted for both',
      stream(
        sites(many(51, (number) => ({ hosts: [`h${number}.example.com`, `h${number}.example.org`] }))),
        production,
      ),
      [...found(51), ...found(51)],
    ],
    [
      '51 of which half are below a subdomain',
      stream(
        sites(
          many(51, (number) => ({ hosts: [`h${number}.${number % 2 ? 'example' : 'sub.example'}.com`] })),
        ),
        production,
      ),
      found(51),
    ],
    [
      '50 new ones and one that changes its names',
      stream(sites(many(51, site)), production, certificate(7, ['other.example.com'])),
      found(51),
    ],
    [
      '51, in a set that has Certificates already',
      stream(sites(many(51, site)), production, rendered),
      found(51),
      { prune: false },
    ],
    [
      '51 that another issuer has issued so far',
      stream(sites(many(51, site)), production, certificate(60, ['h1.example.com'], { issuer: 'ca' })),
      found(51),
    ],
  ],
  misses: [
    ['50 new ones of one domain', stream(sites(many(50, site)), production)],
    [
      '51 of which one is there with the same names in another order',
      stream(
        sites([...many(50, site), { hosts: ['a.example.com', 'b.example.com'] }]),
        production,
        certificate(51, ['b.example.com', 'a.example.com']),
      ),
    ],
    ['51 of which two have the same names', stream(sites([...many(50, site), site(1)]), production)],
    [
      '51 of which one has the names of a Certificate that somebody else made',
      stream(
        sites(many(51, site)),
        production,
        certificate(60, ['h1.example.com'], { name: 'own', ours: 'false' }),
      ),
    ],
    [
      '51 of which one has the names of a Certificate that goes',
      stream(sites(many(51, site)), production, certificate(60, ['h1.example.com'], { name: 'old' })),
    ],
    ['51 in two domains', stream(sites([...many(26, site), ...many(25, below('example.org'))]), production)],
    [
      '60 domains of customers below one of the private part of the list',
      stream(sites(many(60, below('github.io'))), production),
    ],
    ['60 domains below a suffix of two parts', stream(sites(many(60, below('co.uk'))), production)],
    [
      '51 at the staging server',
      stream(
        sites(many(51, site)),
        issuer({ server: 'https://acme-staging-v02.api.letsencrypt.org/directory' }),
      ),
    ],
    [
      '51 at another CA',
      stream(sites(many(51, site)), issuer({ server: 'https://acme.zerossl.com/v2/DV90' })),
    ],
    ['51 with an issuer that is not in the set', sites(many(51, site))],
    [
      '51 of which one is filled in later',
      stream(sites([...many(50, site), { hosts: ['${HOST}.example.com'] }]), production),
    ],
    [
      '51 where the source that goes over the limit ignores the rule',
      stream(sites([...many(50, site), { ...site(51), ignore: 'rate-limit-domain' }]), production),
    ],
    [
      'one Certificate with 60 names',
      stream(sites([{ hosts: many(60, site).flatMap(({ hosts }) => hosts) }]), production),
    ],
  ],
  reads: [
    stream(sites(many(51, site)), production),
    "If none of these is issued yet, this render orders 51 certificates for example.com and names below it, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, issues 50 in 7 days for a registered domain, then one more every 202 minutes. The others stay pending meanwhile: use a wildcard, apply them in parts, or take an issuer of the staging server for what is only a preview.",
  ],
})
