import type { FieldEdit } from '../../manifest/change.ts'
import type { Finding } from '../../manifest/finding.ts'
import { at, type Fields, isFields, type Manifest } from '../../manifest/manifest.ts'
import type { Rule } from '../../manifest/rule.ts'
import { certificateAnnotation } from '../annotations.ts'
import { controllerOf, isCertificate } from './existing.ts'

export const certificateAdopted: Rule = {
  id: 'certificate-adopted',
  severity: 'info',
  summary: 'A Certificate that the cluster made is taken over, and one command is left to run there.',
  alwaysShown: true,
}

/** A Certificate as the cluster has it, and as Git should. */
export interface Adoption {
  readonly adopted: Manifest
  readonly edits: readonly FieldEdit[]
  readonly finding: Finding
}

/** What the API server writes into the metadata of an object. Source: `ObjectMeta` in apimachinery's pkg/apis/meta/v1/types.go. */
const serverFields = [
  'creationTimestamp',
  'deletionGracePeriodSeconds',
  'deletionTimestamp',
  'generation',
  'managedFields',
  'ownerReferences',
  'resourceVersion',
  'selfLink',
  'uid',
]

/** kubectl writes it anew with each apply; in Git it would only be a copy of what stands around it. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

/**
 * Takes over a Certificate that the cluster's ingress-shim or gateway-shim made, as `kubectl get -o yaml` gives it: without
 * what belongs to the cluster, and with our annotation. Undefined for anything else, and for what can't be relied on.
 */
export function adoptionOf(manifest: Manifest): Adoption | undefined {
  const { object, position, problem } = manifest
  const metadata = at(object, 'metadata')
  if (problem !== undefined || !isFields(object) || !isFields(metadata)) return undefined
  if (!isCertificate(String(object.apiVersion), String(object.kind))) return undefined
  const maker = controllerOf(object)?.reference
  if (maker === undefined) return undefined
  const annotations = at(metadata, 'annotations')
  const madeFor = at(annotations, certificateAnnotation.source)
  const edits: readonly FieldEdit[] = [
    ...serverFields.filter((key) => Object.hasOwn(metadata, key)).map((key) => removed('metadata', key)),
    ...(at(annotations, lastApplied) === undefined ? [] : [removed('metadata', 'annotations', lastApplied)]),
    ...(madeFor === undefined ? [{ path: pathOfSource, value: maker }] : []),
    ...(Object.hasOwn(object, 'status') ? [removed('status')] : []),
  ]
  return {
    adopted: { ...manifest, object: asInGit(object, metadata, annotations, maker) },
    edits,
    finding: {
      rule: certificateAdopted.id,
      severity: certificateAdopted.severity,
      message: `The cluster made this Certificate for ${maker}, and would still delete it with that, since an apply leaves ownerReferences where they are. Before you delete ${maker}, run: ${patchCommand(metadata)}`,
      position,
      field: { path: 'metadata.ownerReferences' },
      alwaysShown: true,
    },
  }
}

const pathOfSource = ['metadata', 'annotations', certificateAnnotation.source]

function removed(...path: readonly string[]): FieldEdit {
  return { path, value: undefined }
}

function asInGit(
  { status: _status, ...object }: Fields,
  metadata: Fields,
  annotations: unknown,
  maker: string,
): Fields {
  const kept = Object.entries(isFields(annotations) ? annotations : {}).filter(([key]) => key !== lastApplied)
  return {
    ...object,
    metadata: {
      ...Object.fromEntries(Object.entries(metadata).filter(([key]) => !serverFields.includes(key))),
      annotations: { [certificateAnnotation.source]: maker, ...Object.fromEntries(kept) },
    },
  }
}

function patchCommand({ name, namespace }: Fields): string {
  const inNamespace =
    typeof namespace === 'string' && namespace !== '' ? ` --namespace ${word(namespace)}` : ''
  return `kubectl patch certificate ${word(String(name))}${inNamespace} --type json --patch '[{"op": "remove", "path": "/metadata/ownerReferences"}]'`
}

/** A word of a shell command: names come from manifests of others. */
function word(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
