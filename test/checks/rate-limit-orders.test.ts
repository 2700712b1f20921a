import { rateLimitOrders } from '../../src/checks/rate-limit-orders.ts'
import { certificate, many, production, type Site, sites } from './rate-limits.ts'
import { issuer, ruleCases, stream } from './rule-cases.ts'

const site = (number: number): Site => ({ hosts: [`www.shop-${number}.com`] })
const found = (number: number) => [
  `Ingress/web-${number} metadata.annotations[cert-manager.io/cluster-issuer]: letsencrypt`,
]
const second = (key: string) => issuer({ name: 'second', acme: `privateKeySecretRef: {name: ${key}}` })
const halves = [...many(151, site), ...many(150, (number) => ({ ...site(number + 151), issuer: 'second' }))]

ruleCases(rateLimitOrders, {
  hits: [
    ['301 new ones', stream(sites(many(301, site)), production), found(301)],
    [
      '300 new ones and one that changes its names',
      stream(sites(many(301, site)), production, certificate(7, ['www.old.com'])),
      found(301),
    ],
    [
      '301 of two issuers with one account',
      stream(sites(halves), second('letsencrypt'), production),
      ['Ingress/web-301 metadata.annotations[cert-manager.io/cluster-issuer]: second'],
    ],
  ],
  misses: [
    ['300 new ones', stream(sites(many(300, site)), production)],
    ['301 of which two have the same names', stream(sites([...many(300, site), site(1)]), production)],
    [
      '301 of which one is there with the same names',
      stream(sites(many(301, site)), production, certificate(7, ['www.shop-7.com'])),
    ],
    ['301 of two issuers with an account each', stream(sites(halves), second('second'), production)],
    ['301 at another CA', stream(sites(many(301, site)), issuer({ server: 'https://ca.corp.io/acme' }))],
    ['301 with an issuer that is not in the set', sites(many(301, site))],
  ],
  reads: [
    stream(sites(many(301, site)), production, certificate(301, ['www.old.com'])),
    "This render makes 301 orders with the account of the ClusterIssuer letsencrypt, and Let's Encrypt takes 300 in 3 hours, then one more every 36 seconds. The others stay pending meanwhile: apply them in parts, use wildcards, or put several hosts into one Secret.",
  ],
})
