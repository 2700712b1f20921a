import { listenerUnknown } from '../../src/checks/listener-unknown.ts'
import { gateway, ruleCases } from './rule-cases.ts'

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
    ['a Gateway without listeners', ignoring('vault', { listeners: '[]' }), [found('vault')]],
  ],
  misses: [
    ['a listener that is there', ignoring('https')],
    ['blanks around it', ignoring(' https ')],
    ['an empty annotation', ignoring('')],
    ['a name that is filled in later', ignoring('${LISTENER}')],
    ['listeners whose names are', ignoring('vault', { listeners: '[{name: "${LISTENER}", port: 80}]' })],
    ['a Gateway that asks for nothing', gateway({ annotations: `${key}: vault` })],
  ],
  reads: [
    ignoring('vault'),
    "cert-manager.io/ignore-tls-listeners names the listener vault, which this Gateway doesn't have, so no listener is left out because of it. It has https.",
  ],
})
