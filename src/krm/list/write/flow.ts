import { flowText } from '../../yaml/edit/quote.ts'
import type { Splice } from '../../yaml/edit/splice.ts'
import type { BlockStyle } from '../../yaml/edit/stringify.ts'
import { decode } from '../encoding.ts'
import type { Field, FlowList, ListPlace, Outline } from '../outline/outline.ts'

/** What stands between brackets or braces. */
type FlowPlace = Pick<FlowList, 'entries' | 'start' | 'end'>

/** The splices that remove entries, with their commas. */
export function flowCuts({ entries, start, end }: FlowPlace, remove: ReadonlySet<number>): Splice[] {
  const firstKept = entries.findIndex((_entry, index) => !remove.has(index))
  if (firstKept === -1) return [{ start, end, text: '' }]
  return [...remove].map((index) =>
    index < firstKept
      ? { start: entries[index]?.start ?? start, end: entries[index + 1]?.start ?? end, text: '' }
      : { start: entries[index - 1]?.end ?? start, end: entries[index]?.end ?? end, text: '' },
  )
}

/** The splice that adds values to a list in brackets, behind its last entry or, where none is left, as its only ones. */
export function flowEntries(
  bytes: Uint8Array,
  list: FlowPlace,
  values: readonly object[],
  isEmptied: boolean,
  style: BlockStyle,
): Splice {
  const lead = leadOf(bytes, list, style)
  const texts = values.map((value) => lead + indented(value, lead, style))
  if (!isEmptied) return behind(list, texts)
  const closing = lead.trim() === lead ? '' : lead.slice(0, -2)
  const text = texts.map((text, index) => (index === 0 ? text : separated(text))).join(',')
  return { start: list.start, end: list.start, text: text + closing }
}

/** The splice that gives a list to a mapping in braces that has none, or an empty one. */
export function flowPair(
  { edges: { bytes }, keys, end }: Outline,
  place: ListPlace,
  name: string,
  values: readonly object[],
  style: BlockStyle,
): Splice {
  const [first] = keys.values()
  const firstKey = first?.start ?? end
  const pairs: Field = { start: firstKey, end: endOfText(bytes, end) }
  const mapping = { entries: [pairs], start: bytes.lastIndexOf(0x7b, firstKey) + 1, end }
  const lead = leadOf(bytes, mapping, style)
  const text = indented(values, lead, style)
  if (place.form === 'empty') return { start: place.start, end: place.end, text: ` ${text}` }
  return behind(mapping, [`${lead}${JSON.stringify(name)}: ${text}`])
}

function behind({ entries, start }: FlowPlace, texts: readonly string[]): Splice {
  const last = entries.at(-1)?.end ?? start
  return { start: last, end: last, text: texts.map((text) => `,${separated(text)}`).join('') }
}

/** What stands before an entry: a line break and its indentation, or nothing. */
function leadOf(bytes: Uint8Array, { entries, start, end }: FlowPlace, { newline }: BlockStyle): string {
  const between = decode(bytes, start, entries[0]?.start ?? end)
  const lineBreak = between.lastIndexOf('\n')
  return lineBreak === -1 ? between.replaceAll(/[^ ]/g, '') : newline + between.slice(lineBreak + 1)
}

function indented(value: unknown, lead: string, { newline }: BlockStyle): string {
  return lead.startsWith(newline) ? flowText(value, '  ').replaceAll('\n', lead) : flowText(value)
}

/** What follows a comma: on its line with a blank before it. */
function separated(text: string): string {
  return /^\s/.test(text) ? text : ` ${text}`
}

/** Behind the last character before a closing brace, and before a comma there. */
function endOfText(bytes: Uint8Array, end: number): number {
  let at = end
  while (at > 0 && [0x20, 0x0a, 0x0d, 0x09, 0x2c].includes(bytes[at - 1] ?? 0)) at--
  return at
}
