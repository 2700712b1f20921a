import type { Pair, YAMLSeq } from 'yaml'
import type { Splice } from '../yaml/splice.ts'
import { afterColon, afterDash, type BlockStyle } from '../yaml/stringify.ts'
import type { FlowStyle } from './flow.ts'
import { colonEnd, dashesOf, hasColon, isTagOrAnchor, valuePropsEnd } from './nodes.ts'
import type { ParsedText } from './parse.ts'

/** A text that is being edited: what was parsed, and where that is in the bytes. */
export interface Editing {
  readonly parsed: ParsedText
  readonly bytes: Buffer
  /** The place in the bytes of a place in the text. */
  readonly at: (offset: number) => number
  readonly style: BlockStyle
  readonly flow: FlowStyle
}

/** Where a value stands. */
export interface Place {
  readonly inFlow: boolean
  /** Behind the colon or the dash (in brackets, where there is neither, at the value's start). */
  readonly indicator: number
  /** Behind the value's last tag or anchor; `indicator` where it has none. */
  readonly propertiesEnd: number
  /** What has to come before a value that is put behind the indicator. */
  readonly lead: string
  /** Column of the key or the dash. */
  readonly column: number
  /** A value in block style, as what follows the indicator. */
  readonly render: (value: unknown, column: number, style: BlockStyle) => string
  /** Start (in bytes) of the line on which something else begins. */
  readonly limit: number
}

/** The place of a pair's value. */
export function placeOfValue(pair: Pair, inFlow: boolean, column: number, limit: number): Place {
  return {
    inFlow,
    indicator: colonEnd(pair),
    propertiesEnd: valuePropsEnd(pair),
    lead: hasColon(pair) ? ' ' : ': ',
    column,
    render: afterColon,
    limit,
  }
}

/** The place of an entry of a block list. */
export function placeOfEntry(seq: YAMLSeq, position: number, column: number, limit: number): Place {
  const token = seq.srcToken?.type === 'block-seq' ? seq.srcToken.items[position] : undefined
  const indicator = (dashesOf(seq)[position] ?? 0) + 1
  const property = token?.start.findLast(isTagOrAnchor)
  return {
    inFlow: false,
    indicator,
    propertiesEnd: property === undefined ? indicator : property.offset + property.source.length,
    lead: ' ',
    column,
    render: afterDash,
    limit,
  }
}

/** The place of an entry of a list in brackets. */
export function placeOfElement(start: number, valueStart: number): Place {
  return {
    inFlow: true,
    indicator: start,
    propertiesEnd: valueStart,
    lead: '',
    column: 0,
    render: afterDash,
    limit: 0,
  }
}

/** Splices in the text as splices in the bytes. */
export function inBytes({ at }: Editing, splices: readonly Splice[]): Splice[] {
  return splices.map(({ start, end, text }) => ({ start: at(start), end: at(end), text }))
}
