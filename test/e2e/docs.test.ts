import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, temporaryDirectory } from '../command.ts'
import { describeWith, pathWith, runProgram, writeIn } from './programs.ts'

/** What a page says that the reader should write, run and see. */
type Block =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'script'
      readonly text: string
      /** What the output contains, a line each. */
      readonly shows: readonly string[]
      /** Words of a comment before the script: `fails`, and the program that is `helm` here. */
      readonly remarks: readonly string[]
    }

const fence =
  /(?:^`([\w./-]+)`[^\n]*:\n\n)?(?:<!-- docs\.test\.ts: ([\w ]+) -->\n)?```(yaml|sh|text)\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```\n)?/gm

function blocksOf(page: string): Block[] {
  const blocks: Block[] = []
  for (const [whole, name, remarks = '', language, text = '', output = ''] of page.matchAll(fence)) {
    if (language === 'sh') {
      const shows = output.split('\n').filter((line) => line !== '')
      blocks.push({ kind: 'script', text, shows, remarks: remarks.split(' ') })
    } else if (language === 'yaml' && name !== undefined) blocks.push({ kind: 'file', name, text })
    else throw new Error(`This block is neither a named file nor a script with its output:\n${whole}`)
  }
  return blocks
}

/** A clone of the repository as its reader has it, less what the pages don't use, and the command on the PATH. */
function clone() {
  const root = temporaryDirectory()
  for (const folder of ['examples', 'dist']) cpSync(folder, join(root, folder), { recursive: true })
  mkdirSync(join(root, 'bin'))
  symlinkSync(command, join(root, 'bin', 'krm-ingress-shim'))
  return root
}

function run(root: string, { text, remarks }: Block & { kind: 'script' }) {
  const path = pathWith(...remarks.filter((remark) => remark.startsWith('helm')))
  const env = {
    PATH: `${join(root, 'bin')}${delimiter}${path}`,
    HOME: root,
  }
  return runProgram('bash', ['-e', '-c', text], root, { env })
}

const pages: readonly (readonly [page: string, programs: readonly string[]])[] = [
  ['run/kpt', ['kpt']],
  ['run/kustomize', ['kustomize']],
  ['run/helm', ['helm3', 'helm4']],
  ['run/argo-cd', ['kustomize']],
  ['run/flux', ['kustomize', 'helm4', 'kpt']],
  ['run/pull-requests', ['helm4']],
  ['moving-over', []],
  ['inventory', []],
  ['issuers', []],
  ['shared-secrets', []],
  ['lets-encrypt', []],
  ['policy', []],
]

describe.each(pages)('docs/%s.md', (page, programs) => {
  describeWith(programs, 'its commands', () => {
    it('do what the page says, one after the other', () => {
      const root = clone()
      const blocks = blocksOf(readFileSync(`docs/${page}.md`, 'utf8'))
      expect(blocks).toContainEqual(expect.objectContaining({ kind: 'script' }))
      for (const block of blocks) {
        if (block.kind === 'file') writeIn(root, block.name, block.text)
        else {
          const { code, stdout, stderr } = run(root, block)
          const output = `${stdout}${stderr}`
          const seen = { script: block.text, output, failed: code !== 0 }
          expect(seen).toEqual({ ...seen, failed: block.remarks.includes('fails') })
          for (const line of block.shows) expect(output).toContain(line)
        }
      }
    })
  })
})

it('every page is tested, and listed', () => {
  // test/shim/cert-manager-version.test.ts has the page that says what cert-manager does.
  const others = [
    'fleet.md',
    'README.md',
    'cert-manager.md',
    'differences.md',
    'sources.md',
    'speed.md',
    'threat-model.md',
    'trust.md',
  ]
  const folders = ['', 'run/'].flatMap((folder) =>
    readdirSync(`docs/${folder}`).map((name) => `${folder}${name}`),
  )
  const files = folders.filter((name) => name.endsWith('.md') && !others.includes(name))
  expect(files.sort()).toEqual(pages.map(([page]) => `${page}.md`).sort())
  const list = readFileSync('docs/README.md', 'utf8')
  for (const file of files) expect(list).toContain(`](${file})`)
})

describe('a recipe that pipes manifests into the command', () => {
  const files = ['README.md', ...pages.map(([page]) => `docs/${page}.md`), 'examples/argo-cd/plugin.yaml']
  const recipes = files.flatMap((file) => {
    const text = readFileSync(resolve(file), 'utf8')
    const scripts = file.endsWith('.md')
      ? [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, sh = '']) => sh)
      : [text]
    return scripts
      .filter((script) => /\|\s*krm-ingress-shim/.test(script))
      .map((script) => ({ file, script }))
  })

  it.each(recipes)('of $file fails where its left side fails', ({ script }) => {
    const pipe = /^[^#\n]*\|\s*krm-ingress-shim/m.exec(script)?.index ?? 0
    expect(script.slice(0, pipe)).toMatch(/^\s*set -[eu]*o pipefail$/m)
  })
})
