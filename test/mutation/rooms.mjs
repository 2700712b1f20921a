import { existsSync, readdirSync } from 'node:fs'

/** The folders of tests that each room of src is tested by, the quick ones first. */
export const rooms = {
  go: ['go'],
  manifest: ['manifest'],
  checks: ['checks'],
  shim: ['shim', 'conformance'],
  krm: ['krm'],
}

/** What runs `dist` or a program would never see a change of src. */
const runningDist = [
  'test/checks/rules-page.test.ts',
  'test/conformance/node-versions.test.ts',
  'test/conformance/streams.test.ts',
  'test/go/oracle-current.test.ts',
  'test/krm/config-schema.test.ts',
  'test/krm/formats/sarif.test.ts',
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

/**
 * Whether a test is to hold a file. A check is held by its own table of hits and near misses, with the one table of
 * placeholders, and by no other test. Lists of hundreds of orders take longer than all other tests, and are for what is of ACME.
 */
export function isFor(test, file) {
  const own = file.replace(/^src\/checks\/([\w-]+)\.ts$/, 'test/checks/$1.test.ts')
  if (own !== file && existsSync(own)) return [own, 'test/checks/placeholders.test.ts'].includes(test)
  return !test.startsWith('test/checks/rate-limit-') || file.startsWith('src/checks/facts/acme/')
}

export function sourcesOf(room) {
  return filesIn(`src/${room}`).filter((file) => file.endsWith('.ts'))
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`)
}
