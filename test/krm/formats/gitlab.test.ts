import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { formatGitlab } from '../../../src/krm/results/formats/gitlab.ts'
import { error, harmful, hostile, info, warning } from './located.ts'

/** What "Code Quality report format" in GitLab's documentation asks of a report. */
const documented = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
}

describe('as a report of GitLab, the results', () => {
  it('have a description, a place and a severity of GitLab', () => {
    expect(JSON.parse(formatGitlab([error, warning, info]))).toMatchObject([
      {
        description: 'Ingress prod/web spec.tls[0].hosts: It is wrong: 100%, really.',
        check_name: 'host-invalid',
        severity: 'major',
        location: { path: 'apps/web.yaml', lines: { begin: 12 } },
      },
      { severity: 'minor', location: { path: '<stdin>', lines: { begin: 1 } } },
      { severity: 'info', check_name: 'secret-present', description: 'Just so.' },
    ])
  })

  it.each([
    ['none', []],
    ['some', [error, warning, info]],
    ['hostile ones', [hostile]],
  ])('have the documented fields: %s', (_, located) => {
    const validate = new Ajv({ allErrors: true }).compile(documented)
    validate(JSON.parse(formatGitlab(located)))
    expect(validate.errors).toBeNull()
  })

  it('have a fingerprint each, which stays when lines move', () => {
    const fingerprints = (...located: (typeof error)[]): string[] =>
      JSON.parse(formatGitlab(located)).map((issue: { fingerprint: string }) => issue.fingerprint)
    const all = fingerprints(error, error, warning, info)
    expect(new Set(all).size).toBe(4)
    const moved = { ...error, location: { path: 'other.yaml', line: 99, isFile: true } }
    expect(fingerprints(moved)).toEqual(all.slice(0, 1))
  })

  it('do no harm where GitLab shows them', () => {
    for (const issue of JSON.parse(formatGitlab([hostile]))) expect(issue.description).not.toMatch(harmful)
  })
})
