import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { changedIn, copyOfExample, describeWith, readIn, runProgram } from './programs.ts'

/** A package for each kind of source beside cert-manager's own; each is rendered by kpt and built by kustomize. */
const packages = readdirSync('examples/sources').filter((name) => !name.startsWith('.'))

const render = (name: string, root: string) =>
  runProgram('kpt', ['fn', 'render', `examples/sources/${name}`, '--allow-exec'], root)

describeWith('kpt', 'the examples of sources, under kpt,', () => {
  it.each(packages)('%s is committed as it renders', (name) => {
    const root = copyOfExample(`sources/${name}`)
    expect(render(name, root)).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })

  it.each(packages)('%s gets all that is generated from its sources alone', (name) => {
    const root = copyOfExample(`sources/${name}`)
    runProgram(
      'sh',
      [
        '-c',
        `rm ${generatedIn(name)
          .map((file) => `examples/sources/${name}/${file}`)
          .join(' ')}`,
      ],
      root,
    )
    expect(render(name, root)).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })
})

describeWith('kustomize', 'the examples of sources, under kustomize,', () => {
  it.each(packages)('%s gives what kpt wrote, and nothing to say', (name) => {
    const folder = `examples/sources/${name}`
    const args = ['build', '--enable-alpha-plugins', '--enable-exec', folder]
    const { code, stdout, stderr } = runProgram('kustomize', args, '.')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const generated = documentsOf(stdout).filter(isGenerated)
    const committed = generatedIn(name).flatMap((file) => documentsOf(readIn(folder, file)))
    expect(generated).toHaveLength(committed.length)
    expect(generated).toEqual(expect.arrayContaining(committed))
  })
})

/** The files that hold nothing but what is generated. */
function generatedIn(name: string): readonly string[] {
  return readdirSync(`examples/sources/${name}`).filter((file) =>
    /^(?:certificate|role|rolebinding)_/.test(file),
  )
}

function documentsOf(stream: string): readonly unknown[] {
  return parseAllDocuments(stream).map((document) => document.toJS())
}

function isGenerated(document: unknown): boolean {
  return JSON.stringify(document).includes('ingress-shim.fn.kpt.dev/source')
}
