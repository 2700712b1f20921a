import { describe, expect, test } from 'vitest'
import { Report } from '../../../src/manifest/report.ts'
import type { Problem } from '../../../src/manifest/rule.ts'
import { readBoolean, readFields, readList, readString } from '../../../src/shim/values/read-value.ts'

const readers = { readString, readBoolean, readList, readFields }
const expected = (type: string, value: string) =>
  `This is ${type} where Kubernetes expects ${value}, so the API server would refuse this resource. Fix its type.`

describe('a field is read', () => {
  test.each<readonly [keyof typeof readers, unknown, unknown, readonly string[]]>([
    ['readString', 'a', 'a', []],
    ['readString', undefined, '', []],
    ['readString', null, '', []],
    ['readString', 7, undefined, [expected('a number', 'a string')]],
    ['readBoolean', true, true, []],
    ['readBoolean', undefined, false, []],
    ['readBoolean', null, false, []],
    ['readBoolean', 'yes', undefined, [expected('a string', 'true or false')]],
    ['readList', ['a'], ['a'], []],
    ['readList', undefined, [], []],
    ['readList', null, [], []],
    ['readList', {}, undefined, [expected('a mapping', 'a list')]],
    ['readFields', { a: 'b' }, { a: 'b' }, []],
    ['readFields', undefined, {}, []],
    ['readFields', null, {}, []],
    ['readFields', [], undefined, [expected('a list', 'a mapping')]],
  ])('by %s of %j', (reader, value, result, said) => {
    const problems: Problem[] = []
    expect(readers[reader](value, 'spec.a', new Report(0, problems))).toEqual(result)
    expect(problems.map(({ message }) => message)).toEqual(said)
    expect(problems.map(({ field }) => field?.path)).toEqual(said.map(() => 'spec.a'))
  })
})
