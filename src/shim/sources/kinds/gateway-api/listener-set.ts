import { parseBool } from '../../../../go/bool.ts'
import { at, isFields, own } from '../../../../manifest/manifest.ts'
import { annotation, certificateAnnotation, listenerAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { malformed, readFields, readString } from '../../../values/read-value.ts'
import { certManagerKind } from '../../cert-manager-kind.ts'
import type { SourceContext } from '../../source-kind.ts'
import { gateway } from './gateway.ts'
import { readListeners } from './listeners.ts'

/** A ListenerSet: one Certificate for each Secret that its TLS listeners name. */
export const listenerSet = certManagerKind({
  kind: 'ListenerSet',
  identity: 'ListenerSet',
  hasValidatedHosts: true,
  tlsFields: ['listeners'],
  apiVersions: ['gateway.networking.k8s.io/v1'],
  ownAnnotations: [
    annotation.editInPlace,
    listenerAnnotation.ignoreTlsListeners,
    listenerAnnotation.parentRefFallback,
  ],
  inheritsIssuer: true,
  complete: withInherited,
  readTls(resource, context) {
    const spec = own(resource.object, 'spec') ?? undefined
    if (spec === undefined) {
      malformed(context.report, 'spec', spec, 'a mapping with a parentRef and listeners')
      // Nothing else is said of listeners that the message asks for already.
      return { ...readListeners(resource, context), entries: 1 }
    }
    checkParentRef(resource, context)
    return readListeners(resource, context)
  },
  certificateAnnotations,
})

/** It is required: `ListenerSetSpec` in gateway-api's apis/v1/listenerset_types.go. Routes have `parentRefs`, which is easily taken for it. */
function checkParentRef({ object }: Resource, { report }: SourceContext): void {
  const spec = own(object, 'spec')
  if (!isFields(spec)) return
  const path = 'spec.parentRef'
  const parentRef = own(spec, 'parentRef')
  if (parentRef === undefined || parentRef === null) {
    const hint = own(spec, 'parentRefs') === undefined ? '' : ' instead of parentRefs, which only routes have'
    report.reject(
      shimRules.malformedResource,
      `This ListenerSet has no ${path}, so the API server would refuse it. Name its Gateway in ${path}.name${hint}.`,
      { path },
    )
    return
  }
  const reference = readFields(parentRef, path, report)
  if (reference === undefined) return
  for (const key of ['kind', 'group', 'namespace']) readString(own(reference, key), `${path}.${key}`, report)
  const name = own(reference, 'name')
  if (readString(name, `${path}.name`, report) === '')
    malformed(report, `${path}.name`, name, 'the name of a Gateway')
}

/**
 * A ListenerSet that names no issuer has that of its parent Gateway, and the Gateway's kind and group of issuers hold for
 * it in any case: `inheritAnnotations` of cert-manager's `certificate-shim/listenerset`. Where the Gateway isn't in the
 * list, nobody knows what it says.
 */
function withInherited(resource: Resource, context: SourceContext): Resource {
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
