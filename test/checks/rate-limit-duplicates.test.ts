import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { rateLimitDuplicates } from '../../src/checks/rate-limit-duplicates.ts'
import { ingressShim } from '../../src/ingress-shim.ts'
import { defaultOptions } from '../../src/shim/options.ts'
import { certificate, many, production, type Site, sites, staging } from './rate-limits.ts'
import { issuer, ruleCases, stream } from './rule-cases.ts'

const site = (number: number): Site => ({ hosts: ['shop.example.com'], namespace: `team-${number}` })
const found = (number: number, proposed = '') => [
  `Ingress/web-${number} metadata.annotations[cert-manager.io/cluster-issuer]: letsencrypt${proposed}`,
]
const ofIssuer = sites(many(6, () => ({ hosts: ['shop.example.com'] }))).replaceAll(
  'cluster-issuer',
  'issuer',
)
const inProd = (clusterIssuer: string) =>
  clusterIssuer
    .replace('kind: ClusterIssuer', 'kind: Issuer')
    .replace('metadata:', 'metadata:\n  namespace: prod')
const foundOfIssuer = (proposed: string) => [
  `Ingress/web-6 metadata.annotations[cert-manager.io/issuer]: letsencrypt${proposed}`,
]
const pair = (number: number, hosts: readonly string[]) => ({ ...site(number), hosts })

ruleCases(rateLimitDuplicates, {
  hits: [
    ['six of one host', stream(sites(many(6, site)), production), found(6)],
    [
      'six, beside an issuer of the staging server',
      stream(sites(many(6, site)), staging, production),
      found(6, ' -> letsencrypt-staging'),
    ],
    [
      'six of an Issuer, beside one of the staging server in its namespace',
      stream(ofIssuer, inProd(production), inProd(staging), staging),
      foundOfIssuer(' -> letsencrypt-staging'),
    ],
    [
      'six of an Issuer, beside issuers of the staging server that it can’t name instead',
      stream(
        ofIssuer,
        inProd(production),
        inProd(staging).replace('namespace: prod', 'namespace: dev'),
        staging,
      ),
      foundOfIssuer(''),
    ],
    [
      'six of an IP address',
      stream(
        sites(many(6, (number) => pair(number, ['203.0.113.7']))),
        issuer({ acme: 'profile: shortlived' }),
      ),
      found(6),
    ],
    [
      'six new ones beside Certificates of other issuers, which say nothing',
      stream(
        sites(many(6, site)),
        production,
        certificate(9, ['shop.example.com'], { namespace: 'team-9', issuer: 'other' }),
      ),
      found(6),
    ],
    [
      'six of two hosts, in another order or another case',
      stream(
        sites(
          many(6, (number) =>
            pair(
              number,
              number % 2 ? ['a.example.com', 'b.example.com'] : ['B.example.com', 'a.example.com'],
            ),
          ),
        ),
        production,
      ),
      found(6),
    ],
    [
      'six new ones beside one that is there: renewals count here too',
      stream(sites(many(7, site)), production, certificate(7, ['shop.example.com'], { namespace: 'team-7' })),
      found(6),
    ],
  ],
  misses: [
    ['five of one host', stream(sites(many(5, site)), production)],
    [
      'five new ones and one that is there',
      stream(sites(many(6, site)), production, certificate(6, ['shop.example.com'], { namespace: 'team-6' })),
    ],
    [
      'five new ones and one that changes its names',
      stream(sites(many(6, site)), production, certificate(6, ['old.example.com'], { namespace: 'team-6' })),
    ],
    [
      'six of which one has another name as well',
      stream(sites([...many(5, site), pair(6, ['shop.example.com', 'www.example.com'])]), production),
    ],
    [
      'six at the staging server',
      stream(
        sites(many(6, site)),
        issuer({ server: 'https://acme-staging-v02.api.letsencrypt.org/directory' }),
      ),
    ],
    ['six with an issuer that is not in the set', sites(many(6, site))],
    [
      'six that are filled in later',
      stream(sites(many(6, (number) => pair(number, ['${HOST}.example.com']))), production),
    ],
  ],
  reads: [
    stream(sites(many(6, (number) => pair(number, ['shop.example.com', 'www.example.com']))), production),
    "If none of these is issued yet, this render orders 6 certificates for shop.example.com and www.example.com, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, issues 5 in 7 days for one set of names, then one more every 34 hours. The others stay pending meanwhile: issue it once and copy the Secret, give them different names, or take an issuer of the staging server for what is only a preview.",
  ],
  alsoReads: [
    [
      stream(sites(many(6, site)), production),
      "If none of these is issued yet, this render orders 6 certificates for shop.example.com, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, issues 5 in 7 days for one set of names, then one more every 34 hours. The others stay pending meanwhile: issue it once and copy the Secret, give them different names, or take an issuer of the staging server for what is only a preview.",
    ],
    [
      stream(sites(many(6, (number) => pair(number, ['c.com', 'b.com', 'a.com']))), production),
      "If none of these is issued yet, this render orders 6 certificates for a.com and 2 more names, and Let's Encrypt, which the ClusterIssuer letsencrypt uses, issues 5 in 7 days for one set of names, then one more every 34 hours. The others stay pending meanwhile: issue it once and copy the Secret, give them different names, or take an issuer of the staging server for what is only a preview.",
    ],
  ],
})

/** The same source in each of several clusters, whose issuer is in a directory beside them. */
function fleet(clusters: number, rendered: readonly number[] = []) {
  const inCluster = (text: string, number: number) =>
    parseAllDocuments(text).map((document) => ({ object: document.toJS(), directory: `clusters/${number}` }))
  const all = Array.from({ length: clusters }, (_, index) => index + 1).flatMap((number) => [
    ...inCluster(sites([{ hosts: ['shop.example.com'] }]), number),
    ...(rendered.includes(number)
      ? inCluster(certificate(9, ['old.example.com'], { name: 'old' }), number)
      : []),
  ])
  const issuers = parseAllDocuments(production).map((document) => ({
    object: document.toJS(),
    directory: 'issuers',
  }))
  return [...all, ...issuers].map((manifest, position) => ({ ...manifest, position }))
}

test.each([
  [
    'six clusters',
    fleet(6),
    'If none of these is issued yet, this render orders 6 certificates for shop.example.com',
  ],
  [
    'six clusters that were all rendered before',
    fleet(6, [1, 2, 3, 4, 5, 6]),
    'This render orders 6 certificates for shop.example.com',
  ],
  [
    'six clusters of which one was never rendered',
    fleet(6, [1, 2, 3, 4, 5]),
    'If none of these is issued yet, this render',
  ],
])('the sets of the input are counted together: %s', (_sentence, manifests, beginning) => {
  const { findings } = ingressShim(manifests, defaultOptions)
  const messages = findings
    .filter(({ rule }) => rule === 'rate-limit-duplicates')
    .map(({ message }) => message)
  expect(messages).toEqual([expect.stringContaining(beginning)])
  expect(messages[0]?.startsWith(beginning)).toBe(true)
})

test('five clusters are not too many', () => {
  const { findings } = ingressShim(fleet(5), defaultOptions)
  expect(findings.filter(({ rule }) => rule === 'rate-limit-duplicates')).toEqual([])
})
