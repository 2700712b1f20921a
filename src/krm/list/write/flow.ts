import { flowText } from '../../yaml/edit/quote.ts'
import type { Splice } from '../../yaml/edit/splice.ts'
import type { BlockStyle } from '../../yaml/edit/stringify.ts'
import { decode } from '../encoding.ts'
import type { Outline } from '../outline.ts'
import type { AbsentList, BlockList, EmptyList, FlowList } from '../places.ts'

/** The splices that remove entries of a list in brackets, and add others behind its last one. */
export function flowListSplices(
  bytes: Uint8Array,
  { entries, start, end }: FlowList,
  remove: ReadonlySet<number>,
  values: readonly object[],
  style: BlockStyle,
): Splice[] {
  if (remove.size === 0 && values.length === 0) return []
  const firstKept = entries.findIndex((_entry, index) => !remove.has(index))
  const lead = leadOf(bytes, start, entries[0]?.start ?? end, style)
  const added = values.map((value) => lead + indented(value, lead, style))
  if (firstKept === -1) {
    const closing = lead.trim() === lead ? '' : lead.slice(0, -2)
    return [
      {
        start,
        end,
        text:
          added.length === 0
            ? ''
            : added.map((text, index) => (index === 0 ? text : separated(text))).join(',') + closing,
      },
    ]
  }
  const cuts = [...remove].map((index): Splice => {
    const entry = entries[index]
    return index < firstKept
      ? { start: entry?.start ?? start, end: entries[index + 1]?.start ?? end, text: '' }
      : { start: entries[index - 1]?.end ?? start, end: entry?.end ?? end, text: '' }
  })
  const last = entries.at(-1)?.end ?? start
  return [...cuts, ...added.map((text) => ({ start: last, end: last, text: `,${separated(text)}` }))]
}

/** The splice that gives a list to a mapping in braces that has none, or an empty one. */
export function flowPairSplice(
  { bytes, keys, end }: Outline,
  list: AbsentList | EmptyList | BlockList,
  name: string,
  values: readonly object[],
  style: BlockStyle,
): Splice {
  const firstKey = Math.min(...[...keys.values()].map(({ start }) => start))
  const open = bytes.lastIndexOf(0x7b, firstKey) + 1
  const lead = leadOf(bytes, open, firstKey, style)
  const text = indented(values, lead, style)
  if (list.form === 'empty') return { start: list.start, end: list.end, text: ` ${text}` }
  const last = endOfText(bytes, end)
  return { start: last, end: last, text: `,${separated(lead + JSON.stringify(name))}: ${text}` }
}

/** What stands before an entry: a line break and its indentation, or nothing. */
function leadOf(bytes: Uint8Array, start: number, first: number, { newline }: BlockStyle): string {
  const between = decode(bytes, start, first)
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

/** Behind the last character before a closing brace. */
function endOfText(bytes: Uint8Array, end: number): number {
  let at = end
  while (at > 0 && [0x20, 0x0a, 0x0d, 0x09].includes(bytes[at - 1] ?? 0)) at--
  return at
}
