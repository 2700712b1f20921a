import { listenerUnknown } from '../../src/checks/listener-unknown.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const key = 'cert-manager.io/ignore-tls-listeners'
const ignoring = (names: string, others: Record<string, string> = {}) =>
  gateway({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${key}: "${names}"`, ...others })
const found = (names: string, proposed?: string) =>
  `Gateway/web metadata.annotations[${key}]: ${names}${proposed === undefined ? '' : ` -> ${proposed}`}`

ruleCases(listenerUnknown, {
  hits: [
    ['a slip', ignoring('htps'), [found('htps', 'https')]],
    ['a slip among others', ignoring('https, htps'), [found('https, htps', 'https,https')]],
    ['a name that is near to none', ignoring('vault'), [found('vault')]],
    ['a name twice, once', ignoring('vault,vault'), [found('vault,vault')]],
    [
      'the first ten of many',
      ignoring('k,l,m,n,o,p,q,r,s,t,u,v'),
      Array(10).fill(found('k,l,m,n,o,p,q,r,s,t,u,v')),
    ],
    ['a Gateway whose listeners are no list', ignoring('vault', { listeners: '{}' }), [found('vault')]],
    [
      'a Gateway whose listener has a number for a name',
      ignoring('1', { listeners: '[{name: 1, port: 80, protocol: HTTP}]' }),
      [found('1')],
    ],
    ['a Gateway without listeners', ignoring('vault', { listeners: '[]' }), [found('vault')]],
  ],
  misses: [
    ['a listener that is there', ignoring('https')],
    ['blanks around it', ignoring(' https ')],
    [
      'an Ingress, which has no listeners',
      ingress({ annotations: `cert-manager.io/issuer: ca, ${key}: vault` }),
    ],
    ['an empty annotation', ignoring('')],
    ['a name that is filled in later', ignoring('${LISTENER}')],
    ['listeners whose names are', ignoring('vault', { listeners: '[{name: "${LISTENER}", port: 80}]' })],
    ['a Gateway that asks for nothing', gateway({ annotations: `${key}: vault` })],
  ],
  reads: [
    ignoring('vault'),
    "cert-manager.io/ignore-tls-listeners names the listener vault, which this Gateway doesn't have, so no listener is left out because of it. It has https.",
  ],
  alsoReads: [
    [
      ignoring('htps'),
      "cert-manager.io/ignore-tls-listeners names the listener htps, which this Gateway doesn't have, so no listener is left out because of it. Did you mean https?",
    ],
    [
      ignoring('vault', { listeners: '[]' }),
      "cert-manager.io/ignore-tls-listeners names the listener vault, which this Gateway doesn't have, so no listener is left out because of it. Remove it.",
    ],
    [
      ignoring('vault', {
        listeners: `[${['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => `{name: ${name}, port: ${at + 1}, protocol: HTTP}`).join(', ')}]`,
      }),
      "cert-manager.io/ignore-tls-listeners names the listener vault, which this Gateway doesn't have, so no listener is left out because of it. It has a, b, c, d, e.",
    ],
  ],
})
