import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ingressesOf, writeList } from './list.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'
import { report } from './report.mjs'

const help = `Measures the command, the whole process, beside others that do the same job:
the SDK's own runner, kyaml (where Go is installed), and a bare copy.

Usage: npm run bench -- [options]

  --sizes 10,1000   items of the lists (default: 10,1000,10000,100000)
  --runs N          rounds for each size (default: fewer for longer lists)
  --quick           leave out 100,000 items, for which kyaml needs a minute and 13 GB
  --help            print this help
`

/** From here on a program runs once: a run of it is long enough to be measured well. */
const longRun = 10

const values = parse()
if (values.help) process.stdout.write(help)
else await main().catch(fail)

function parse() {
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '10,1000,10000,100000' },
        runs: { type: 'string' },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail(error)
  }
}

function fail({ message }) {
  process.stderr.write(`bench: ${message}\n`)
  process.exit(1)
}

async function main() {
  const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-bench-'))
  try {
    const compared = programs(directory)
    const measurements = []
    for (const items of sizes()) measurements.push(await compare(items, compared, directory))
    process.stdout.write(report(measurements))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

function sizes() {
  const given = values.sizes.split(',').map((size) => positive(size, '--sizes'))
  return values.quick ? given.filter((size) => size < 100_000) : given
}

function roundsFor(items) {
  if (values.runs !== undefined) return positive(values.runs, '--runs')
  if (items >= 100_000) return 5
  return items >= 10_000 ? 11 : 31
}

function positive(text, option) {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`${option}: "${text}" is no positive whole number.`)
}

/** Runs all programs on one list, one after the other in each round, so that their times can be compared. */
async function compare(items, compared, directory) {
  process.stderr.write(`${items.toLocaleString('en')} items ...\n`)
  const input = join(directory, 'list.yaml')
  const output = join(directory, 'output.yaml')
  writeList(input, items)
  const measurement = { items, bytes: statSync(input).size, times: {}, peaks: {} }
  const short = []
  for (const program of compared) {
    const { seconds, peak } = await measure(program, { input, output, watchMemory: true })
    checkOutput(program, output, items)
    measurement.peaks[program.id] = peak
    measurement.times[program.id] = seconds < longRun ? [] : [seconds]
    if (seconds < longRun) short.push(program)
  }
  for (let round = 0; round < roundsFor(items); round++) {
    for (const program of short) {
      const { seconds } = await measure(program, { input, output })
      measurement.times[program.id].push(seconds)
    }
  }
  return measurement
}

/** A program that does nothing would win: it has to write every Certificate that it was asked for. */
function checkOutput({ name, generates }, output, items) {
  const expected = generates ? ingressesOf(items) : 0
  const written = readFileSync(output, 'latin1').match(/^ {0,4}(?:- )?kind: Certificate$/gm)?.length ?? 0
  if (written !== expected) throw new Error(`${name} wrote ${written} Certificates, and not ${expected}.`)
}
