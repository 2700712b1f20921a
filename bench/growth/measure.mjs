// How the command's CPU time grows with each shape of input: npm run bench:growth -- [SHAPE...]
//
// Doubles the size until a run takes long enough to be measured, then compares it with one of twice that size, less what
// the start of the process takes. Linear growth gives 2. Exits with 1 where a shape grows faster than the limit.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { cpuTime } from './cpu-time.mjs'
import { shapes } from './shapes.mjs'

const command = fileURLToPath(new URL('../../dist/krm-ingress-shim.cjs', import.meta.url))

/** Twice the bytes may take so many times the CPU: 2 is linear, the rest is noise. */
const limit = 2.8
/** Seconds, in addition to the start-up, from which on a run is long enough: V8 compiles all through the first few hundred ms. */
const longEnough = 0.5
/** Less than this, in addition to the start-up, is noise. */
const leastMeasured = 0.1
/** Bytes, from which on a list is long enough, however fast it is read. */
const largeEnough = 16_000_000

if (!existsSync(command)) execFileSync('npm', ['run', 'build'], { stdio: 'inherit' })
const start = cpuTime(command, shapes.items(1), { runs: 3 })
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(shapes)
const unknown = names.filter((name) => !Object.hasOwn(shapes, name))
if (unknown.length > 0)
  fail(`There is no shape ${unknown.join(', ')}. There are ${Object.keys(shapes).join(', ')}.`)
const faster = names.filter((name) => !isLinear(name))
if (faster.length > 0) fail(`These grow faster than linearly: ${faster.join(', ')}.`)
console.log('All shapes grow linearly.')

function isLinear(name) {
  const size = sizeToMeasure(shapes[name])
  const [once, twice] = [size, 2 * size].map((size) => measure(shapes[name](size)))
  const timesTheCpu = (twice.seconds - start) / Math.max(once.seconds - start, leastMeasured)
  const growth = (2 * timesTheCpu) / (twice.bytes / once.bytes)
  const [first, second] = [once, twice].map(({ seconds }) => `${seconds.toFixed(2)} s`)
  console.log(`${growth.toFixed(1).padStart(8)}  ${name}: ${first} for ${size}, ${second} for ${2 * size}`)
  return growth <= limit
}

function measure(list) {
  return { bytes: Buffer.byteLength(list), seconds: cpuTime(command, list, { runs: 2 }) }
}

function sizeToMeasure(shape) {
  for (let size = 250; ; size *= 2) {
    const list = shape(size)
    if (list.length > largeEnough || cpuTime(command, list) - start >= longEnough) return size
  }
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
