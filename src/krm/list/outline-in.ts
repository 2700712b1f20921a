import { YamlError } from '../yaml/yaml-error.ts'
import type { DocumentPlace } from './documents.ts'
import { unreadable } from './items.ts'
import { type Outline, outlineOf } from './outline.ts'

/**
 * The outline of a list: from its lines or, where these don't tell, by `yaml`. Undefined where the document is no mapping.
 * @throws InputError where it can't be read.
 */
export async function outlineIn(bytes: Uint8Array, document: DocumentPlace): Promise<Outline | undefined> {
  const outline = outlineOf(bytes, document)
  if (outline !== undefined) return outline
  const { outlineByYaml } = await import('./outline-by-yaml.ts')
  try {
    return outlineByYaml(bytes, document)
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, document.end === bytes.length) : error
  }
}
