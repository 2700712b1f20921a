import { at, type Fields, groupOf, isFields } from '../../manifest/manifest.ts'
import { certificateAnnotation } from '../annotations.ts'
import type { Resource } from '../resource.ts'
import type { Source } from '../sources/source.ts'
import { sourceKindOfGroup } from '../sources/source-kinds.ts'

/** A Certificate that the list has already. */
export interface ExistingCertificate extends Resource {
  readonly secretName: string
  /** The source that it was made for, by this project's annotation: `Kind/name`. */
  readonly madeFor: string | undefined
  /** The controller among its ownerReferences, which the cluster's ingress-shim sets. */
  readonly controller: Controller | undefined
  /** Malformed, or there twice: that is reported, and it is never touched. */
  readonly isLeftAlone: boolean
}

interface Controller {
  /** As our annotation would name it; undefined where it is not a kind of source. */
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
    controller: controllerOf(object),
    isLeftAlone,
  }
}

/** Whether a source is the controller: the same by reference, and by uid where both manifests have one. */
export function isControlledBy({ controller, namespace }: ExistingCertificate, source: Source): boolean {
  if (controller === undefined || controller.reference !== source.reference) return false
  if (namespace !== source.namespace) return false
  const uid = at(source.object, 'metadata', 'uid')
  return typeof uid !== 'string' || uid === '' || controller.uid === '' || controller.uid === uid
}

function controllerOf(object: Fields): Controller | undefined {
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

function text(fields: Fields, key: string): string {
  const value = at(fields, key)
  return typeof value === 'string' ? value : ''
}
