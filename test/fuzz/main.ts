import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startReaders } from '../readers/readers.ts'
import { search } from './fuzz.ts'

/*
 * `npm run fuzz -- --runs 100000`: holds the command to its promises until there have been so many inputs, or for so many minutes.
 * Each find is kept, as small as it could be made, and the search goes on with the next seed.
 */

const perSeed = 250
const longest = 30_000
const folder = 'node_modules/.cache/fuzz'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    runs: { type: 'string' },
    minutes: { type: 'string', default: '1' },
  },
})
const firstSeed = Number(values.seed)
const runs = values.runs === undefined ? Number.POSITIVE_INFINITY : Number(values.runs)
const end =
  values.runs === undefined ? Date.now() + 60_000 * Number(values.minutes) : Number.POSITIVE_INFINITY

const { readers, missing, end: endReaders } = startReaders()
const go = readers.filter(({ name }) => name === 'yaml.v2' || name === 'yaml.v3')
console.log(`Seed ${firstSeed}, ${values.runs ?? `${values.minutes} minutes of`} inputs${missing}.`)

const counts: Record<string, number> = {}
let done = 0
let finds = 0
for (let seed = firstSeed; done < runs && Date.now() < end; seed++) {
  const batch = Math.min(perSeed, runs - done)
  const { fates, find } = await search(
    { seed, runs: batch, milliseconds: Math.min(end - Date.now(), longest) },
    go,
  )
  for (const [fate, count] of fates) counts[fate] = (counts[fate] ?? 0) + count
  done = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (find === undefined) continue
  finds++
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${seed}.yaml`, find.input)
  console.log(
    `\nSeed ${seed}, path ${find.path}: a promise is broken by ${folder}/${seed}.yaml:\n${find.broken}`,
  )
}
endReaders()
const fates = Object.entries(counts).map(([fate, count]) => `${count} ${fate}`)
console.log(
  `\n${done} inputs (${fates.join(', ')}); ${finds === 0 ? 'all promises were kept' : `${finds} finds`}.`,
)
process.exitCode = finds === 0 ? 0 : 1
