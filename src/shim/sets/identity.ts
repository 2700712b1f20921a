import { at, groupOf } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../annotations.ts'
import { isCertificate } from '../certificates/existing.ts'
import type { Resource } from '../resource.ts'
import { referencesOf } from '../sources/reference.ts'
import { sourceKindOf } from '../sources/source-kinds.ts'

/** What the API server knows a resource by: group, kind, namespace and name. The groups of Ingress count as one. */
export function identityOf({
  apiVersion,
  kind,
  namespace,
  name,
}: Pick<Resource, 'apiVersion' | 'kind' | 'namespace' | 'name'>): string {
  const type = sourceKindOf(apiVersion, kind)?.identity ?? `${kind}.${groupOf(apiVersion)}`
  // A ClusterIssuer has no namespace, whatever its manifest says.
  return `${type}/${kind === 'ClusterIssuer' ? '' : namespace}/${name}`
}

/** The identities of the sources that an item was generated for; none where it wasn't. */
export function identitiesOfSources(object: unknown): readonly string[] {
  const madeFor = at(object, 'metadata', 'annotations', certificateAnnotation.source)
  if (typeof madeFor !== 'string') return []
  const namespace = at(object, 'metadata', 'namespace') ?? ''
  return referencesOf(madeFor).map((reference) => {
    const [type, ...names] = reference.split('/')
    return names.length === 1 ? `${type}/${namespace}/${names[0]}` : reference
  })
}

/** The resources that have one identity, together; one that has its identity alone is left out, as most have. */
export function namesakesIn(resources: readonly Resource[]): readonly (readonly Resource[])[] {
  const firsts = new Map<string, Resource>()
  const namesakes = new Map<string, Resource[]>()
  for (const resource of resources) {
    const identity = identityOf(resource)
    const first = firsts.get(identity)
    const others = namesakes.get(identity)
    if (first === undefined) firsts.set(identity, resource)
    else if (others === undefined) namesakes.set(identity, [first, resource])
    else others.push(resource)
  }
  return [...namesakes.values()]
}

/** Whether a resource is an issuer, of cert-manager or of somebody else. */
export function isIssuer({ kind }: Resource): boolean {
  return kind.endsWith('Issuer')
}

/** Whether a resource is one of those whose identity is its own within a set, beside the sources. */
export function isCertificateOrIssuer(resource: Resource): boolean {
  return isIssuer(resource) || isCertificate(resource.apiVersion, resource.kind)
}
