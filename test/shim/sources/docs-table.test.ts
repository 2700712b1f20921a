import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceKindOf, sourceNames } from '../../../src/shim/sources/source-kinds.ts'

const page = readFileSync('docs/sources.md', 'utf8')

/** The rows of the table of kinds, before the sections of the kinds: the text of each cell. */
const [start = ''] = page.split('\n## ')
const rows = start
  .split('\n')
  .filter((line) => /^\| \[?`[A-Z]\w+(?:\.|`)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, kind = '', api = '', auto = '', reads = '']) => ({ kind, api, auto, reads }))

const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
const auto = { always: 'yes', never: 'no', 'with a default issuer': 'with a default issuer' }

test('docs/sources.md has every kind of source in its table, and no other', () => {
  expect(rows.flatMap(({ kind }) => codeIn(kind)).sort()).toEqual([...sourceNames].sort())
})

describe('the table of docs/sources.md', () => {
  test.each(rows)('$kind: as the code has it', (row) => {
    const [identity = ''] = codeIn(row.kind)
    const apiVersions = codeIn(row.api)
    const [kind = ''] = identity.split('.')
    const found = sourceKindOf(apiVersions[0] ?? '', kind)
    expect(found).toMatchObject({ identity, apiVersions })
    expect(found && auto[found.autoAnnotations]).toBe(row.auto)
    expect(codeIn(row.reads)).toEqual(expect.arrayContaining([...(found?.ownAnnotations ?? [])]))
  })

  test.each(rows.flatMap(({ kind }) => /\(#(\w+)\)/.exec(kind)?.slice(1) ?? []))(
    'leads to #%s',
    (section) => {
      expect(page.toLowerCase()).toMatch(new RegExp(`^## ${section}$`, 'm'))
    },
  )
})
