import { existsSync, readdirSync } from 'node:fs'

/** The folders of tests that each room of src is tested by, the quick ones first. */
export const rooms = {
  go: ['go'],
  manifest: ['manifest'],
  checks: ['checks'],
  shim: ['shim', 'conformance'],
  krm: ['krm'],
}

/**
 * How many tests may come by a change and not notice it before it counts as survived, where nearly every change has thousands of
 * them. What only a later test would notice counts as survived, too, so that a score can be too low and never too high.
 */
export const patience = { shim: 250 }

/** What runs `dist` or a program would never see a change of src. */
const runningDist = [
  'test/checks/rules-page.test.ts',
  'test/conformance/node-versions.test.ts',
  'test/conformance/streams.test.ts',
  'test/go/oracle-current.test.ts',
  'test/krm/formats/sarif-validator.test.ts',
  'test/krm/yaml/quoting.test.ts',
]

/** The tests of a room that run src itself; not properties, which look at thousands of inputs for each change. */
export function testsOf(room) {
  return rooms[room]
    .flatMap((folder) => filesIn(`test/${folder}`))
    .filter(
      (file) =>
        file.endsWith('.test.ts') && !file.endsWith('.property.test.ts') && !runningDist.includes(file),
    )
}

/** A check has a table of hits and near misses, which is to hold it without the help of others. */
export function ownTestOf(file) {
  const test = file.replace(/^src\/checks\/([\w-]+)\.ts$/, 'test/checks/$1.test.ts')
  return test !== file && existsSync(test) ? test : undefined
}

export function sourcesOf(room) {
  return filesIn(`src/${room}`).filter((file) => file.endsWith('.ts'))
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`)
}
