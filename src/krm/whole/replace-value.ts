import { isAlias, isMap, isScalar, isSeq, Scalar } from 'yaml'
import { nextLine } from '../yaml/lines.ts'
import { doubleQuoted, singleQuoted } from '../yaml/quote.ts'
import type { Splice } from '../yaml/splice.ts'
import { scalarText } from '../yaml/stringify.ts'
import { flowValue, indentationBefore, isFlow } from './flow.ts'
import { contentEnd, rangeOf } from './nodes.ts'
import type { Editing, Place } from './place.ts'
import { definedKeys, isFields } from './target.ts'

/** The splice, in bytes, that puts another value in a node's place; a comment behind a value of one line stays. */
export function replacedValue(editing: Editing, node: unknown, target: unknown, place: Place): Splice {
  return place.inFlow || (isInline(node) && isOnOneLine(target))
    ? inlineSplice(editing, node, target, place)
    : restSplice(editing, node, target, place)
}

function inlineSplice(editing: Editing, node: unknown, target: unknown, place: Place): Splice {
  const { at } = editing
  const hasNode = isScalar(node) || isAlias(node) || isMap(node) || isSeq(node)
  const [start, end] = hasNode ? rangeOf(node) : [place.indicator, place.indicator]
  const text = place.inFlow ? flowScalar(editing, node, target, start) : inStyleOf(node, target)
  if (place.propertiesEnd > place.indicator || start === end) {
    const behind = start === end ? place.propertiesEnd : end
    return { start: at(place.indicator), end: at(behind), text: place.lead + text }
  }
  return { start: at(start), end: at(end), text }
}

/** Replaces all that follows the colon or the dash, to the end of the value's last line. */
function restSplice({ bytes, at, style }: Editing, node: unknown, target: unknown, place: Place): Splice {
  const valueEnd = at(Math.max(contentEnd(node), place.indicator))
  const end = bytes[valueEnd - 1] === 0x0a ? valueEnd : nextLine(bytes, valueEnd)
  const text = place.render(target, place.column, style)
  const complete = bytes[end - 1] === 0x0a
  return { start: at(place.indicator), end, text: complete ? text : text.slice(0, -style.newline.length) }
}

function isInline(node: unknown): boolean {
  if (isScalar(node)) return node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED
  return !(isMap(node) || isSeq(node)) || isFlow(node)
}

function isOnOneLine(target: unknown): boolean {
  if (Array.isArray(target)) return target.length === 0
  return !isFields(target) || definedKeys(target).length === 0
}

/** A scalar in the quotes that the old one had. */
function inStyleOf(node: unknown, target: unknown): string {
  if (typeof target !== 'string' || !isScalar(node)) return scalarText(target)
  if (node.type === Scalar.QUOTE_SINGLE) return singleQuoted(target) ?? doubleQuoted(target)
  return node.type === Scalar.QUOTE_DOUBLE ? doubleQuoted(target) : scalarText(target)
}

function flowScalar(editing: Editing, node: unknown, target: unknown, start: number): string {
  if (!isOnOneLine(target)) {
    return flowValue(target, indentationBefore(editing.parsed.text, start), editing.flow)
  }
  return typeof target === 'string' && !(isScalar(node) && node.type === Scalar.QUOTE_SINGLE)
    ? doubleQuoted(target)
    : inStyleOf(node, target)
}
