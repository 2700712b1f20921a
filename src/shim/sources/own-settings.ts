import { at } from '../../manifest/manifest.ts'
import { annotationPath } from '../annotations.ts'

/** Fields in which a kind says what all others say with annotations, none of which it reads. */
export interface OwnSettings {
  /** The mapping that they are in: `spec.tls.cert-manager`. */
  readonly path: string
  /** Their names, by the annotations that they stand for. */
  readonly names: Readonly<Record<string, string>>
}

interface MayHaveSettings {
  readonly ownSettings?: OwnSettings
}

/** Where a resource says what an annotation says on most kinds, in the notation of a result's `field.path`. */
export function settingPath({ ownSettings }: MayHaveSettings, key: string): string {
  if (ownSettings === undefined) return annotationPath(key)
  const name = ownSettings.names[key]
  return name === undefined ? ownSettings.path : `${ownSettings.path}.${name}`
}

/** The same as a message names it. */
export function settingName(kind: MayHaveSettings, key: string): string {
  return kind.ownSettings === undefined ? key : settingPath(kind, key)
}

/** Whether a kind has a setting at all. */
export function hasSetting({ ownSettings }: MayHaveSettings, key: string): boolean {
  return ownSettings === undefined || Object.hasOwn(ownSettings.names, key)
}

/** What a resource holds in place of an annotation, whatever its type. */
export function valueOfSetting({ path, names }: OwnSettings, key: string, object: unknown): unknown {
  const name = names[key]
  return name === undefined ? undefined : at(object, ...path.split('.'), name)
}
