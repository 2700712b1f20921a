import { lineNumbers } from '../yaml/lines.ts'
import { readYaml } from '../yaml/read.ts'
import type { Step } from '../yaml/step.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { streamIn } from './documents.ts'
import { textOf } from './entries.ts'

/** One document of a YAML file. */
export interface YamlDocument {
  readonly value: unknown
  /** Why `value` can't be trusted, in a sentence without its end: a key that appears twice, say. */
  readonly problem?: string
  /** The line of the file, from 1, of a field, or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number
}

/**
 * The documents of a YAML file, those that are empty left out.
 * @throws YamlError
 */
export async function parseDocuments(text: string): Promise<readonly YamlDocument[]> {
  const bytes = new TextEncoder().encode(text)
  const lineNumber = lineNumbers(bytes)
  const parsed: YamlDocument[] = []
  for (const document of streamIn(bytes).documents) {
    const firstLine = lineNumber(document.start)
    const tree = await readYaml(textOf(bytes, document), () => firstLine)
    if (tree.refusal !== undefined) throw new YamlError(tree.refusal)
    if (tree.value === null) continue
    const problem = tree.problem((line) => `line ${firstLine + line}`)
    const lineOf = (steps: readonly Step[]) => firstLine + tree.lineOf(steps)
    parsed.push({ value: tree.value, lineOf, ...(problem !== undefined && { problem }) })
  }
  return parsed
}

/** The same; none where the text can't be read. */
export async function readableDocuments(text: string): Promise<readonly YamlDocument[]> {
  try {
    return await parseDocuments(text)
  } catch (error) {
    if (error instanceof YamlError) return []
    throw error
  }
}
