import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { InputError } from '../list/resource-list.ts'
import { rangeOf } from './nodes.ts'
import { syntaxError } from './syntax-error.ts'

/** What YAML's set of printable characters leaves out; Go's readers refuse it, though `yaml` doesn't. */
const controlCharacter = /(?![\t\n\r\u0085])\p{Cc}/u

/** A text that `yaml` read without a complaint, with what is needed to say where things are in it. */
export interface ParsedText {
  readonly text: string
  readonly doc: Document.Parsed
  readonly lines: LineCounter
  /** Number of the text's first line in the input. */
  readonly firstLine: number
}

/**
 * Parses a text with `yaml`: version 1.2, the core schema, keys that appear twice let through.
 * @throws InputError for the first thing that `yaml` complains about.
 */
export function parseText(text: string, firstLine = 1): ParsedText {
  refuseControlCharacters(text)
  const lines = new LineCounter()
  const doc = parseDocument(text, {
    uniqueKeys: false,
    keepSourceTokens: true,
    prettyErrors: false,
    lineCounter: lines,
    logLevel: 'error',
  })
  const [error] = doc.errors
  if (error?.code === 'MULTIPLE_DOCS') throw severalDocuments(lines.linePos(error.pos[0]).line)
  if (error !== undefined) throw syntaxError(text, error, lines)
  const parsed = { text, doc, lines, firstLine }
  refuseUnknownAliases(parsed)
  return parsed
}

/** A node's value as JavaScript has it. */
export function jsValue(parsed: ParsedText, node: unknown): unknown {
  if (!isNode(node)) return null
  try {
    return node.toJS(parsed.doc)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(
      `The value on line ${lineOf(parsed, node)} can't be read: ${reason}. Write out what its aliases stand for.`,
    )
  }
}

/** The line, in the input, on which a node starts. */
export function lineOf(parsed: ParsedText, node: unknown): number {
  return lineAt(parsed, rangeOf(node)[0])
}

/** The line, in the input, of a place in the text. */
export function lineAt({ lines, firstLine }: ParsedText, offset: number): number {
  return lines.linePos(offset).line + firstLine - 1
}

function refuseControlCharacters(text: string): void {
  const at = text.search(controlCharacter)
  if (at === -1) return
  const line = text.slice(0, at).split('\n').length
  const code = text.charCodeAt(at).toString(16)
  throw new InputError(
    `The input has the control character U+${code.padStart(4, '0')} on line ${line}, which YAML doesn't allow: is it a binary or an archive? Write it as an escape in double quotes.`,
  )
}

function severalDocuments(line: number): InputError {
  return new InputError(
    `The input holds several YAML documents (the second starts on line ${line}), where one ResourceList is expected. Wrap a plain stream of manifests into one, for example with \`kpt fn source DIR\`.`,
  )
}

function refuseUnknownAliases(parsed: ParsedText): void {
  const anchors = new Set<string>()
  visit(parsed.doc, {
    Node: (_key, node) => {
      if (isAlias(node) && !anchors.has(node.source)) {
        throw new InputError(
          `The alias *${node.source} on line ${lineOf(parsed, node)} stands for nothing: no &${node.source} comes before it. Add the anchor, or write the value out.`,
        )
      }
      if ('anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor)
    },
  })
}
