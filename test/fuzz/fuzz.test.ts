import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { startReaders } from '../readers/readers.ts'
import { Choices } from './choices.ts'
import { search } from './fuzz.ts'
import { wellMeant } from './inputs/forms.ts'
import { inputs } from './inputs/inputs.ts'
import { exitCodeWithoutReader, runProcess } from './process.ts'
import { run } from './run.ts'

vi.setConfig({ testTimeout: 300_000 })

const { readers, missing, end } = startReaders()
afterAll(end)
const go = readers.filter(({ name }) => name === 'yaml.v2' || name === 'yaml.v3')

/** `npm run fuzz` searches for longer, and among other inputs each time. */
test(`300 inputs, right and wrong, break no promise${missing}`, async () => {
  const { find, fates } = await search({ seed: 1, runs: 300 }, go)
  expect(find && { ...find, input: Buffer.from(find.input).toString() }).toBeUndefined()
  expect([...fates.keys()].sort()).toEqual(['refused', 'written', 'written with errors'])
})

test('a process gives what the command gives in a test', async () => {
  for (const input of fc.sample(inputs, { numRuns: 20, seed: 1 })) {
    expect(runProcess(input)).toEqual(await run(input))
  }
})

test('a process ends with 141 where nobody reads its output, with a refused input still with 2', async () => {
  const list = wellMeant(new Choices([]))
  expect(await exitCodeWithoutReader(Buffer.from(`${list}${'# c\n'.repeat(100_000)}`))).toBe(141)
  expect(await exitCodeWithoutReader(Buffer.from('a: [\n'))).toBe(2)
})
