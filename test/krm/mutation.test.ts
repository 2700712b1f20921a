import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileList } from './hostile-list.ts'
import { expectSameReading, type FastWay } from './same-reading.ts'

const folder = resolve(import.meta.dirname, '../../src/krm/text')

interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A copy of the scanner in which one rule is another. */
async function mutated({ file, from, to }: Mutation): Promise<FastWay> {
  const source = await readFile(resolve(folder, file), 'utf8')
  expect(source.split(from), `the rule in ${file}`).toHaveLength(2)
  const plugin: Plugin = {
    name: 'mutation',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === resolve(folder, file)
          ? { contents: source.replace(from, () => to), loader: 'ts' }
          : undefined,
      )
    },
  }
  const { outputFiles } = await build({
    entryPoints: [resolve(folder, 'text-list.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [plugin],
  })
  const module: { exports: { readText?: FastWay } } = { exports: {} }
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  const { readText } = module.exports
  if (readText === undefined) throw new Error('The mutated scanner exports nothing.')
  return readText
}

test.each<readonly [name: string, mutation: Mutation]>([
  ['a comment begins at any number sign', { file: 'text-ends.ts', from: '(?<= )#', to: '#' }],
  ['no comment begins behind a value', { file: 'text-ends.ts', from: '|(?<= )#', to: '' }],
  [
    'a line belongs to the innermost collection at any column',
    { file: 'skip-simple-lines.ts', from: 'columns[level] !== column || ', to: '' },
  ],
  [
    'quotes may have quotes and backslashes in them',
    { file: 'simple-lines.ts', from: '"[ !#-\\\\[\\\\]-~', to: '"[ -~' },
  ],
  [
    'a block scalar goes on as long as lines are indented at all',
    { file: 'skip-block-scalar.ts', from: 'column < indentation', to: 'column <= parent' },
  ],
  [
    'a deeper line may follow a complete value',
    { file: 'nesting.ts', from: 'this.isOpen = false\n    return', to: 'this.isOpen = true\n    return' },
  ],
  [
    'a quote in single quotes ends them',
    { file: 'text-ends.ts', from: 'text.charCodeAt(at + 1) === 0x27', to: 'false' },
  ],
  [
    'the kind of a nested mapping counts',
    { file: 'scan.ts', from: 'this.#nesting.innermost === 2 &&', to: 'this.#nesting.innermost >= 2 &&' },
  ],
  [
    'a key may be of any length',
    { file: 'scan.ts', from: 'const longestKey = 1000', to: 'const longestKey = 10000' },
  ],
  ['a key on a simple line may be of any length', { file: 'simple-lines.ts', from: '{1000}', to: '{10000}' }],
  [
    'a control character is like any other',
    { file: 'characters.ts', from: 'return second >= 0xa0', to: 'return true' },
  ],
  [
    'a plain scalar may have a colon and a blank in it',
    { file: 'scan.ts', from: 'end === unsure || bytes[end] === colon', to: 'end === unsure' },
  ],
  [
    'comments have columns as content has',
    { file: 'build.ts', from: '(?=[^ #\\r\\n])', to: '(?=[^ \\r\\n])' },
  ],
  [
    'the pairs below a pair are its neighbours at any column',
    { file: 'simple-lines.ts', from: '(?:\\\\1', to: '(?: *' },
  ],
  ['a top-level key may come twice', { file: 'scan.ts', from: ' && !this.#keys.has(name)', to: '' }],
])('the property of hostile lists notices a scanner in which %s', async (_name, mutation) => {
  const readText = await mutated(mutation)
  const property = fc.asyncProperty(hostileList, async (text) => {
    await expectSameReading(text, readText, () => true)
  })
  const { failed } = await fc.check(property, { numRuns: 20_000, endOnFailure: true, seed: 1 })
  expect(failed).toBe(true)
})
