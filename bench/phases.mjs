// Where the time of a run goes: node bench/phases.mjs [ITEMS] [RUNS] prints the median of each phase, in milliseconds.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { writeList } from './list.mjs'
import { median } from './measure.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const [items = '10000', runs = '9'] = process.argv.slice(2)

/** The command's steps, as src/command/render.ts takes them, with the time after each. */
const program = `
import { ingressShimFunction } from './src/function.ts'
import { nodeHost } from './src/host/node.ts'
import { readInput } from './src/krm/list/read.ts'
import { resultsOf, runFunction } from './src/krm/run/runner.ts'

const times = [['Node and the code', performance.now()]]
const note = (phase) => times.push([phase, performance.now()])

async function main() {
  const bytes = nodeHost.read(0)
  note('read the input')
  const list = await readInput(bytes, ingressShimFunction.wanted)
  note('find the items, parse those that matter')
  const run = await runFunction(ingressShimFunction, list, () => { throw new Error('No file is needed.') })
  note('sources, Certificates and checks')
  const pieces = await list.write({ ...run.edits, results: resultsOf(run) })
  note('edit the bytes')
  nodeHost.write(1, pieces)
  note('write the output')
  process.stderr.write(JSON.stringify(times.map(([phase, time], at) => [phase, time - (times[at - 1]?.[1] ?? 0)])))
}
main()
`

const directory = mkdtempSync(join(tmpdir(), 'phases-'))
try {
  const bundle = join(directory, 'phases.cjs')
  await build({
    stdin: { contents: program, resolveDir: join(here, '..'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile: bundle,
    logLevel: 'warning',
  })
  const input = join(directory, 'list.yaml')
  writeList(input, Number(items))
  const measured = Array.from({ length: Number(runs) }, () => run(bundle, input))
  for (const [at, [phase]] of measured[0].entries()) {
    console.log(
      `${median(measured.map((times) => times[at][1]))
        .toFixed(1)
        .padStart(8)}  ${phase}`,
    )
  }
} finally {
  rmSync(directory, { recursive: true })
}

function run(bundle, input) {
  const times = join(directory, 'times.json')
  const stdio = [openSync(input, 'r'), openSync('/dev/null', 'w'), openSync(times, 'w')]
  execFileSync(process.execPath, [bundle], { stdio })
  return JSON.parse(readFileSync(times, 'utf8'))
}
