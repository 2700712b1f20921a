import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { stepsOf } from '../../src/krm/yaml/step.ts'
import { at } from '../../src/manifest/manifest.ts'
import { runCommand } from '../command.ts'
import { cases, type ExpectedResult, listOf } from './lists.ts'

/*
 * Inputs that once went wrong, and what is right: cases.yaml says how to read them. Each runs through the command as a
 * ResourceList, and its output a second time.
 */

function itemsOf(list: string): readonly unknown[] {
  const items: unknown = parse(list, { merge: true }).items
  return Array.isArray(items) ? items : []
}

function others(items: readonly unknown[]): readonly unknown[] {
  return items.filter((item) => at(item, 'kind') !== 'Certificate')
}

function isThere(result: unknown, { rule, on, severity, field, says }: ExpectedResult): boolean {
  const reference = `${at(result, 'resourceRef', 'kind')}/${at(result, 'resourceRef', 'name')}`
  const text = `${at(result, 'message')} ${JSON.stringify(at(result, 'field', 'proposedValue') ?? '')}`
  return (
    at(result, 'tags', 'rule') === rule &&
    (on === undefined || on === reference) &&
    (severity === undefined || severity === at(result, 'severity')) &&
    (field === undefined || field === at(result, 'field', 'path')) &&
    (says === undefined || new RegExp(says, 'i').test(text))
  )
}

function valueAt(value: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (found, step) => (Array.isArray(found) ? found[Number(step)] : at(found, String(step))),
    value,
  )
}

test.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  const input = listOf(one.stream)
  const first = runCommand([], { input })
  expect(first.stderr.includes('bug') ? first.stderr : '', 'a bug').toBe('')
  expect([0, 1]).toContain(first.code)

  const written: unknown = parse(first.stdout, { merge: true })
  const found: unknown = at(written, 'results') ?? []
  const results: readonly unknown[] = Array.isArray(found) ? found : []
  for (const expected of one.expect ?? []) {
    expect(
      results.filter((result) => isThere(result, expected)),
      `${JSON.stringify(expected)} among\n${JSON.stringify(results, null, 1)}`,
    ).not.toHaveLength(0)
  }
  const rules = results.map((result) => at(result, 'tags', 'rule'))
  for (const rule of one.absent ?? []) expect(rules).not.toContain(rule)
  if (one.clean) expect(results.filter((result) => at(result, 'severity') !== 'info')).toEqual([])

  const items = itemsOf(first.stdout)
  for (const [name, values] of Object.entries(one.certificates ?? {})) expectCertificate(items, name, values)
  expect(others(items), 'all but Certificates').toEqual(others(itemsOf(input)))
  expect(itemsOf(runCommand([], { input: first.stdout }).stdout), 'the second run').toEqual(items)
})

function expectCertificate(
  items: readonly unknown[],
  name: string,
  values: Readonly<Record<string, unknown>> | null,
): void {
  const found = items.filter(
    (item) =>
      at(item, 'kind') === 'Certificate' &&
      `${at(item, 'metadata', 'namespace') ?? ''}/${at(item, 'metadata', 'name')}` === name,
  )
  const { count = 1, ...paths } = values ?? { count: 0 }
  expect(found, `Certificates ${name}`).toHaveLength(Number(count))
  for (const [path, value] of Object.entries(paths)) {
    expect(valueAt(found[0], path) ?? null, `${path} of ${name}`).toEqual(value)
  }
}
