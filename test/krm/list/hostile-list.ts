import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { comments, keys, kinds, scalarBlocks, scalars, snippets } from './hostile-words.ts'

/*
 * ResourceLists as nobody should write them: every style that block YAML has, and then a few random edits, so that many are wrong
 * and some of those only just.
 */

type Lines = readonly string[]

/** Mostly of the texts that `yaml` takes in this place, and seldom of the others. */
function mostlyRight<T>(texts: readonly T[], inPlace: (text: T) => string): fc.Arbitrary<T> {
  const isRight = (text: T) => {
    const whole = inPlace(text)
    return parseDocument(whole, { logLevel: 'error' }).errors.length === 0 && !whole.includes('\u0080')
  }
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...texts.filter(isRight)) },
    { weight: 1, arbitrary: fc.constantFrom(...texts.filter((text) => !isRight(text))) },
  )
}

const comment = mostlyRight(comments, (text) => `a: b\n${text}\nc: d`)
const trail = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom('', '', '', '', ' ', '   ', ' # comment', '  #') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '#glued', ' \t# c') },
)
const scalar = fc.oneof(
  { weight: 2, arbitrary: mostlyRight(scalars, (text) => `a: ${text}`) },
  { weight: 2, arbitrary: fc.constantFrom('web', 'x', '"y"', '80', "'0'") },
)
const step = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(2, 2, 2, 1, 3, 4) },
  { weight: 1, arbitrary: fc.constant(0) },
)
const gap = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(' ', ' ', ' ', ' ', '  ', '   ') },
  { weight: 1, arbitrary: fc.constantFrom('\t', '') },
)

function shifted(lines: Lines, by: number): string[] {
  return lines.map((line) => (line === '' ? line : ' '.repeat(by) + line))
}

/** A value: what stands behind its key, and the lines below. */
function valueWith(text: string, below: Lines = []): { text: string; below: Lines } {
  return { text, below }
}

interface Nodes {
  node: Lines
  mapping: Lines
  list: Lines
  pair: Lines
  entry: Lines
}

const { mapping, pair } = fc.letrec<Nodes>((tie: fc.LetrecTypedTie<Nodes>) => ({
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('mapping'), tie('list')),
  mapping: fc.array(tie('pair'), { minLength: 1, maxLength: 4 }).map((pairs) => pairs.flat()),
  list: fc.array(tie('entry'), { minLength: 1, maxLength: 3 }).map((entries) => entries.flat()),
  pair: fc
    .tuple(
      fc.oneof(
        { weight: 1, arbitrary: mostlyRight(keys, (text) => `${text}: a`) },
        { weight: 4, arbitrary: fc.constantFrom('name', 'a', 'b', 'c', 'spec') },
      ),
      gap,
      trail,
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 24, arbitrary: scalar.map((text) => valueWith(text)) },
        { weight: 4, arbitrary: fc.constant(valueWith('')) },
        {
          weight: 6,
          arbitrary: fc
            .tuple(
              mostlyRight(scalarBlocks, ([head, ...lines]) => `a: ${head}\n${shifted(lines, 2).join('\n')}`),
              step,
            )
            .map(([[head = '', ...lines], by]) => valueWith(head, shifted(lines, by))),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(scalar, scalar, step)
            .map(([text, more, by]) => valueWith(text, shifted([more], by))),
        },
        {
          weight: 12,
          arbitrary: fc.tuple(tie('mapping'), step).map(([lines, by]) => valueWith('', shifted(lines, by))),
        },
        {
          weight: 12,
          arbitrary: fc
            .tuple(tie('list'), fc.constantFrom(0, 0, 2, 4))
            .map(([lines, by]) => valueWith('', shifted(lines, by))),
        },
      ),
      fc.option(fc.tuple(comment, fc.nat(6)), { freq: 8 }),
    )
    .map(([key, space, end, { text, below }, extra]) => [
      `${key}:${text === '' ? '' : space}${text}${end}`,
      ...below,
      ...(extra === null ? [] : shifted([extra[0]], extra[1])),
    ]),
  entry: fc
    .tuple(
      fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        scalar.map((text): Lines => [text]),
        tie('node'),
      ),
      fc.constantFrom(1, 1, 1, 1, 2, 3),
      fc.boolean(),
    )
    .map(([[first = '', ...rest], blanks, below]) =>
      below && blanks === 3
        ? ['-', ...shifted([first, ...rest], 2)]
        : [`-${' '.repeat(blanks)}${first}`, ...shifted(rest, 1 + blanks)],
    ),
}))

