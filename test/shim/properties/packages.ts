import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { ingressShim, type Outcome } from '../../../src/ingress-shim.ts'
import { at } from '../../../src/manifest/manifest.ts'
import { defaultOptions } from '../../../src/shim/options.ts'
import { applied } from '../../apply-changes.ts'
import { ingress } from '../scenario.ts'
import { everyAnnotatedKind, resourceOf } from '../sources/every-kind.ts'

/*
 * Small packages, of which every source has a name and a Secret of its own, and what the pure core makes of them.
 */

type Source = object

const names = ['web', 'api', 'shop', 'blog', 'wiki'] as const

const gatewayOf = (name: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: ${name}, annotations: {cert-manager.io/issuer: ca}}
spec:
  gatewayClassName: nginx
  listeners:
  - {name: https, port: 443, protocol: HTTPS, hostname: ${name}.example.com, tls: {certificateRefs: [{name: ${name}-tls}]}}
`

function ingressOf(name: string, annotations: string): string {
  return ingress({
    name,
    annotations: `cert-manager.io/issuer: ca${annotations}`,
    tls: `[{hosts: [${name}.example.com], secretName: ${name}-tls}, {hosts: [a.${name}.example.com], secretName: ${name}-a-tls}]`,
  })
}

/** The resource of another kind with a name, host and Secret of its own. */
function furtherOf(name: string, kind: (typeof everyAnnotatedKind)[number]): string {
  return resourceOf(kind)
    .replaceAll('web-tls', `${name}-tls`)
    .replaceAll('example.com', `${name}.example.com`)
    .replace('{name: web', `{name: ${name}`)
}

const annotations = fc.constantFrom(
  '',
  ', cert-manager.io/duration: 2160h',
  ', cert-manager.io/private-key-size: "4096"',
  ', cert-manager.io/subject-organizations: "Acme,Big"',
  ', cert-manager.io/duration: never',
)

const text = fc.oneof(
  { weight: 4, arbitrary: annotations.map((more) => (name: string) => ingressOf(name, more)) },
  { weight: 2, arbitrary: fc.constant(gatewayOf) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...everyAnnotatedKind.filter(([identity]) => !identity.startsWith('TLSStore')))
      .map((kind) => (name: string) => furtherOf(name, kind)),
  },
)

/** Sources in one namespace, none of which wants what another does. */
export const sources: fc.Arbitrary<readonly Source[]> = fc
  .array(text, { minLength: 1, maxLength: names.length })
  .map((texts) =>
    texts
      .flatMap((text, index) => objectsIn(text(names[index] ?? '')))
      .map((one) => inNamespace(one, 'prod')),
  )

/** What cert-manager and its sources have nothing to do with. */
export const unrelated: fc.Arbitrary<object> = fc
  .tuple(
    fc.constantFrom('ConfigMap', 'Deployment', 'Service', 'ServiceAccount'),
    fc.constantFrom(...names, 'other'),
    fc.jsonValue(),
  )
  .map(([kind, name, data]) => ({
    apiVersion: kind === 'Deployment' ? 'apps/v1' : 'v1',
    kind,
    metadata: { name, namespace: 'prod' },
    data: { text: JSON.stringify(data) },
  }))

export function objectsIn(stream: string): readonly object[] {
  return parseAllDocuments(stream).map((document): object => Object(document.toJS()))
}

export function inNamespace(resource: object, namespace: string): object {
  return withMetadata(resource, { namespace })
}

export function withMetadata(resource: object, fields: object): object {
  return { ...resource, metadata: { ...Object(at(resource, 'metadata')), ...fields } }
}

export function outcomeOf(items: readonly object[], directory?: (position: number) => string): Outcome {
  const manifests = items.map((object, position) => ({
    object,
    position,
    ...(directory && { directory: directory(position) }),
  }))
  return ingressShim(manifests, defaultOptions)
}

/** The list with the changes made. */
export function rendered(items: readonly object[]): readonly object[] {
  return applied(items, outcomeOf(items).changes)
}

export function isCertificate(item: object): boolean {
  return at(item, 'kind') === 'Certificate'
}

/** The Certificates of a list that was rendered, by namespace and name, whatever their order. */
export function certificatesOf(items: readonly object[]): ReadonlyMap<string, object> {
  const certificates = items.filter(isCertificate)
  return new Map(
    certificates
      .map(
        (one) => [`${at(one, 'metadata', 'namespace') ?? ''}/${at(one, 'metadata', 'name')}`, one] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

/** The findings of a list, each with the resource that it is about in place of its number. */
export function findingsOf(items: readonly object[]): readonly string[] {
  return outcomeOf(items)
    .findings.map(({ position, ...finding }) =>
      JSON.stringify([at(items[position], 'kind'), at(items[position], 'metadata', 'name'), finding]),
    )
    .sort()
}
