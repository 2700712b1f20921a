import { describe, expect, it } from 'vitest'
import { formatSarif } from '../../../src/krm/results/formats/sarif.ts'
import type { LocatedResult } from '../../../src/krm/results/locator.ts'
import { error, harmful, hostile, info, presentation, warning } from './located.ts'

const logOf = (...results: LocatedResult[]) => JSON.parse(formatSarif(results, presentation))

describe('as SARIF, the results', () => {
  it('are a log of version 2.1.0 with one run of the tool', () => {
    expect(logOf()).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'krm-ingress-shim', version: '1.2.3', semanticVersion: '1.2.3', rules: [] },
          },
          results: [],
          columnKind: 'utf16CodeUnits',
        },
      ],
    })
  })

  it('come with the rules that found something, and with their pages', () => {
    expect(logOf(error, error).runs[0].tool.driver.rules).toEqual([
      {
        id: 'host-invalid',
        name: 'HostInvalid',
        shortDescription: { text: 'A host is not valid.' },
        fullDescription: { text: 'A host of spec.' },
        help: {
          text: 'Run krm-ingress-shim explain host-invalid.',
          markdown: '# host-invalid\n\n*error*: x\n\nA host of\n`spec`.\n\n## Why\n',
        },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['cert-manager', 'kubernetes'] },
      },
    ])
  })

  it('make do with the summary of a rule whose page is not at hand', () => {
    const [rule] = logOf(warning).runs[0].tool.driver.rules
    expect(rule.fullDescription).toEqual({ text: 'An issuer is missing.' })
    expect(rule.help).toEqual({ text: 'Run krm-ingress-shim explain issuer-missing.' })
  })

  it('have their places, in the file and among the resources, and what they are known by', () => {
    expect(logOf(error).runs[0].results).toEqual([
      {
        ruleId: 'host-invalid',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'It is wrong: 100%, really.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'apps/web.yaml', uriBaseId: 'SRCROOT' },
              region: { startLine: 12 },
            },
            logicalLocations: [{ fullyQualifiedName: 'Ingress prod/web spec.tls[0].hosts' }],
          },
        ],
        partialFingerprints: { 'ruleResourceField/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
      },
    ])
  })

  it('name files alone as such, by their URI, and every other place in the text', () => {
    expect(logOf(info, warning).runs[0].results).toMatchObject([
      {
        level: 'note',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/100%25%3A%20c%2Cd.yaml' } } }],
      },
      {
        level: 'warning',
        message: { text: '<stdin>: It may be wrong.' },
        locations: [{ logicalLocations: [{ fullyQualifiedName: 'ClusterIssuer ca' }] }],
      },
    ])
  })

  it('have what a page says up to its end', () => {
    const tool = { ...presentation.tool, pageOf: () => '# host-invalid\n\n*error*: x\n\nA host.\n' }
    const [rule] = JSON.parse(formatSarif([error], { tool })).runs[0].tool.driver.rules
    expect(rule.fullDescription).toEqual({ text: 'A host.' })
  })

  it('have no file where there is none', () => {
    expect(logOf(warning).runs[0].results[0].locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: 'ClusterIssuer ca' }] },
    ])
  })

  it('make do with the summary of a rule whose page says no more', () => {
    const tool = { ...presentation.tool, pageOf: () => '# host-invalid\n\n*error*: x\n' }
    const [rule] = JSON.parse(formatSarif([error], { tool })).runs[0].tool.driver.rules
    expect(rule.fullDescription).toEqual({ text: 'A host is not valid.' })
    expect(rule.help.markdown).toBe('# host-invalid\n\n*error*: x\n')
  })

  it('are at the first line of a file where none is known, and name a resource only where there is one', () => {
    const nowhere = { ...info, location: { path: 'a.yaml', isFile: true } }
    expect(logOf(nowhere).runs[0].results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a.yaml', uriBaseId: 'SRCROOT' },
          region: { startLine: 1 },
        },
      },
    ])
  })

  it('name the place of a rule in the list of those that found something, where it has one', () => {
    const unknown = { ...error, result: { ...error.result, tags: { rule: 'unknown' } } }
    const [first, second, third] = logOf(warning, error, unknown).runs[0].results
    expect([first.ruleIndex, second.ruleIndex]).toEqual([1, 0])
    expect(third).not.toHaveProperty('ruleIndex')
  })

  it('have a fingerprint each', () => {
    const fingerprints = logOf(error, error).runs[0].results.map((result: { partialFingerprints: object }) =>
      JSON.stringify(result.partialFingerprints),
    )
    expect(new Set(fingerprints).size).toBe(2)
  })

  it('do no harm where they are shown', () => {
    const [{ message, locations }] = logOf(hostile).runs[0].results
    expect(message.text).not.toMatch(harmful)
    expect(locations[0].logicalLocations[0].fullyQualifiedName).not.toMatch(harmful)
  })
})
