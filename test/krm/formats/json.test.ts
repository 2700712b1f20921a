import { describe, expect, it } from 'vitest'
import { formatJson } from '../../../src/krm/results/formats/json.ts'
import { error, harmful, hostile, warning } from './located.ts'

describe('as JSON, the results', () => {
  it('are those of the specification, each with its place, below a version and a summary', () => {
    expect(JSON.parse(formatJson([error, warning]))).toEqual({
      version: 1,
      summary: { error: 1, warning: 1, info: 0 },
      results: [
        { ...error.result, location: { path: 'apps/web.yaml', line: 12 } },
        { ...warning.result, location: { path: '<stdin>' } },
      ],
    })
  })

  it('are an empty list where there are none', () => {
    expect(JSON.parse(formatJson([]))).toEqual({
      version: 1,
      summary: { error: 0, warning: 0, info: 0 },
      results: [],
    })
  })

  it('have the values as they are, in a text that shows nothing of them that could do harm', () => {
    const text = formatJson([hostile])
    expect(text).not.toMatch(harmful)
    expect(JSON.parse(text).results).toEqual([
      { ...hostile.result, location: { path: hostile.location.path } },
    ])
  })
})
