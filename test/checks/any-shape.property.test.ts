import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ingressShim } from '../../src/ingress-shim.ts'
import { defaultOptions } from '../../src/shim/options.ts'
import { rules } from './rules-page.ts'

const kinds = [
  ['networking.k8s.io/v1', 'Ingress'],
  ['gateway.networking.k8s.io/v1', 'Gateway'],
  ['gateway.networking.k8s.io/v1', 'ListenerSet'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
  ['cert-manager.io/v1', 'Issuer'],
  ['cert-manager.io/v1', 'Certificate'],
  ['v1', 'Secret'],
] as const

const fields = [
  ...[
    'tls',
    'hosts',
    'secretName',
    'rules',
    'host',
    'listeners',
    'hostname',
    'protocol',
    'certificateRefs',
    'name',
  ],
  ...[
    'parentRef',
    'parentRefs',
    'hostnames',
    'allowedListeners',
    'namespaces',
    'from',
    'selector',
    'matchLabels',
  ],
  ...[
    'acme',
    'ca',
    'venafi',
    'selfSigned',
    'solvers',
    'http01',
    'dns01',
    'ingress',
    'server',
    'dnsZones',
    'data',
  ],
  ...['__proto__', 'constructor', 'toString'],
]

const texts = ['', 'example.com', '*.example.com', ' a', 'HTTPS', 'Same', 'web', '10.0.0.1', '__proto__']

/** Anything that YAML can hold, of the words that mean something. */
const { anything } = fc.letrec<{ anything: unknown; mapping: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    fc.constantFrom<unknown>(...texts, null, true, 0, 1.5),
    fc.array(tie('anything'), { maxLength: 3 }),
    tie('mapping'),
  ),
  mapping: fc.dictionary(fc.constantFrom(...fields), tie('anything'), { maxKeys: 4 }),
}))

const annotations = fc.dictionary(
  fc.constantFrom(
    'cert-manager.io/issuer',
    'cert-manager.io/alt-names',
    'cert-manager.io/isuer',
    'certmanager.k8s.io/__proto__',
    'cert-manager.io/constructor',
    'acme.cert-manager.io/http01-edit-in-place',
  ),
  fc.constantFrom<unknown>('web', 'true', '', 1, null),
)

const resource = fc
  .tuple(fc.constantFrom(...kinds), anything, annotations)
  .map(([[apiVersion, kind], spec, given]) => ({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'prod', annotations: given },
    spec,
    data: spec,
  }))

test('resources of any shape are looked through, and each finding is of a rule and about a resource', () => {
  const ids = rules.map(({ id }) => id)
  fc.assert(
    fc.property(fc.array(resource, { maxLength: 6 }), (items) => {
      const manifests = items.map((object, position) => ({ object, position }))
      for (const { rule, position } of ingressShim(manifests, defaultOptions).findings) {
        expect(ids).toContain(rule)
        expect(position).toBeLessThan(items.length)
      }
    }),
    { numRuns: 2000 },
  )
})
