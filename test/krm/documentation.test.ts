import { expect, it } from 'vitest'
import { documentationOf } from '../../src/krm/results/documentation.ts'

it('a rule has an address in the web as soon as the project has one', () => {
  expect(documentationOf('host-invalid', 'https://example.com/shim')).toBe(
    'https://example.com/shim/rules/host-invalid.html',
  )
})
