import { comments, scalars, snippets } from '../../krm/list/hostile-words.ts'
import type { Choices } from '../choices.ts'

/*
 * What happens to a text on its way: pieces that are lost, doubled, moved or put in, other line breaks, and bytes that are no text.
 */

/** The bytes of a text with some damage, or none. */
export function damaged(text: string, choices: Choices): Uint8Array {
  const changed = choices
    .several(3, () => choices.of(...changes))
    .reduce((before, change) => change(before, choices), text)
  return withBytes(withLineBreaks(changed, choices), choices)
}

type Change = (text: string, choices: Choices) => string

const inserted: Change = (text, choices) => {
  const at = choices.below(text.length + 1)
  return text.slice(0, at) + choices.of(...pieces) + text.slice(at)
}

const pieces: readonly [string, ...string[]] = [
  ' ',
  ...snippets,
  ...[
    '\u0000',
    '\u0007',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufffe',
    '\ufeff',
    '\u00a0',
    '\ud800',
    '__proto__: x\n',
    '<<: *a\n',
    '&a {}',
    '*a',
    '%YAML 1.1\n---\n',
  ],
  ...[
    '[[[[[[[[',
    '{a: '.repeat(40),
    '- '.repeat(40),
    'x'.repeat(5000),
    '\n- apiVersion: v1\n  kind: Secret\n',
    '|+\n',
    '>2-\n',
    '\n\n\n',
    '\r',
    '\r\n',
  ],
]

const deleted: Change = (text, choices) => {
  const at = choices.below(text.length + 1)
  return text.slice(0, at) + text.slice(at + 1 + choices.below(20))
}

const cut: Change = (text, choices) => text.slice(0, text.length - choices.below(text.length + 1))

/** Changes one line, or what is between two. */
function ofLines(change: (lines: string[], at: number, choices: Choices) => void): Change {
  return (text, choices) => {
    const lines = text.split('\n')
    change(lines, choices.below(lines.length), choices)
    return lines.join('\n')
  }
}

const changes: readonly [Change, ...Change[]] = [
  inserted,
  deleted,
  cut,
  ofLines((lines, at, choices) => lines.splice(at, 1, `${' '.repeat(choices.below(4))}${lines[at]}`)),
  ofLines((lines, at, choices) => lines.splice(at, 1, (lines[at] ?? '').slice(choices.below(4)))),
  ofLines((lines, at) => lines.splice(at, 1)),
  ofLines((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  ofLines((lines, at, choices) =>
    lines.splice(choices.below(lines.length), 0, ...lines.splice(at, 1 + choices.below(4))),
  ),
  ofLines((lines, at, choices) => lines.splice(at, 0, choices.of('', ...comments))),
  ofLines((lines, at, choices) =>
    lines.splice(at, 1, (lines[at] ?? '').replace(/: .*/, `: ${choices.of('x', ...scalars)}`)),
  ),
  inserted,
]

function withLineBreaks(text: string, choices: Choices): string {
  const end = choices.of('same', 'same', 'none', 'more')
  const ended = end === 'none' ? text.replace(/\n+$/, '') : end === 'more' ? `${text}\n\n` : text
  const lineBreak = choices.of('\n', '\n', '\n', '\r\n', '\r\n', 'mixed', '\r')
  if (lineBreak === 'mixed') return ended.replaceAll('\n', () => choices.of('\n', '\r\n'))
  return lineBreak === '\n' ? ended : ended.replaceAll('\n', lineBreak)
}

function withBytes(text: string, choices: Choices): Uint8Array {
  const bytes = Buffer.from(choices.oneIn(30) ? `\ufeff${text}` : text)
  if (!choices.oneIn(60)) return bytes
  const at = choices.below(bytes.length + 1)
  const invalid = choices.of(
    [0xff],
    [0xed, 0xa0, 0x80],
    [0xc3],
    [0xc0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0x80],
    [0xff, 0xfe],
  )
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(invalid), bytes.subarray(at)])
}
