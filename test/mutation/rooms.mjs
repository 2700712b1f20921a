import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

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

/**
 * Whether a test is to hold a file. A check is held by its own table of hits and near misses, with the one table of
 * placeholders, and by no other test. Such a table says nothing of files that its check doesn't ask; and lists of hundreds of
 * orders, which take longer than all other tests, are only for what is of ACME.
 */
export function isFor(test, file) {
  const check = test.replace(/^test\/(checks\/[\w-]+)\.test\.ts$/, 'src/$1.ts')
  if (isCheck(file)) return file === check || test === 'test/checks/placeholders.test.ts'
  if (!isCheck(check)) return true
  if (check.startsWith('src/checks/rate-limit-') && !file.startsWith('src/checks/facts/acme/')) return false
  return usersOf(file).has(check)
}

/** Whether a file is a check with a table of its own. */
function isCheck(file) {
  return /^src\/checks\/[\w-]+\.ts$/.test(file) && existsSync(file.replace(/^src(.*)\.ts$/, 'test$1.test.ts'))
}

const users = new Map()

/** The files of src/checks that import a file, also by way of others; all have the types of check.ts, which says nothing. */
function usersOf(file) {
  if (!users.has(file)) {
    const found = new Set([file])
    for (const one of found)
      if (one !== 'src/checks/check.ts') for (const user of importersOf(one)) found.add(user)
    users.set(file, found)
  }
  return users.get(file)
}

function importersOf(file) {
  return sourcesOf('checks').filter((user) =>
    [...readFileSync(user, 'utf8').matchAll(/ from '(\..*)'$/gm)].some(
      ([, path]) => join(dirname(user), path) === file,
    ),
  )
}

export function sourcesOf(room) {
  return filesIn(`src/${room}`).filter((file) => file.endsWith('.ts'))
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`)
}
