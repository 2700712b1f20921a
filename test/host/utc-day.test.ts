import { expect, it } from 'vitest'
import { utcDay } from '../../src/host/utc-day.ts'

it.each([
  ['2026-11-25T00:00:00.000Z', '2026-11-25'],
  ['2026-11-24T23:59:59.999Z', '2026-11-24'],
  ['2028-02-29T12:00:00.000Z', '2028-02-29'],
  ['2027-01-05T08:00:00.000Z', '2027-01-05'],
])('%s is the day %s', (moment, day) => {
  expect(utcDay(Date.parse(moment))).toBe(day)
})
