import { describe, expect, it } from 'vitest'
import { formatGithub } from '../../../src/krm/results/formats/github.ts'
import { error, harmful, hostile, info, warning } from './located.ts'

describe('as workflow commands of GitHub, the results', () => {
  it('are a command each; a place that is no file stands in the text', () => {
    expect(
      formatGithub([error, warning]),
    ).toBe(`::error file=apps/web.yaml,line=12,title=host-invalid::Ingress prod/web spec.tls[0].hosts: It is wrong: 100%25, really.
::warning title=issuer-missing::<stdin>: ClusterIssuer ca: It may be wrong.
`)
  })

  it('have what would end a property escaped', () => {
    expect(formatGithub([info])).toBe(
      '::notice file=a b/100%25%3A c%2Cd.yaml,line=3,title=secret-present::Just so.\n',
    )
  })

  it('are notices, warnings and errors of GitHub, at a line where one is known', () => {
    const at = (path: string) => ({ path, isFile: true })
    expect(formatGithub([{ ...warning, location: at('a\r\nb.yaml') }])).toBe(
      '::warning file=a%0D%0Ab.yaml,title=issuer-missing::ClusterIssuer ca: It may be wrong.\n',
    )
  })

  it('let nobody smuggle in a command of their own', () => {
    const [command = '', ...rest] = formatGithub([hostile]).split('\n')
    expect(rest).toEqual([''])
    expect(command.replace('::error ', '')).not.toMatch(harmful)
  })
})
