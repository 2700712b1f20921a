import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'

/*
 * As much of vitest as the tests of src ask for, for runner.mjs: vitest's own `expect`, and tests that are only collected,
 * so that they can be run again and again in one process.
 */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
export const { expect } = chai
export const vi = { setConfig() {} }

/** @type {Map<string, () => unknown>} The tests by id, in the order of their files. */
export const tests = new Map()
const suites = []

/** Collects the tests of a file under its name. */
export async function collect(file, load) {
  suites.push(file)
  await load()
  suites.pop()
}

export const test = variants((title, ...rest) => {
  // A test that may be tried again measures time, which is luck in a run like this.
  if (rest.some((option) => option.retry !== undefined)) return
  const name = [...suites, title].join(' > ')
  const alike = [...tests.keys()].filter((id) => id === name || id.startsWith(`${name} #`)).length
  tests.set(alike === 0 ? name : `${name} #${alike + 1}`, rest.find(isFunction))
})
export const it = test

export const describe = variants((title, body) => {
  suites.push(title)
  body()
  suites.pop()
})

function variants(define) {
  return Object.assign(define, {
    each:
      (rows) =>
      (title, ...rest) => {
        for (const row of rows) {
          const values = Array.isArray(row) ? row : [row]
          const withValues = rest.map((part) => (isFunction(part) ? () => part(...values) : part))
          define(titleOf(title, values), ...withValues)
        }
      },
    skipIf: (isSkipped) => (isSkipped ? () => {} : define),
    runIf: (isRun) => (isRun ? define : () => {}),
  })
}

/** The title with its values: `%s` one after the other, `$field` of the first. */
function titleOf(title, values) {
  let next = 0
  return title.replace(/%[sj]|\$(\w+)/g, (_, field) => String(field ? values[0]?.[field] : values[next++]))
}

function isFunction(part) {
  return typeof part === 'function'
}
