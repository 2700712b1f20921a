import { parseBool } from '../go/bool.ts'
import { certificateAnnotation, listenerAnnotation } from './annotations.ts'
import { readListeners } from './listeners.ts'
import { at } from './manifest.ts'
import type { Resource } from './resource.ts'
import type { SourceKind } from './source.ts'

/** A ListenerSet: one Certificate for each Secret that its TLS listeners name. */
export const listenerSet: SourceKind = {
  kind: 'ListenerSet',
  apiVersions: ['gateway.networking.k8s.io/v1'],
  autoAnnotations: false,
  ownAnnotations: [listenerAnnotation.ignoreTlsListeners, listenerAnnotation.parentRefFallback],
  tlsEntries: { field: 'listeners', name: 'TLS listener' },
  readTls: readListeners,
  certificateAnnotations,
}

/** HTTP-01 routes attach to the ListenerSet or, with the fallback annotation, to its parent Gateway. */
function certificateAnnotations(resource: Resource): ReadonlyMap<string, string> {
  const fallback = resource.annotations.get(listenerAnnotation.parentRefFallback)
  if (fallback === undefined || parseBool(fallback) !== true) {
    return new Map([
      [certificateAnnotation.parentRefKind, 'ListenerSet'],
      [certificateAnnotation.parentRefName, resource.name],
    ])
  }
  const { name, namespace } = parentOf(resource)
  return new Map([
    [certificateAnnotation.parentRefKind, 'Gateway'],
    [certificateAnnotation.parentRefName, name],
    [certificateAnnotation.parentRefNamespace, namespace],
  ])
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
