import { BlockCursor, unsure } from './block-cursor.ts'
import { Doubts } from './doubt.ts'
import { opensFlow, readFlow } from './read-flow.ts'
import {
  type Entry,
  type Mapping,
  type Node,
  type Pair,
  type Scalar,
  type Sequence,
  setField,
  Tree,
} from './tree.ts'

/*
 * A strict reader of block style, which is how manifests are written. It takes what it is sure of and nothing else: no anchors,
 * aliases, tags, merge keys, folded or kept block scalars, values over several lines, or tabs. For all else there is `yaml`.
 */

const deepest = 100

/** What YAML has rules of its own for: controls, tabs, carriage returns alone, the line breaks of YAML 1.1, non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const odd = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/
const plain =
  /-?[A-Za-z0-9_./$()+;=\\^~\u00a1-\ud7ff\ue000-\ufdcf](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*/y
const literalHeader = /\|(-?) *(?:(?<= )#[^\n]*)?\r?\n/y

const dash = 0x2d
const verticalBar = 0x7c

/** The tree of one document, a mapping or a list in block style; undefined where the reader isn't sure. */
export function readBlock(text: string): Tree | undefined {
  if (odd.test(text)) return undefined
  try {
    const reader = new BlockReader(text)
    return new Tree(text, reader.document(), reader.doubts.first)
  } catch (error) {
    if (error === unsure) return undefined
    throw error
  }
}

class BlockReader {
  readonly doubts = new Doubts()
  readonly #cursor: BlockCursor
  #depth = 0

  constructor(text: string) {
    this.#cursor = new BlockCursor(text)
  }

  document(): Node {
    this.#cursor.toContent()
    const node = this.#block()
    if (this.#cursor.column !== -1) throw unsure
    return node
  }

  #block(): Node {
    if (++this.#depth > deepest) throw unsure
    const node = this.#cursor.isDash() ? this.#sequence() : this.#mapping()
    this.#depth--
    return node
  }

  #mapping(): Mapping {
    const cursor = this.#cursor
    const { column, at: start } = cursor
    const pairs: Pair[] = []
    const value: Record<string, unknown> = {}
    do {
      const keyAt = cursor.at
      const key = cursor.key()
      if (key === undefined) throw unsure
      if (Object.hasOwn(value, key)) this.doubts.noteTwice({ key, start: keyAt })
      const afterColon = ++cursor.at
      const node = this.#value(column, true)
      setField(value, key, node.value)
      pairs.push({ key, start: keyAt, afterColon, node })
    } while (cursor.column === column && !cursor.isDash())
    if (cursor.column >= column) throw unsure
    return { kind: 'mapping', isFlow: false, column, pairs, value, start, end: endOf(pairs) }
  }

  #sequence(): Sequence {
    const cursor = this.#cursor
    const { column, at: start } = cursor
    const entries: Entry[] = []
    const value: unknown[] = []
    do {
      const dashAt = cursor.at++
      const node = this.#value(column, false)
      value.push(node.value)
      entries.push({ start: dashAt, node })
    } while (cursor.column === column && cursor.isDash())
    if (cursor.column > column) throw unsure
    return { kind: 'sequence', isFlow: false, column, entries, value, start, end: endOf(entries) }
  }

  /** What stands behind a colon or a dash: on its line, or deeper below it. */
  #value(column: number, isOfKey: boolean): Node {
    const cursor = this.#cursor
    const { at } = cursor
    cursor.skipSpaces()
    if (!cursor.isLineEnd()) return this.#valueOnLine(column, isOfKey, at)
    cursor.at = at
    cursor.toNextLine()
    if (cursor.column > column) return this.#block()
    if (isOfKey && cursor.column === column && cursor.isDash()) return this.#block()
    return { kind: 'scalar', value: null, start: at, end: at, isBlock: false }
  }

  #valueOnLine(column: number, isOfKey: boolean, indicatorEnd: number): Node {
    const cursor = this.#cursor
    if (cursor.at === indicatorEnd) throw unsure
    if (isOfKey) return this.#inline(column)
    cursor.column = column + 1 + cursor.at - indicatorEnd
    return cursor.isDash() || cursor.isKey() ? this.#block() : this.#inline(column)
  }

  /** A value that begins on this line; nothing deeper than `column` may follow it. */
  #inline(column: number): Node {
    const cursor = this.#cursor
    const node = cursor.code === verticalBar ? this.#literal(column) : this.#onLine(column)
    if (cursor.column > column) throw unsure
    return node
  }

  #onLine(column: number): Node {
    const cursor = this.#cursor
    const start = cursor.at
    let value = opensFlow(cursor.code) ? readFlow(cursor) : cursor.scalar(plain, column)
    let end = cursor.at
    cursor.toNextLine()
    if (cursor.column > column) {
      cursor.at = start
      value = cursor.plainOverLines(plain, column)
      end = cursor.at
      cursor.toNextLine()
    }
    return { kind: 'scalar', value, start, end, isBlock: false }
  }

  #literal(column: number): Scalar {
    const cursor = this.#cursor
    const { text, at: start } = cursor
    const header = cursor.take(literalHeader)
    if (header === undefined) throw unsure
    const lines: string[] = []
    let indentation = 0
    let end = cursor.at
    while (cursor.at < text.length) {
      const lineEnd = text.indexOf('\n', cursor.at)
      const next = lineEnd === -1 ? text.length : lineEnd + 1
      const line = withoutBreak(text.slice(cursor.at, next))
      const indent = line.search(/[^ ]/)
      if (indent === -1 && line.length > (indentation || column)) throw unsure
      if (indent !== -1 && indentation === 0) {
        if (indent <= column) break
        indentation = indent
      }
      if (indent !== -1 && indent < indentation) break
      lines.push(indent === -1 ? '' : line.slice(indentation))
      if (indent !== -1) end = next
      cursor.at = next
    }
    if (indentation === 0) throw unsure
    cursor.at = end
    cursor.toContent()
    while (lines.at(-1) === '') lines.pop()
    const value = lines.join('\n') + (header.charCodeAt(1) === dash ? '' : '\n')
    return { kind: 'scalar', value, start, end, isBlock: true }
  }
}

function endOf(parts: readonly { readonly node: Node }[]): number {
  return parts.at(-1)?.node.end ?? 0
}

function withoutBreak(line: string): string {
  return line.replace(/\r?\n$/, '')
}
