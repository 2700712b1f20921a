import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { changedIn, copyOfExample, describeWith, readIn, runProgram } from './programs.ts'

/** A package for each kind of source, and for what only a render can know; each is rendered by kpt and built by kustomize. */
const packages = ['sources', 'whole-set'].flatMap((folder) =>
  readdirSync(`examples/${folder}`)
    .filter((name) => !name.startsWith('.'))
    .map((name) => `${folder}/${name}`),
)

/** What is wrong with a package on purpose, to show it. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'whole-set/lifetimes': ['renew-before-ignored', 'renew-before-too-early'],
}

const render = (name: string, root: string) =>
  runProgram('kpt', ['fn', 'render', `examples/${name}`, '--allow-exec'], root)

describeWith('kpt', 'the examples of sources and whole sets, under kpt,', () => {
  it.each(packages)('%s is committed as it renders', (name) => {
    const root = copyOfExample(name)
    expect(render(name, root)).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })

  // What is adopted keeps the form that the cluster gave it.
  const generated = packages.filter((name) => name !== 'whole-set/adoption')
  it.each(generated)('%s gets all that is generated from its sources alone', (name) => {
    const root = copyOfExample(name)
    runProgram(
      'sh',
      [
        '-c',
        `rm ${generatedIn(name)
          .map((file) => `examples/${name}/${file}`)
          .join(' ')}`,
      ],
      root,
    )
    expect(render(name, root)).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })
})

describeWith('kustomize', 'the examples of sources and whole sets, under kustomize,', () => {
  it.each(packages)('%s gives what kpt wrote, and says what it shows', (name) => {
    const folder = `examples/${name}`
    const args = ['build', '--enable-alpha-plugins', '--enable-exec', folder]
    const { code, stdout, stderr } = runProgram('kustomize', args, '.')
    expect({ code, rules: rulesIn(stderr) }).toEqual({ code: 0, rules: shown[name] ?? [] })
    expect(stderr === '').toBe(shown[name] === undefined)
    const generated = documentsOf(stdout).filter(isGenerated)
    const committed = generatedIn(name).flatMap((file) => documentsOf(readIn(folder, file)))
    expect(generated).toHaveLength(committed.length)
    expect(generated).toEqual(expect.arrayContaining(committed))
  })
})

/** The files that hold nothing but what is generated. */
function generatedIn(name: string): readonly string[] {
  return readdirSync(`examples/${name}`).filter((file) => /^(?:certificate|role|rolebinding)_/.test(file))
}

function rulesIn(text: string): readonly string[] {
  return text.match(/(?<=\[)[a-z-]+(?=\]$)/gm)?.sort() ?? []
}

function documentsOf(stream: string): readonly unknown[] {
  return parseAllDocuments(stream).map((document) => document.toJS())
}

function isGenerated(document: unknown): boolean {
  return JSON.stringify(document).includes('ingress-shim.fn.kpt.dev/source')
}
