import { isLocalConfig } from '../../manifest/local-config.ts'
import { at, groupOf } from '../../manifest/manifest.ts'
import type { Problem } from '../../manifest/rule.ts'
import { secretKey } from '../certificates/certificates-by-secret.ts'
import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { gatewaysOfVirtualService, istioGroup } from '../sources/kinds/istio/virtual-services.ts'
import type { Source } from '../sources/source.ts'
import { isCertificateOrIssuer } from './identity.ts'

/** A resource that an earlier one of the same directory has the identity of. */
interface Duplicate {
  readonly first: Resource
  readonly other: Resource
}

/**
 * The resources that are there twice in one directory, the first ones too, where that matters: sources, Certificates,
 * issuers, and the Secrets and routes of sources. All but the first are reported. What never reaches a cluster isn't there.
 */
export function duplicatesIn(
  namesakes: readonly (readonly Resource[])[],
  sources: readonly Source[],
  problems: Problem[],
): readonly Resource[] {
  const all = namesakes.flatMap(sameInDirectory)
  if (all.length === 0) return []
  const matters = relevanceTo(sources)
  const relevant = all.filter(({ first, other }) => matters(first) || matters(other))
  for (const duplicate of relevant) problems.push(problemOf(duplicate))
  return [...new Set(relevant.flatMap(({ first, other }) => [first, other]))]
}

function sameInDirectory(namesakes: readonly Resource[]): readonly Duplicate[] {
  const firsts = new Map<string, Resource>()
  const duplicates: Duplicate[] = []
  for (const resource of namesakes) {
    const first = firsts.get(resource.directory)
    if (first === undefined || isLocalConfig(first.object)) firsts.set(resource.directory, resource)
    else if (!isLocalConfig(resource.object)) duplicates.push({ first, other: resource })
  }
  return duplicates
}

/** Says of a resource whether it matters that it is there twice. */
function relevanceTo(sources: readonly Source[]): (resource: Resource) => boolean {
  const positions = new Set(sources.map(({ position }) => position))
  const parents = new Set(
    sources.map(({ sourceKind, namespace, name }) => `${sourceKind.identity}/${namespace}/${name}`),
  )
  const secrets = new Set(
    sources.flatMap(({ tls }) => tls.named.map(({ namespace, name }) => secretKey(namespace, name))),
  )
  return (resource) => {
    const { position, apiVersion, kind, namespace, name } = resource
    if (positions.has(position) || isCertificateOrIssuer(resource)) return true
    if (apiVersion === 'v1' && kind === 'Secret') return secrets.has(secretKey(namespace, name))
    return parentsOf(resource).some((parent) => parents.has(parent))
  }
}

/** The parents of a route, as `ParentReference` of gateway-api's apis/v1/shared_types.go names them, or Istio's VirtualServices do. */
function parentsOf(resource: Resource): readonly string[] {
  const { apiVersion, object, namespace } = resource
  const gateways = gatewaysOfVirtualService(resource)
  if (gateways.length > 0) {
    return gateways.flatMap((gateway) => {
      const [space = '', name = ''] = gateway.split('/')
      return parentKeys(`Gateway.${istioGroup}`, space, name)
    })
  }
  const references = at(object, 'spec', 'parentRefs')
  if (groupOf(apiVersion) !== 'gateway.networking.k8s.io' || !Array.isArray(references)) return []
  return references.flatMap((reference: unknown) =>
    parentKeys(
      `${at(reference, 'kind') ?? 'Gateway'}`,
      `${at(reference, 'namespace') ?? namespace}`,
      `${at(reference, 'name')}`,
    ),
  )
}

/** A parent without a namespace gets one when it is applied, which may be any. */
function parentKeys(identity: string, namespace: string, name: string): readonly string[] {
  return [`${identity}/${namespace}/${name}`, `${identity}//${name}`]
}

function problemOf({ first, other }: Duplicate): Problem {
  const place = first.file ?? `item ${first.position + 1} of the list`
  // An error never costs a Certificate one of its hosts.
  const use =
    parentsOf(other).length > 0
      ? 'and where a Certificate has its hosts from it, those of both count'
      : 'so neither is used or changed here'
  return {
    rule: shimRules.duplicateResource,
    message: `The ${other.kind} ${other.name} is here already (${place}). Only one of the two can be applied, ${use}. Remove one of them, or give it another name or namespace.`,
    position: other.position,
    field: { path: 'metadata.name', currentValue: other.name },
  }
}