const item = fc
  .tuple(
    fc.constantFrom(...kinds),
    mapping,
    fc.constantFrom(...[0, 0, 0, 0, 0, 1, 2, 3]),
    fc.constantFrom('v1', '"v1"', 'networking.k8s.io/v1'),
  )
  .map(([kind, fields, shape, apiVersion]): Lines => {
    const lines = [`apiVersion: ${apiVersion}`, ...`kind: ${kind}`.split('\n'), ...fields]
    if (shape === 1) return [...fields, ...lines.slice(0, 2)]
    if (shape === 2) return [`{apiVersion: ${apiVersion}, kind: Ingress}`]
    return shape === 3 ? fields : lines
  })

function entryLines([first = '', ...rest]: Lines, blanks: number): string[] {
  return [`-${' '.repeat(blanks)}${first}`, ...shifted(rest, 1 + blanks)]
}

const items = fc
  .tuple(
    fc.array(fc.tuple(item, fc.option(fc.tuple(comment, fc.nat(4)), { freq: 3 })), { maxLength: 5 }),
    fc.constantFrom(0, 0, 2, 4),
    fc.constantFrom(1, 1, 1, 3),
  )
  .map(([entries, column, blanks]) =>
    entries.flatMap(([lines, extra]) => [
      ...(extra === null ? [] : shifted([extra[0]], extra[1])),
      ...shifted(entryLines(lines, blanks), column),
    ]),
  )

const configs = fc.oneof(
  fc.tuple(mapping, step).map(([lines, by]) => ['functionConfig:', ...shifted(lines, by)]),
  fc.constantFrom(['functionConfig: {a: b}'], ['functionConfig:'], []),
)

const results = fc.constantFrom(
  [],
  ['results: []'],
  ['results:'],
  ['results:', '- message: old', '  severity: info'],
  ['results: null # c'],
)

const others = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom([], ['# comment'], ['  # comment', ''], [''], ['metadata:', '  name: list']),
  },
  { weight: 1, arbitrary: pair },
)

const itemsSection = fc
  .tuple(
    items,
    fc.constantFrom(...['items:', '"items":', 'items: # all', 'items:  ', 'items: []', 'items: null']),
  )
  .map(([entries, key]) => (/[\]l]$/.test(key) && !key.endsWith('# all') ? [key] : [key, ...entries]))

const list = fc
  .tuple(others, others, itemsSection, configs, results, fc.boolean())
  .map(([first, last, entries, config, earlier, itemsLast]) => [
    'apiVersion: config.kubernetes.io/v1',
    'kind: ResourceList',
    ...first,
    ...(itemsLast ? [...config, ...earlier, ...entries] : [...entries, ...config, ...earlier]),
    ...last,
  ])

type Damage = (text: string, at: number) => string

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.constantFrom(...snippets).map(
    (snippet): Damage =>
      (text, at) =>
        text.slice(0, at) + snippet + text.slice(at),
  ),
  fc.nat(3).map(
    (length): Damage =>
      (text, at) =>
        text.slice(0, at) + text.slice(at + 1 + length),
  ),
  fc.constant<Damage>((text, at) => text.slice(0, at)),
  fc.nat(3).map(
    (by): Damage =>
      (text, at) => {
        const line = text.lastIndexOf('\n', at) + 1
        return text.slice(0, line) + ' '.repeat(by) + text.slice(line)
      },
  ),
)

/** The text of a hostile ResourceList. */
export const hostileList: fc.Arbitrary<string> = fc
  .tuple(
    list,
    fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 2, arbitrary: fc.array(fc.tuple(damage, fc.nat(10_000)), { minLength: 1, maxLength: 3 }) },
    ),
    fc.constantFrom('\n', '\n', '\n', '\r\n'),
    fc.constantFrom('\n', '\n', '', '\n\n'),
  )
  .map(([lines, damages, newline, end]) => {
    const text = lines.join('\n') + end
    const damaged = damages.reduce(
      (before, [change, at]) => change(before, before.length === 0 ? 0 : at % before.length),
      text,
    )
    // Damage can cut a surrogate pair in two; no bytes can say that.
    return Buffer.from(newline === '\n' ? damaged : damaged.replaceAll('\n', newline)).toString()
  })
