import { beforeAll, describe, expect, it, test } from 'vitest'
import { checks } from '../../src/checks/checks.ts'
import { at } from '../../src/manifest/manifest.ts'
import {
  exampleOf,
  fixedExampleOf,
  pages,
  readIndex,
  readPage,
  readTest,
  refreshedIndex,
  refreshedPage,
  resultsOfExample,
  rules,
  rulesThatCanBeOff,
} from './rules-page.ts'

// `npx vitest run test/checks/rules-page.test.ts -u` writes what the code says into docs/rules.

test('each rule has a page, and each page a rule', () => {
  expect([...pages()].sort()).toEqual(rules.map(({ id }) => id).sort())
})

test('each check has a test with what it speaks of and what it is silent about', () => {
  const ids = checks.map(({ rule }) => rule.id)
  expect(ids.filter((id) => !readTest(id).includes('ruleCases('))).toEqual([])
})

test('the ids are in kebab-case, and no two rules have the same', () => {
  const ids = rules.map(({ id }) => id)
  expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('the index lists the rules as the code has them', async () => {
  await expect(refreshedIndex(readIndex())).toMatchFileSnapshot('../../docs/rules/README.md')
})

describe.each(rules)('the page of $id', (rule) => {
  const page = readPage(rule.id)
  let results: readonly unknown[] = []
  beforeAll(() => {
    results = resultsOfExample(exampleOf(page), rule)
  })

  it('has all sections, in order', () => {
    expect([...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'Why it matters',
      'Example',
      'How to fix it',
      'How to silence it',
    ])
  })

  it('has the severity, the summary and the results of its example as the code has them', async () => {
    await expect(refreshedPage(page, rule, results)).toMatchFileSnapshot(`../../docs/rules/${rule.id}.md`)
  })

  it('has an example that breaks this rule, and no other', () => {
    expect(new Set(results.map((result) => at(result, 'tags', 'rule')))).toEqual(new Set([rule.id]))
  })

  it('shows a change to the example, as a diff, that leaves nothing to say', () => {
    const fixed = fixedExampleOf(page)
    expect(fixed).not.toBe(exampleOf(page))
    expect(resultsOfExample(fixed, rule)).toEqual([])
  })
})

test('the pages say how to switch a rule off where that can be done', () => {
  const saying = rules.map(({ id }) => id).filter((id) => readPage(id).includes(`\`rules: {${id}: "off"}\``))
  expect(saying).toEqual(rulesThatCanBeOff())
})
