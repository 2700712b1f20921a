import { at, groupOf } from '../manifest/manifest.ts'
import { annotation, annotationPath } from '../shim/annotations.ts'
import type { Resource } from '../shim/resource.ts'
import { asksForCertificates } from '../shim/sources/asks-for-certificates.ts'
import { currentApiVersionOf, sourceKindOf } from '../shim/sources/source-kinds.ts'
import type { Check } from './check.ts'
import { oldApiOf } from './facts/old-apis.ts'
import { oncePerList } from './facts/once-per-list.ts'

const issuerKeys = [annotation.clusterIssuer, annotation.issuer]

/** An issuer annotation on something that neither cert-manager nor this function makes Certificates from. */
export const sourceNotServed: Check = {
  rule: {
    id: 'source-not-served',
    severity: 'warning',
    summary: 'A resource names an issuer, but nothing makes Certificates from resources of its kind.',
  },
  *find(list) {
    for (const resource of list.resources) {
      if (isServed(resource)) continue
      const key = issuerKeys.find((one) => resource.annotations.has(one))
      if (key === undefined) continue
      if (!asksForCertificates(resource, false, list.options)) continue
      // `commonAnnotations` of kustomize, say, give a source's annotations to everything around it.
      if (annotationsOfSources(list).has(annotationKey(resource, key))) continue
      const { position, annotations } = resource
      yield {
        rule: this.rule,
        message: `Nothing makes Certificates for ${typeOf(resource)}, so ${key} has no effect here. ${adviceFor(resource)}`,
        position,
        field: { path: annotationPath(key), currentValue: annotations.get(key) ?? '' },
      }
    }
  },
}

/** Kinds on which programs beside cert-manager read these annotations, and those whose APIs another rule speaks of. */
function isServed(resource: Resource): boolean {
  const { apiVersion, kind } = resource
  const group = groupOf(apiVersion)
  return (
    sourceKindOf(apiVersion, kind) !== undefined ||
    oldApiOf(resource) !== undefined ||
    // Policy engines give the issuer of a Namespace to what is in it.
    (kind === 'Namespace' && group === '') ||
    group === 'cert-manager.io' ||
    group.endsWith('.cert-manager.io')
  )
}

/** What a source of each namespace says of its issuer. */
const annotationsOfSources = oncePerList(
  ({ sources }): ReadonlySet<string> =>
    new Set(
      sources.flatMap((source) =>
        issuerKeys.filter((key) => source.annotations.has(key)).map((key) => annotationKey(source, key)),
      ),
    ),
)

function annotationKey({ namespace, annotations }: Resource, key: string): string {
  return `${namespace} ${key} ${annotations.get(key)}`
}

function typeOf({ kind, apiVersion }: Resource): string {
  if (kind === '') return 'a resource without a kind'
  return apiVersion === '' ? `a ${kind} without an apiVersion` : `the kind ${kind} of ${apiVersion}`
}

function adviceFor(resource: Resource): string {
  const { kind, apiVersion } = resource
  const current = currentApiVersionOf(apiVersion, kind)
  if (current !== undefined) return `Move it to ${current}.`
  if (kind.endsWith('Route') && groupOf(apiVersion) === 'gateway.networking.k8s.io') {
    return `Annotate ${parentOf(resource)} instead: the certificate belongs to its listener.`
  }
  return kind === 'Service'
    ? 'Annotate the Ingress or Gateway in front of it instead.'
    : 'Annotate an Ingress or Gateway instead, or write a Certificate by hand.'
}

function parentOf({ object }: Resource): string {
  const parents = at(object, 'spec', 'parentRefs')
  const [parent]: readonly unknown[] = Array.isArray(parents) ? parents : []
  const [kind, name] = [at(parent, 'kind') ?? 'Gateway', at(parent, 'name')]
  return typeof name === 'string' ? `the ${kind} ${name}` : 'the Gateway that it attaches to'
}
