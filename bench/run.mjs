import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureForms } from './forms.mjs'
import { writeList, writeStream } from './list.mjs'
import { measure } from './measure.mjs'
import { programs } from './programs.mjs'
import { writeRealList } from './real-list.mjs'
import { report } from './report.mjs'

const help = `Measures the command, the whole process, beside others that do the same job:
the SDK's own runner, kyaml (where Go is installed), and a bare copy.

Usage: npm run bench -- [options]

  --sizes 10,1000   items of the lists (default: 10,1000,10000,100000)
  --real 1,10       megabytes of the lists like real ones (default: 1,10)
  --runs N          rounds for each list (default: fewer for longer lists)
  --quick           leave out 100,000 items, for which kyaml needs a minute and 13 GB
  --forms           measure the start of every form that the command comes in, and no more
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
        real: { type: 'string', default: '1,10' },
        runs: { type: 'string' },
        quick: { type: 'boolean', default: false },
        forms: { type: 'boolean', default: false },
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
    process.stdout.write(await (values.forms ? measureForms(directory, roundsFor(0)) : compareAll(directory)))
  } finally {
    rmSync(directory, { recursive: true })
  }
}

async function compareAll(directory) {
  const compared = programs(directory)
  const measurements = []
  for (const list of lists()) measurements.push(await compare(list, compared, directory))
  return report(measurements)
}

/**
 * The lists to measure. `write` writes one to a file, and gives how many items and Ingresses it has; `writeStream` writes the
 * same items as a stream.
 */
function lists() {
  const sizes = numbers('sizes').filter((size) => !values.quick || size < 100_000)
  return [
    ...sizes.map((size) => ({
      write: (path) => writeList(path, size),
      writeStream: (path) => writeStream(path, size),
    })),
    ...numbers('real').map((megabytes) => ({
      likeRealOnes: true,
      write: (path) => writeRealList(path, megabytes * 1e6),
    })),
  ]
}

function numbers(option) {
  return values[option]
    .split(',')
    .filter((text) => text !== '')
    .map((text) => positive(text, `--${option}`))
}

function roundsFor(bytes) {
  if (values.runs !== undefined) return positive(values.runs, '--runs')
  if (bytes >= 100_000_000) return 5
  return bytes >= 10_000_000 ? 11 : 31
}

function positive(text, option) {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`${option}: "${text}" is not a positive whole number.`)
}

/** Runs all programs on one list, one after the other in each round, so that their times can be compared. */
async function compare({ write, writeStream, likeRealOnes }, compared, directory) {
  const list = join(directory, 'list.yaml')
  const output = join(directory, 'output.yaml')
  const { items, ingresses } = write(list)
  const { size: bytes } = statSync(list)
  const name = `${items.toLocaleString('en')}${likeRealOnes ? ' like real ones' : ''}`
  process.stderr.write(`${name} ...\n`)
  const measurement = { name, items, bytes, likeRealOnes, times: {}, peaks: {} }
  const short = []
  const [ours, ...others] = compared
  // One right after the other, so that what else the machine does slows both down.
  const all = writeStream === undefined ? compared : [ours, onStream(ours, writeStream, directory), ...others]
  for (const program of all) {
    const { input = list } = program
    const { seconds, peak } = await measure(program, { input, output, watchMemory: true })
    checkOutput(program, output, ingresses)
    measurement.peaks[program.id] = peak
    measurement.times[program.id] = seconds < longRun ? [] : [seconds]
    if (seconds < longRun) short.push(program)
  }
  for (let round = 0; round < roundsFor(bytes); round++) {
    for (const program of short) {
      const { input = list } = program
      const { seconds } = await measure(program, { input, output })
      measurement.times[program.id].push(seconds)
    }
  }
  return measurement
}

/** The same program with a stream of the same items as its input. */
function onStream(program, writeStream, directory) {
  const input = join(directory, 'stream.yaml')
  writeStream(input)
  return { ...program, id: 'stream', input }
}

/** A program that does nothing would win: it has to write every Certificate that it was asked for. */
function checkOutput({ name, generates }, output, ingresses) {
  const expected = generates ? ingresses : 0
  const written = readFileSync(output, 'latin1').match(/^ {0,4}(?:- )?kind: Certificate$/gm)?.length ?? 0
  if (written !== expected) throw new Error(`${name} wrote ${written} Certificates, and not ${expected}.`)
}
