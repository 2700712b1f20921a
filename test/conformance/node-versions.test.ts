import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'esbuild'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Run, runCommand, temporaryDirectory } from '../command.ts'
import { describeWith, installedAs } from '../e2e/programs.ts'
import { runInMemory } from '../host/run-in-memory.ts'
import { listOfVector, themes } from './vectors.ts'

const vectors = [...themes.values()].flat()
const lists = vectors.map(listOfVector)
const named = (runs: readonly Run[]) => runs.map((run, index) => ({ id: vectors[index]?.id, ...run }))

/** Milliseconds for all vectors. */
const patience = 300_000

const expected: Run[] = []
beforeAll(async () => {
  for (const list of lists) expected.push(await runInMemory(list))
}, patience)

/** The program that runs a built command over many lists. */
async function runner(): Promise<string> {
  const outfile = join(temporaryDirectory(), 'run-lists.mjs')
  const entryPoints = ['test/conformance/run-lists.ts']
  await build({ entryPoints, bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile })
  return outfile
}

describe.each(['node20', 'node22', 'node24'])('the command under %s', (version) => {
  describeWith(version, 'is the same', () => {
    const node = installedAs(version) ?? version

    it.each(['dist/krm-ingress-shim.cjs', 'dist/krm-ingress-shim.js'])(
      '%s gives the same for every vector',
      async (file) => {
        const child = spawn(node, [await runner(), resolve(file)], { stdio: ['pipe', 'pipe', 'inherit'] })
        child.stdin.end(JSON.stringify(lists))
        expect(named(JSON.parse(await text(child.stdout)))).toEqual(named(expected))
      },
      patience,
    )

    it.each([
      'dist/krm-ingress-shim.cjs --check',
      'dist/krm-ingress-shim.cjs check examples/drift',
      'dist/krm-ingress-shim.js --check',
      'dist/krm-ingress-shim.js --frobnicate',
      'dist/krm-ingress-shim.js explain issuer-missing',
      'dist/krm-ingress-shim.js check examples/drift',
    ])('%s does the same as a process', (line) => {
      const [file = '', ...args] = line.split(' ')
      const input = lists[0] ?? ''
      const { status, stdout, stderr } = spawnSync(node, [file, ...args], { input, encoding: 'utf8' })
      expect({ code: status, stdout, stderr }).toEqual(runCommand(args, { input }))
    })
  })
})
