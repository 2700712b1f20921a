import {
  type DocumentOptions,
  LineCounter,
  type ParseOptions,
  parseAllDocuments,
  type SchemaOptions,
} from 'yaml'
import { syntaxError } from './syntax-error.ts'
import type { Tree } from './tree.ts'
import { treeOf } from './tree-of-document.ts'
import { YamlError } from './yaml-error.ts'

/** YAML 1.2's core schema, with merge keys, as Kubernetes' own readers have them; keys that appear twice are for others to report. */
export const options: ParseOptions & DocumentOptions & SchemaOptions = {
  merge: true,
  uniqueKeys: false,
  keepSourceTokens: true,
  prettyErrors: false,
  logLevel: 'error',
}

/** What YAML's set of printable characters leaves out; Go's readers refuse it, though `yaml` doesn't. */
const controlCharacter = /(?![\t\n\r\u0085])\p{Cc}/u

/**
 * The documents of a text in any style, as `yaml` reads them; the lines of messages count from `firstLine`.
 * @throws YamlError for the first thing that is wrong.
 */
export function readAny(text: string, firstLine = 1): readonly Tree[] {
  refuseControlCharacters(text, firstLine)
  const lineCounter = new LineCounter()
  const documents = parsed(text, lineCounter)
  return documents.map((document) => {
    const [error] = document.errors
    if (error !== undefined) throw syntaxError(text, error, lineCounter, firstLine)
    return treeOf(text, document, (offset) => lineCounter.linePos(offset).line + firstLine - 1)
  })
}

function parsed(text: string, lineCounter: LineCounter) {
  try {
    const documents = parseAllDocuments(text, { ...options, lineCounter })
    return Array.isArray(documents) ? documents : []
  } catch (error) {
    // What is nested thousands of levels deep takes more stack than there is.
    if (error instanceof RangeError) throw new YamlError('it is nested too deeply to be read')
    throw error
  }
}

function refuseControlCharacters(text: string, firstLine: number): void {
  const at = text.search(controlCharacter)
  if (at === -1) return
  const line = text.slice(0, at).split('\n').length + firstLine - 1
  const code = text.charCodeAt(at).toString(16).padStart(4, '0')
  throw new YamlError(
    `line ${line} has the control character U+${code}, which YAML doesn't allow; write it as an escape in double quotes`,
  )
}
