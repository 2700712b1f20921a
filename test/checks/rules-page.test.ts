import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { functionConfigInvalid, resourceOutOfReach } from '../../src/krm/results/results.ts'
import type { Rule } from '../../src/manifest/rule.ts'
import { refreshed, rules, rulesShown, sectionsOf } from './rules-page.ts'

const page = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')

/** The rules of the function protocol, whose examples are no list of resources. */
const protocolRules: readonly Rule[] = [functionConfigInvalid, resourceOutOfReach]

test('the page has a section for each rule, in the order of the code', () => {
  expect(sectionsOf(page)).toEqual(rules.map(({ id }) => id))
})

test('the ids are in kebab-case, and no two rules have the same', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('the page says what the code says; `npx vitest run test/checks/rules-page.test.ts -u` brings it up to date', async () => {
  await expect(refreshed(page)).toMatchFileSnapshot('../../docs/rules.md')
})

test('each example shows its rule, and no other', () => {
  const shown = rulesShown(page)
  const inTheList = rules.filter((rule) => !protocolRules.includes(rule)).map(({ id }) => id)
  expect([...shown.keys()]).toEqual(inTheList)
  expect([...shown].filter(([id, found]) => found.join() !== id)).toEqual([])
})
