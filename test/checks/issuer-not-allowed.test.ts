import { expect, test } from 'vitest'
import { issuerNotAllowed } from '../../src/checks/issuer-not-allowed.ts'
import { scenario } from '../shim/scenario.ts'
import { gateway, ingress, ruleCases, stream } from './rule-cases.ts'

const team = { namespaces: ['team-*'], issuers: ['letsencrypt*'], domains: ['*.example.com'] }
const asking = (issuer: string, namespace = 'team-a') =>
  ingress({ namespace, annotations: `cert-manager.io/issuer: "${issuer}"` })
const found = (issuer: string) => [`Ingress/web metadata.annotations[cert-manager.io/issuer]: ${issuer}`]

ruleCases(issuerNotAllowed, {
  hits: [
    ['an issuer that no entry of the namespace has', asking('vault'), found('vault'), { allow: [team] }],
    ['a namespace that no entry has', asking('vault', 'prod'), found('vault'), { allow: [team] }],
    [
      'an issuer that another namespace may use',
      asking('vault'),
      found('vault'),
      { allow: [team, { namespaces: ['prod'], issuers: ['vault'] }] },
    ],
    [
      'an issuer that only begins like one',
      asking('vault2'),
      found('vault2'),
      { allow: [{ issuers: ['vault'] }] },
    ],
    [
      'any issuer where the list of issuers is empty',
      asking('ca'),
      found('ca'),
      { allow: [{ issuers: [] }] },
    ],
    [
      'any issuer where the list of namespaces is empty',
      asking('ca'),
      found('ca'),
      { allow: [{ namespaces: [] }] },
    ],
    [
      'the same for a source without a namespace',
      asking('ca', ''),
      found('ca'),
      { allow: [{ namespaces: [] }] },
    ],
    [
      'a ClusterIssuer, at its own annotation',
      ingress({ annotations: 'cert-manager.io/cluster-issuer: vault' }),
      ['Ingress/web metadata.annotations[cert-manager.io/cluster-issuer]: vault'],
      { allow: [{ issuers: ['ca'] }] },
    ],
    [
      'the default issuer',
      ingress({ annotations: 'kubernetes.io/tls-acme: "true"' }),
      ['Ingress/web metadata.annotations[cert-manager.io/issuer]'],
      { allow: [{ issuers: ['ca'] }], defaultIssuerName: 'vault' },
    ],
    [
      'a source without a namespace whose issuer no entry has at all',
      asking('vault', ''),
      found('vault'),
      { allow: [team] },
    ],
    [
      'a source with something else wrong, so that one run shows everything',
      ingress({ annotations: 'cert-manager.io/issuer: vault, cert-manager.io/duration: 90d' }),
      found('vault'),
      { allow: [{ issuers: ['ca'] }] },
    ],
    [
      'a Gateway',
      gateway(),
      ['Gateway/web metadata.annotations[cert-manager.io/cluster-issuer]: letsencrypt'],
      { allow: [team] },
    ],
  ],
  misses: [
    ['any issuer where the setting is empty', asking('vault'), { allow: [] }],
    ['an issuer that an entry of the namespace has', asking('letsencrypt'), { allow: [team] }],
    ['the same by its beginning', asking('letsencrypt-staging'), { allow: [team] }],
    [
      'an issuer of a further entry',
      asking('ca'),
      { allow: [team, { namespaces: ['team-a'], issuers: ['ca'] }] },
    ],
    ['any issuer where an entry has none', asking('vault'), { allow: [{ namespaces: ['team-a'] }] }],
    ['an entry for every namespace', asking('vault', 'prod'), { allow: [team, { issuers: ['vault'] }] }],
    ['an issuer that is filled in later', asking('${ISSUER}'), { allow: [team] }],
    ['a namespace that is filled in later', asking('vault', '${NS}'), { allow: [team] }],
    [
      'a source without a namespace, which may end up in that of an entry',
      asking('letsencrypt', ''),
      { allow: [team] },
    ],
    ['a resource that asks for nothing', ingress({ annotations: '' }), { allow: [team] }],
  ],
  reads: [
    asking('vault'),
    'The functionConfig does not allow sources in the namespace team-a the issuer vault: it allows letsencrypt*. Name one of these, or add vault to an entry of allow.',
    { allow: [team] },
  ],
  alsoReads: [
    [
      asking('vault', 'prod'),
      'The functionConfig allows sources in the namespace prod no issuer at all, so this Ingress may not use vault. Add an entry for the namespace to allow, or remove the issuer.',
      { allow: [team] },
    ],
    [
      asking('vault', ''),
      'The functionConfig does not allow sources the issuer vault: it allows letsencrypt*, ca. Name one of these, or add vault to an entry of allow.',
      { allow: [team, { issuers: ['letsencrypt*', 'ca'] }] },
    ],
    [
      asking('vault'),
      'The functionConfig does not allow sources in the namespace team-a the issuer vault: it allows none. Remove the issuer, or add vault to an entry of allow.',
      { allow: [{ issuers: [] }] },
    ],
  ],
})

test('the Certificate is written all the same', () => {
  const { changes } = scenario(stream(asking('vault')), { allow: [team] })
  expect(changes).toEqual(['create web-tls'])
})
