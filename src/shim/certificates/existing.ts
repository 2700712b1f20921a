import { at, type Fields, groupOf, isFields } from '../../manifest/manifest.ts'
import type { StringMap } from '../../manifest/string-map.ts'
import { certificateAnnotation } from '../annotations.ts'
import type { Resource } from '../resource.ts'
import { keyOfReference, referencesOf } from '../sources/reference.ts'
import type { Source } from '../sources/source.ts'
import { annotatingKinds, sourceKindOfGroup } from '../sources/source-kinds.ts'

/** A Certificate that the list has already. */
export interface ExistingCertificate extends Resource {
  readonly secretName: string
  /** The source that it was made for, by this project's annotation: `Kind/name`, or several with commas between. */
  readonly madeFor: string | undefined
  /** The controller among its ownerReferences, which the cluster's ingress-shim sets. */
  readonly controller: Controller | undefined
  /** Malformed, or there twice: that is reported, and it is never touched. */
  readonly isLeftAlone: boolean
}

interface Controller {
  /** As our annotation would name it in the namespace of the Certificate; undefined where it is not a kind of source. */
  readonly reference: string | undefined
  /** `''` where the manifest has none. */
  readonly uid: string
}

/** Whether an item is a cert-manager Certificate, of any version. */
export function isCertificate(apiVersion: string, kind: string): boolean {
  return kind === 'Certificate' && groupOf(apiVersion) === 'cert-manager.io'
}

/** What an existing Certificate says about its owner and its Secret. */
export function readExisting(resource: Resource, isLeftAlone: boolean): ExistingCertificate {
  const secretName = at(resource.object, 'spec', 'secretName')
  const { position, apiVersion, kind, name, namespace, labels, annotations, object, directory, file } =
    resource
  return {
    position,
    apiVersion,
    kind,
    name,
    namespace,
    labels,
    annotations,
    object,
    directory,
    file,
    secretName: typeof secretName === 'string' ? secretName : '',
    madeFor: annotations.get(certificateAnnotation.source),
    controller: controllerOf(object) ?? annotatedOwnerOf(annotations),
    isLeftAlone,
  }
}

/** Whether our annotation says that a Certificate was made for a source, alone or with others. */
export function isMadeFor({ madeFor = '', namespace }: ExistingCertificate, source: Source): boolean {
  const key = keyOfReference(source.namespace, source.reference)
  return referencesOf(madeFor).some((reference) => keyOfReference(namespace, reference) === key)
}

/** Whether a source is the controller: the same by reference, and by uid where both manifests have one. */
export function isControlledBy({ controller, namespace }: ExistingCertificate, source: Source): boolean {
  if (controller?.reference === undefined) return false
  const key = keyOfReference(namespace, controller.reference)
  if (key !== keyOfReference(source.namespace, source.reference)) return false
  const uid = at(source.object, 'metadata', 'uid')
  return typeof uid !== 'string' || uid === '' || controller.uid === '' || controller.uid === uid
}

/** The controller that ownerReferences name; undefined where they name none. */
export function controllerOf(object: Fields): Controller | undefined {
  const references = at(object, 'metadata', 'ownerReferences')
  if (!Array.isArray(references)) return undefined
  const owner: unknown = references.find((reference) => at(reference, 'controller') === true)
  if (!isFields(owner)) return undefined
  // Ingress has moved from one group to another, so any group of its kind will do.
  const sourceKind = sourceKindOfGroup(groupOf(text(owner, 'apiVersion')), text(owner, 'kind'))
  return {
    reference: sourceKind === undefined ? undefined : `${sourceKind.identity}/${text(owner, 'name')}`,
    uid: text(owner, 'uid'),
  }
}

/** Another namespace can't be named in an ownerReference, so some controllers note their resource in an annotation. */
function annotatedOwnerOf(annotations: StringMap): Controller | undefined {
  for (const { ownerAnnotation = '', identity } of annotatingKinds) {
    const owner = annotations.get(ownerAnnotation)
    if (owner !== undefined) return { reference: `${identity}/${owner}`, uid: '' }
  }
  return undefined
}

function text(fields: Fields, key: string): string {
  const value = at(fields, key)
  return typeof value === 'string' ? value : ''
}
