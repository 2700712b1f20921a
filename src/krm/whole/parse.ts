import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { InputError } from '../resource-list.ts'
import { rangeOf } from './nodes.ts'
import { syntaxError } from './syntax-error.ts'

/** What YAML's set of printable characters leaves out; Go's readers refuse it, though `yaml` doesn't. */
const controlCharacter = /(?![\t\n\r\u0085])\p{Cc}/u

/** A text that `yaml` read without a complaint, with what is needed to say where things are in it. */
export interface ParsedText {
  readonly text: string
  readonly doc: Document.Parsed
  readonly lines: LineCounter
}

/**
 * Parses a text with `yaml`: version 1.2, the core schema, keys that appear twice let through.
 * @throws InputError for the first thing that `yaml` complains about.
 */
export function parseText(text: string): ParsedText {
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
  refuseUnknownAliases(doc, lines)
  return { text, doc, lines }
}

/** A node's value as JavaScript has it. */
export function jsValue({ doc, lines }: ParsedText, node: unknown): unknown {
  if (!isNode(node)) return null
  try {
    return node.toJS(doc)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new InputError(
      `The value on line ${lineOf(lines, node)} can't be read: ${reason}. Write out what its aliases stand for.`,
    )
  }
}

/** The line on which a node starts. */
export function lineOf(lines: LineCounter, node: unknown): number {
  return lines.linePos(rangeOf(node)[0]).line
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

function refuseUnknownAliases(doc: Document.Parsed, lines: LineCounter): void {
  const anchors = new Set<string>()
  visit(doc, {
    Node: (_key, node) => {
      if (isAlias(node) && !anchors.has(node.source)) {
        throw new InputError(
          `The alias *${node.source} on line ${lineOf(lines, node)} stands for nothing: no &${node.source} comes before it. Add the anchor, or write the value out.`,
        )
      }
      if ('anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor)
    },
  })
}
