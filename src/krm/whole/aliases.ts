import { type Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml'
import { doubleQuoted } from '../yaml/quote.ts'
import type { Splice } from '../yaml/splice.ts'
import { contentEnd, rangeOf, resolved } from './nodes.ts'
import { type Editing, inBytes } from './place.ts'

/**
 * An alias stands for the text of its anchor. Where that text is edited or goes, each alias elsewhere is written out: it
 * becomes, in flow style, what it has stood for. So an edit of one item never changes another.
 */
export function writtenOutAliases(editing: Editing, edits: readonly Splice[]): Splice[] {
  const { doc } = editing.parsed
  const splices: Splice[] = []
  visit(doc, {
    Alias: (_key, alias) => {
      const anchored = alias.resolve(doc)
      if (anchored === undefined || isCut(editing, alias, edits) || !isTouched(editing, anchored, edits))
        return
      const [start, end] = rangeOf(alias)
      splices.push({ start, end, text: flowOf(doc, anchored) })
    },
  })
  return inBytes(editing, splices)
}

/** Whether an edit takes a part of a node away, or puts something into it or right behind its last line. */
function isTouched(editing: Editing, node: Node, edits: readonly Splice[]): boolean {
  const { start, end } = extent(editing, node)
  const behind = end + '\r\n'.length
  return edits.some((edit) =>
    edit.start < edit.end
      ? edit.start < end && edit.end > start
      : edit.text !== '' && edit.start > start && edit.start <= behind,
  )
}

function isCut(editing: Editing, node: Node, edits: readonly Splice[]): boolean {
  const { start, end } = extent(editing, node)
  return edits.some((edit) => edit.start < end && edit.end > start && edit.start < edit.end)
}

function extent({ at }: Editing, node: Node): { start: number; end: number } {
  return { start: at(rangeOf(node)[0]), end: at(contentEnd(node)) }
}

/** A node in flow style, its numbers as they were written. */
function flowOf(doc: Document, node: unknown): string {
  const value = resolved(doc, node)
  const tag = isMap(value) || isSeq(value) || isScalar(value) ? value.tag : undefined
  const properties = tag === undefined ? '' : `!<${tag}> `
  if (isMap(value)) {
    const pairs = value.items.map((pair) => `${flowOf(doc, pair.key)}: ${flowOf(doc, pair.value)}`)
    return `${properties}{${pairs.join(', ')}}`
  }
  if (isSeq(value)) return `${properties}[${value.items.map((item) => flowOf(doc, item)).join(', ')}]`
  if (!isScalar(value)) return 'null'
  const isText = value.type !== undefined && value.type !== Scalar.PLAIN
  if (isText || typeof value.value === 'string') return properties + doubleQuoted(value.source ?? '')
  return properties + (value.source === '' ? 'null' : value.source)
}
