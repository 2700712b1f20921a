// Changes src in one place at a time, and sees whether a test fails: npm run mutation -- go checks/facts
import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { rooms, sourcesOf } from '../../test/mutation/rooms.mjs'
import { report } from './report.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    // Only so many files of each room, always the same ones.
    sample: { type: 'string' },
    concurrency: { type: 'string', default: `${Math.max(1, availableParallelism() - 1)}` },
    // Only writes the tables anew.
    report: { type: 'boolean' },
  },
})
const asked = positionals.length > 0 ? positionals : Object.keys(rooms)

for (const room of Object.keys(rooms)) {
  const files = sampled(sourcesOf(room).filter((file) => asked.some((path) => isIn(path, file))))
  if (files.length === 0) continue
  if (!values.report) await measure(room, files)
  report(room)
}

function isIn(path, file) {
  return file === `src/${path}` || file.startsWith(`src/${path}/`)
}

/** The first files in the order of a hash: as good as chosen by chance, and the same each time. */
function sampled(files) {
  const hash = (text) => createHash('sha256').update(text).digest('hex')
  return files
    .toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1))
    .slice(0, Number(values.sample ?? files.length))
}

async function measure(room, mutate) {
  // Stryker's processes inherit it, and take the tests of that room.
  process.env.MUTATION_ROOM = room
  await new Stryker({
    configFile: 'test/mutation/stryker.config.mjs',
    mutate,
    incrementalFile: `reports/mutation/${room}.json`,
    concurrency: Number(values.concurrency),
  }).runMutationTest()
}
