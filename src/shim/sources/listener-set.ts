import { parseBool } from '../../go/bool.ts'
import { at } from '../../manifest/manifest.ts'
import { annotation, certificateAnnotation, listenerAnnotation } from '../annotations.ts'
import type { Resource } from '../resource.ts'
import { certManagerKind } from './cert-manager-kind.ts'
import { gateway } from './gateway.ts'
import { readListeners } from './listeners.ts'
import type { SourceContext } from './source-kind.ts'

/** A ListenerSet: one Certificate for each Secret that its TLS listeners name. */
export const listenerSet = certManagerKind({
  kind: 'ListenerSet',
  apiVersions: ['gateway.networking.k8s.io/v1'],
  ownAnnotations: [
    annotation.editInPlace,
    listenerAnnotation.ignoreTlsListeners,
    listenerAnnotation.parentRefFallback,
  ],
  inherit,
  readTls: readListeners,
  certificateAnnotations,
})

/**
 * A ListenerSet that names no issuer has that of its parent Gateway, and the Gateway's kind and group of issuers hold for
 * it in any case: `inheritAnnotations` of cert-manager's `certificate-shim/listenerset`. Where the Gateway isn't in the
 * list, nobody knows what it says.
 */
function inherit(resource: Resource, context: SourceContext): Resource {
  const { name, namespace } = parentOf(resource)
  const parent = context.find(gateway.identity, namespace, name)
  if (parent === undefined) return resource
  const namesIssuer = issuerNames.some((key) => resource.annotations.has(key))
  const inherited = [
    ...(namesIssuer ? [] : issuerNames),
    annotation.issuerKind,
    annotation.issuerGroup,
  ].flatMap((key) => {
    const value = parent.annotations.get(key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return inherited.length === 0
    ? resource
    : { ...resource, annotations: resource.annotations.with(inherited) }
}

const issuerNames = [annotation.clusterIssuer, annotation.issuer]

/** HTTP-01 routes attach to the ListenerSet or, with the fallback annotation, to its parent Gateway. */
function certificateAnnotations(resource: Resource): Readonly<Record<string, string>> {
  const fallback = resource.annotations.get(listenerAnnotation.parentRefFallback)
  if (fallback === undefined || parseBool(fallback) !== true) {
    return {
      [certificateAnnotation.parentRefKind]: 'ListenerSet',
      [certificateAnnotation.parentRefName]: resource.name,
    }
  }
  const { name, namespace } = parentOf(resource)
  return {
    [certificateAnnotation.parentRefKind]: 'Gateway',
    [certificateAnnotation.parentRefName]: name,
    [certificateAnnotation.parentRefNamespace]: namespace,
  }
}

/** The parent Gateway of a ListenerSet; in its own namespace where `parentRef` names none. */
export function parentOf({ object, namespace }: Resource): {
  readonly name: string
  readonly namespace: string
} {
  const name = at(object, 'spec', 'parentRef', 'name')
  const parentNamespace = at(object, 'spec', 'parentRef', 'namespace')
  return {
    name: typeof name === 'string' ? name : '',
    namespace: typeof parentNamespace === 'string' && parentNamespace !== '' ? parentNamespace : namespace,
  }
}
