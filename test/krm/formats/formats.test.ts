import { describe, expect, it } from 'vitest'
import { formatGithub } from '../../../src/krm/results/formats/github.ts'
import { formatJson } from '../../../src/krm/results/formats/json.ts'
import { formatSarif } from '../../../src/krm/results/formats/sarif.ts'
import { formatText } from '../../../src/krm/results/formats/text.ts'
import type { LocatedResult } from '../../../src/krm/results/locator.ts'

const error: LocatedResult = {
  result: {
    message: 'It is wrong: 100%, really.',
    severity: 'error',
    resourceRef: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web', namespace: 'prod' },
    field: { path: 'spec.tls[0].hosts', currentValue: ['a'] },
    file: { path: 'apps/web.yaml', index: 0 },
    tags: { rule: 'host-invalid', docs: 'docs/rules.md#host-invalid' },
  },
  location: { path: 'apps/web.yaml', line: 12 },
}

const warning: LocatedResult = {
  result: {
    message: 'It may be wrong.',
    severity: 'warning',
    resourceRef: { apiVersion: 'cert-manager.io/v1', kind: 'ClusterIssuer', name: 'ca' },
    tags: { rule: 'issuer-missing', docs: 'docs/rules.md#issuer-missing' },
  },
  location: { path: '<stdin>' },
}

const info: LocatedResult = {
  result: { message: 'Just so.', severity: 'info', tags: { rule: 'secret-present', docs: '' } },
  location: { path: 'a b/100%: c,d.yaml', line: 3 },
}

const hostile: LocatedResult = {
  result: {
    message: 'One\r\n::error::two\u001b[2J\u202e',
    severity: 'error',
    resourceRef: { apiVersion: 'v1', kind: 'Ingress', name: 'a\nb' },
  },
  location: { path: 'x\ny.yaml' },
}

describe('as text', () => {
  it('is a line a result, with its place first, and a count at the end', () => {
    expect(
      formatText([error, warning, info], false),
    ).toBe(`apps/web.yaml:12: error: Ingress prod/web spec.tls[0].hosts: It is wrong: 100%, really.
<stdin>: warning: ClusterIssuer ca: It may be wrong.
a b/100%: c,d.yaml:3: info: Just so.
1 error, 1 warning, 1 info
`)
  })

  it('counts in the plural', () => {
    expect(formatText([warning, error, error, warning, info, info], false)).toMatch(
      /\n2 errors, 2 warnings, 2 info\n$/,
    )
  })

  it('is nothing at all where there are no results', () => {
    expect(formatText([], false)).toBe('')
  })

  it('has the severity in colour, where that is wanted', () => {
    expect(formatText([error], true)).toContain(': \u001b[31merror\u001b[0m: ')
  })

  it('is one line even for names and messages that would break it or move the cursor', () => {
    expect(formatText([hostile], false)).toBe(
      'x\\ny.yaml: error: Ingress a\\nb: One\\r\\n::error::two\\u{1b}[2J\\u{202e}\n1 error\n',
    )
  })
})

describe('as JSON', () => {
  it("is the specification's results, each with its location", () => {
    expect(JSON.parse(formatJson([error, warning]))).toEqual([
      { ...error.result, location: { path: 'apps/web.yaml', line: 12 } },
      { ...warning.result, location: { path: '<stdin>' } },
    ])
  })

  it('is an empty list where there are no results', () => {
    expect(formatJson([])).toBe('[]\n')
  })
})

describe('as workflow commands of GitHub', () => {
  it('is a command a result', () => {
    expect(
      formatGithub([error, warning]),
    ).toBe(`::error file=apps/web.yaml,line=12,title=host-invalid::Ingress prod/web spec.tls[0].hosts: It is wrong: 100%25, really.
::warning file=<stdin>,title=issuer-missing::ClusterIssuer ca: It may be wrong.
`)
  })

  it('escapes what would end a property', () => {
    expect(formatGithub([info])).toBe(
      '::notice file=a b/100%25%3A c%2Cd.yaml,line=3,title=secret-present::Just so.\n',
    )
  })

  it('lets nobody smuggle in a command of their own', () => {
    expect(formatGithub([hostile]).split('\n')).toHaveLength(2)
  })
})

describe('as SARIF', () => {
  const rules = [
    { id: 'host-invalid', severity: 'error', summary: 'A host is none.' },
    { id: 'issuer-missing', severity: 'warning', summary: 'An issuer is missing.' },
    { id: 'never-found', severity: 'info', summary: 'Nobody sees this.' },
  ] as const
  const tool = { name: 'krm-ingress-shim', version: '1.2.3', rules }
  const logOf = (...results: LocatedResult[]) => JSON.parse(formatSarif(results, tool))

  it('is a log of version 2.1.0 with one run of the tool', () => {
    expect(logOf()).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'krm-ingress-shim', version: '1.2.3', rules: [] } }, results: [] }],
    })
  })

  it('describes the rules that found something', () => {
    expect(logOf(error, error).runs[0].tool.driver.rules).toEqual([
      {
        id: 'host-invalid',
        shortDescription: { text: 'A host is none.' },
        defaultConfiguration: { level: 'error' },
      },
    ])
  })

  it('has the place of each result, in the file and among the resources', () => {
    expect(logOf(error).runs[0].results).toEqual([
      {
        ruleId: 'host-invalid',
        level: 'error',
        message: { text: 'It is wrong: 100%, really.' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'apps/web.yaml' }, region: { startLine: 12 } },
            logicalLocations: [{ fullyQualifiedName: 'Ingress prod/web spec.tls[0].hosts' }],
          },
        ],
      },
    ])
  })

  it('has a URI for a path that is none, and no line where none is known', () => {
    expect(logOf(info, warning).runs[0].results).toMatchObject([
      {
        level: 'note',
        locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/100%25%3A%20c%2Cd.yaml' } } }],
      },
      { level: 'warning', locations: [{ physicalLocation: { artifactLocation: { uri: '%3Cstdin%3E' } } }] },
    ])
  })
})
