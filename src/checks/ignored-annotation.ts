import { parseBool } from '../go/bool.ts'
import { isLocalConfig } from '../manifest/local-config.ts'
import { at, own } from '../manifest/manifest.ts'
import type { Problem, Rule } from '../manifest/rule.ts'
import {
  annotation,
  annotationPath,
  certificateAnnotation,
  foreignAnnotation,
  listenerAnnotation,
} from '../shim/annotations.ts'
import type { Options } from '../shim/options.ts'
import type { Resource } from '../shim/resource.ts'
import { hasSetting, settingName } from '../shim/sources/own-settings.ts'
import type { SourceKind } from '../shim/sources/source-kind.ts'
import { chosenKindOf } from '../shim/sources/source-kinds.ts'
import type { Check, CheckedList } from './check.ts'
import { isKnown, unreadAnnotations, whyNeedless } from './facts/annotation-uses.ts'

const rule: Rule = {
  id: 'ignored-annotation',
  severity: 'warning',
  summary: 'cert-manager knows the annotation, but does not read it here.',
}

/** An annotation that means something elsewhere, and nothing here. */
export const ignoredAnnotation: Check = {
  rule,
  *find(list) {
    for (const use of unreadAnnotations(list)) {
      const { resource, kind, key } = use
      if (!isKnown(key)) continue
      const advice =
        kind.ownSettings === undefined
          ? `${whereItBelongs(key)} ${whyNeedless(use) ?? adviceFor(key)}`
          : inOwnSettings(kind, key)
      yield ignored(resource, key, advice)
    }
    for (const resource of list.resources) {
      const kind = chosenKindOf(resource.apiVersion, resource.kind, list.options)
      if (kind !== undefined && !isLocalConfig(resource.object)) yield* withoutEffect(resource, kind, list)
    }
  },
}

function inOwnSettings(kind: SourceKind, key: string): string {
  return hasSetting(kind, key)
    ? `Set ${settingName(kind, key)} instead.`
    : `It has no setting for that: the settings are in ${settingName(kind, key)}. Remove it here.`
}

function ignored(resource: Resource, key: string, advice: string, proposedValue?: string): Problem {
  return {
    rule,
    message: `cert-manager does not read ${key} from this ${resource.kind}, so it has no effect. ${advice}`,
    position: resource.position,
    field: {
      path: annotationPath(key),
      currentValue: resource.annotations.get(key) ?? '',
      ...(proposedValue !== undefined && { proposedValue }),
    },
  }
}

/** Where cert-manager reads or writes each annotation. Source: its page of annotations, and its `types.go`. */
const belongsTo: Readonly<Record<string, string>> = {
  [annotation.editInPlace]: 'Ingresses',
  [listenerAnnotation.ignoreTlsListeners]: 'Gateways and ListenerSets',
  [listenerAnnotation.parentRefFallback]: 'ListenerSets',
  [foreignAnnotation.certificateRevision]: 'CertificateRequests',
  [foreignAnnotation.privateKeySecretName]: 'CertificateRequests',
  [foreignAnnotation.venafiPickupId]: 'CertificateRequests',
  [foreignAnnotation.uriSans]: 'Secrets',
  [foreignAnnotation.issuerName]: 'Secrets',
  [foreignAnnotation.certificateName]: 'Secrets and CertificateRequests',
  [foreignAnnotation.nextPrivateKey]: 'Secrets',
  [foreignAnnotation.allowDirectInjection]: 'Secrets',
  [foreignAnnotation.injectCaFrom]: 'webhooks, CustomResourceDefinitions and APIServices',
  [foreignAnnotation.injectCaFromSecret]: 'webhooks, CustomResourceDefinitions and APIServices',
  [foreignAnnotation.injectApiServerCa]: 'webhooks, CustomResourceDefinitions and APIServices',
}

function whereItBelongs(key: string): string {
  return `It belongs on ${own(belongsTo, key) ?? 'Certificates'}.`
}

const advices: Readonly<Record<string, string>> = {
  [foreignAnnotation.uriSans]: 'No annotation asks for URIs: write a Certificate with spec.uris for them.',
  [foreignAnnotation.issuerName]: `Name the issuer with ${annotation.clusterIssuer} or ${annotation.issuer}.`,
  [foreignAnnotation.venafiCustomFields]:
    'Name it in extraCertificateAnnotations, here and in the cluster, and it is copied to the Certificates.',
  [certificateAnnotation.issueTemporaryCertificate]:
    'Name it in extraCertificateAnnotations, here and in the cluster, and it is copied to the Certificates.',
  [certificateAnnotation.overrideIngressName]: `Use ${annotation.editInPlace} instead.`,
  [certificateAnnotation.overrideIngressClass]: `Use ${annotation.http01IngressClass} instead.`,
  [certificateAnnotation.overrideIngressClassName]: `Use ${annotation.http01IngressClassName} instead.`,
}

function adviceFor(key: string): string {
  return own(advices, key)?.toString() ?? 'Remove it here.'
}

/** Annotations that are read from this kind, but not with this value or without another one beside them. */
function* withoutEffect(resource: Resource, kind: SourceKind, { options }: CheckedList): Iterable<Problem> {
  const editInPlace = resource.annotations.get(annotation.editInPlace)
  // `setIssuerSpecificConfig` of cert-manager's certificate-shim compares with "true" and nothing else.
  const isRead = kind.ownAnnotations.includes(annotation.editInPlace)
  if (isRead && editInPlace !== undefined && editInPlace !== 'true' && parseBool(editInPlace) === true) {
    yield ignored(resource, annotation.editInPlace, 'Only the value "true" switches it on.', 'true')
  }
  if (kind.autoAnnotations === 'never') yield* autoAnnotations(resource, kind, options)
  if (kind.ownSettings !== undefined) return
  const parts = issuerPartsOf(resource)
  if (parts.length > 0 && !kind.inheritsIssuer && !kind.passesIssuerOn?.(resource))
    yield* withoutIssuer(parts, resource, kind, options)
}

/** `SyncFnFor` of cert-manager's certificate-shim looks at the auto annotations of Ingresses only. */
function* autoAnnotations(resource: Resource, kind: SourceKind, options: Options): Iterable<Problem> {
  for (const key of options.defaultAutoCertificateAnnotations) {
    if (parseBool(resource.annotations.get(key) ?? '') !== true) continue
    yield ignored(
      resource,
      key,
      `Name the issuer with ${settingName(kind, annotation.clusterIssuer)} or ${settingName(kind, annotation.issuer)} instead.`,
    )
  }
}

const issuerParts = [annotation.issuerKind, annotation.issuerGroup]

function issuerPartsOf({ annotations }: Resource): readonly string[] {
  return issuerParts.filter((key) => annotations.has(key))
}

/** The kind and group of an issuer say nothing where nothing asks for Certificates. */
function* withoutIssuer(
  parts: readonly string[],
  resource: Resource,
  kind: SourceKind,
  options: Options,
): Iterable<Problem> {
  const { annotations, object } = resource
  const makeSources = [
    annotation.issuer,
    annotation.clusterIssuer,
    ...kind.ownAnnotations.filter((key) => key === foreignAnnotation.issuerName),
    ...options.defaultAutoCertificateAnnotations,
  ]
  // One of the wrong type, which has been reported, was meant to make a source as well.
  const written = at(object, 'metadata', 'annotations')
  if (makeSources.some((key) => annotations.has(key) || at(written, key) !== undefined)) return
  for (const key of parts) yield ignored(resource, key, `Name the issuer too, with ${annotation.issuer}.`)
}
