// What the command does under loads that nobody has yet: npm run bench:load
//
// Each load is one list, run once by the copy, by Node and by the executable where it is built. Then many runs side by side.
// Needs about 10 GB of memory, 4 GB of disk and some minutes.
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { certificate, list, repeat, site } from './growth/manifests.mjs'
import { shapes } from './growth/shapes.mjs'
import { writeList } from './list.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'

const sideBySide = 64
const text = (make) => (path) => writeFileSync(path, make())

const loads = [
  ['1,000,000 items', (path) => writeList(path, 1_000_000)],
  ['a ConfigMap of 100 MB', text(() => list(configMap(100_000_000), site(0)))],
  ['one Ingress with 50,000 TLS blocks', text(() => shapes.tlsBlocksClean(50_000))],
  [
    '50,000 Certificates to update',
    text(() =>
      list(
        repeat(50_000, (i) => site(i)),
        repeat(50_000, (i) => certificate(`s${i}`, { source: `Ingress/a${i}` })),
      ),
    ),
  ],
]

const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-load-'))
try {
  const [ours, copy, , ...others] = programs(directory)
  const executable = others.find(({ id }) => id === 'executable')
  const compared = [copy, ours, executable].filter((program) => program !== undefined)
  row('load', 'input', ...compared.map(({ name }) => name), 'ours ÷ copy')
  row(...Array.from({ length: compared.length + 3 }, () => '---'))
  for (const [name, write] of loads) await measureLoad(name, write, compared)
  await measureSideBySide(compared.slice(1))
} finally {
  rmSync(directory, { recursive: true })
}

async function measureLoad(name, write, compared) {
  const input = join(directory, 'list.yaml')
  write(input)
  const results = []
  for (const program of compared) {
    const output = join(directory, 'output.yaml')
    results.push(await measure(program, { input, output, watchMemory: true }).catch(() => undefined))
  }
  const [copied, ours] = results
  const ratio = copied && ours ? (ours.seconds / copied.seconds).toFixed(1) : ''
  row(name, megabytes(statSync(input).size), ...results.map(costs), ratio)
  rmSync(input)
}

/** As many processes at once, beside the same number one after the other on as many cores. */
async function measureSideBySide(compared) {
  const input = join(directory, 'list.yaml')
  writeList(input, 1000)
  for (const program of compared) {
    const alone = await seconds(() => run(program, input))
    const together = await seconds(() =>
      Promise.all(Array.from({ length: sideBySide }, () => run(program, input))),
    )
    const ideal = (alone * sideBySide) / availableParallelism()
    process.stdout.write(
      `\n${sideBySide} runs of 1,000 items side by side, ${program.name}: ${together.toFixed(2)} s, ` +
        `${(together / ideal).toFixed(2)} × what ${availableParallelism()} cores take for them one after the other\n`,
    )
  }
}

async function seconds(work) {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

function run({ name, command, args }, input) {
  // Not by 'ignore': that opens the null device for reading, too, as Node itself does for a stream that was closed.
  const [stdin, output] = [openSync(input, 'r'), openSync('/dev/null', 'w')]
  const child = spawn(command, args, { stdio: [stdin, output, output] })
  return new Promise((resolve, reject) =>
    child.on('error', reject).on('exit', (code) => {
      for (const file of [stdin, output]) closeSync(file)
      if (code === 0) resolve()
      else reject(new Error(`${name} ended with exit code ${code}.`))
    }),
  )
}

function configMap(size) {
  const line = `      ${'x'.repeat(93)}\n`
  return `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: large\n  data:\n    text: |\n${line.repeat(size / 100)}`
}

function costs(result) {
  return result === undefined ? 'fails' : `${result.seconds.toFixed(2)} s, ${megabytes(result.peak ?? 0)}`
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`
}

function row(...cells) {
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}
