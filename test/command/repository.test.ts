import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../command.ts'

const foldersIn = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`)
const collections = ['examples/sources', 'examples/whole-set']
const examples = [...foldersIn('examples'), ...collections.flatMap(foldersIn)].filter(
  (path) => !collections.includes(path),
)

/** What is wrong with an example on purpose. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'examples/drift': ['certificate-leftover', 'certificate-missing', 'certificate-outdated'],
  'examples/whole-set/lifetimes': ['renew-before-ignored', 'renew-before-too-early'],
  'examples/pruning': ['certificate-kept', 'certificate-leftover'],
}

describe('check of this repository, as somebody who has just cloned it tries it', () => {
  it.each(['.', 'examples', ...examples])(
    '%s: nothing false, and nothing at all where nothing is wrong',
    (path) => {
      const rules = shown[path] ?? []
      const { code, stdout } = runCommand(['check', path])
      expect(stdout.match(/(?<=\[)[a-z-]+(?=\]$)/gm)?.sort() ?? []).toEqual(rules)
      expect({ code, isSilent: stdout === '' }).toEqual({
        code: / error: /.test(stdout) ? 1 : 0,
        isSilent: rules.length === 0,
      })
    },
  )
})

it.each(examples)('%s says what it shows', (path) => {
  expect(existsSync(`${path}/README.md`)).toBe(true)
})
