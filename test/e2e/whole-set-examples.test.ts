import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { changedIn, copyOfExample, describeWith, readIn, runProgram } from './programs.ts'

/** The packages of what only shows when everything is seen at once, and the rules that each of them breaks to show it. */
const packages: readonly (readonly [name: string, rules: readonly string[]])[] = [
  ['lifetimes', ['renew-before-ignored', 'renew-before-too-early']],
]

const inFolder = (name: string) => `examples/whole-set/${name}`

it('every package is tested', () => {
  const folders = readdirSync('examples/whole-set').filter((name) => !name.startsWith('.'))
  expect(packages.map(([name]) => name)).toEqual(folders)
})

describeWith('kpt', 'the examples of whole sets, under kpt,', () => {
  it.each(packages)('%s is committed as it renders, and says what it shows', (name, rules) => {
    const root = copyOfExample(`whole-set/${name}`)
    const { code, stderr } = runProgram('kpt', ['fn', 'render', inFolder(name), '--allow-exec'], root)
    expect(code).toBe(0)
    expect(changedIn(root)).toBe('')
    for (const rule of rules) expect(stderr).toContain(`[${rule}]`)
  })
})

describeWith('kustomize', 'the examples of whole sets, under kustomize,', () => {
  it.each(packages)('%s gives what kpt wrote, and says what it shows', (name, rules) => {
    const args = ['build', '--enable-alpha-plugins', '--enable-exec', inFolder(name)]
    const { code, stdout, stderr } = runProgram('kustomize', args, '.')
    expect(code).toBe(0)
    expect(rulesIn(stderr)).toEqual(rules)
    const committed = readdirSync(inFolder(name))
      .filter((file) => file.startsWith('certificate_'))
      .flatMap((file) => documentsOf(readIn(inFolder(name), file)))
    expect(documentsOf(stdout)).toEqual(expect.arrayContaining(committed))
  })
})

function rulesIn(text: string): readonly string[] {
  return text.match(/(?<=\[)[a-z-]+(?=\]$)/gm)?.sort() ?? []
}

function documentsOf(stream: string): readonly unknown[] {
  return parseAllDocuments(stream).map((document) => document.toJS())
}
