import { certificateAnnotation, listenerAnnotation } from '../annotations.ts'
import { readListeners } from './listeners.ts'
import type { SourceKind } from './source.ts'

/** A Gateway: one Certificate for each Secret that its TLS listeners name. */
export const gateway: SourceKind = {
  kind: 'Gateway',
  apiVersions: ['gateway.networking.k8s.io/v1', 'gateway.networking.k8s.io/v1beta1'],
  autoAnnotations: false,
  ownAnnotations: [listenerAnnotation.ignoreTlsListeners],
  tlsEntries: { field: 'listeners', name: 'TLS listener' },
  readTls: readListeners,
  /** HTTP-01 routes attach to the Gateway. */
  certificateAnnotations: ({ name }) =>
    new Map([
      [certificateAnnotation.parentRefKind, 'Gateway'],
      [certificateAnnotation.parentRefName, name],
    ]),
}
