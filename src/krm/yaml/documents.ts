import { lineOfField } from './field-line.ts'
import type { Step } from './step.ts'

/** YAML text that can't be read; the message says where and why. */
export class DocumentError extends Error {}

export interface YamlDocument {
  readonly value: unknown
  /** Why `value` can't be trusted, in a sentence without its end. */
  readonly problem?: string
  /** The line of a field, from 1, or that of the nearest one around it that is there. */
  lineOf(steps: readonly Step[]): number
}

/**
 * The documents of a YAML file, those that are empty left out.
 *
 * @throws DocumentError
 */
export async function parseDocuments(text: string): Promise<readonly YamlDocument[]> {
  const { LineCounter, parseAllDocuments } = await import('yaml')
  const counter = new LineCounter()
  const documents = parseAllDocuments(text, { merge: true, prettyErrors: true, lineCounter: counter })
  if (!Array.isArray(documents)) return []
  return documents.flatMap((document) => {
    const [error] = document.errors
    if (error) throw new DocumentError(firstLine(error.message))
    const value = plainValue(document)
    if (value === null) return []
    const [start, , end] = document.contents?.range ?? [0, 0, text.length]
    const first = counter.linePos(start).line
    const lines = text.slice(text.lastIndexOf('\n', start) + 1, end).split('\n')
    return [{ value, lineOf: (steps: readonly Step[]) => lineOfField(lines, first, steps).number }]
  })
}

/** Aliases that multiply into something huge are refused by `yaml`. */
function plainValue(document: { toJS(): unknown }): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new DocumentError(error instanceof Error ? firstLine(error.message) : String(error))
  }
}

function firstLine(message: string): string {
  const end = message.indexOf('\n')
  return (end === -1 ? message : message.slice(0, end)).replace(/:$/, '')
}
