// Changes src in one place at a time, and sees whether a test fails: npm run mutation -- go checks/facts
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { rooms, sourcesOf } from '../../test/mutation/rooms.mjs'
import { report } from './report.mjs'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    // Only so many files of each room, always the same ones.
    sample: { type: 'string', default: 'Infinity' },
    // Leaves out what runs while modules are loaded: for each such change, all of them are loaded anew.
    'without-static': { type: 'boolean', default: false },
    concurrency: { type: 'string', default: '1' },
    // Measures anew what seems unchanged, too: Stryker keeps what survived at the level of modules although a test was added.
    force: { type: 'boolean', default: false },
    // Only writes the pages anew.
    report: { type: 'boolean', default: false },
  },
})
/** A run that is cut short loses the part that it is at. */
const filesOfPart = 16

for (const room of Object.keys(rooms)) {
  const files = inOrderOfHash(sourcesOf(room).filter(isAskedFor)).slice(0, Number(values.sample))
  for (let at = 0; at < files.length; at += filesOfPart) {
    if (!values.report) await measure(room, files.slice(at, at + filesOfPart))
    report(room)
  }
}

function isAskedFor(file) {
  const isIn = (path) => file === `src/${path}` || file.startsWith(`src/${path}/`)
  return positionals.length === 0 || positionals.some(isIn)
}

/** As good as shuffled, and the same each time. */
function inOrderOfHash(files) {
  const hash = (text) => createHash('sha256').update(text).digest('hex')
  return files.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1))
}

async function measure(room, mutate) {
  // Stryker's processes inherit it, and take the tests of that room.
  process.env.MUTATION_ROOM = room
  await new Stryker({
    configFile: 'test/mutation/stryker.config.mjs',
    mutate,
    force: values.force,
    ignoreStatic: values['without-static'],
    incrementalFile: `reports/mutation/${room}.json`,
    concurrency: Number(values.concurrency),
  }).runMutationTest()
}
