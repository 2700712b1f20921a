import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

const two = (a: Parameters<typeof ingress>[0], b: Parameters<typeof ingress>[0]) =>
  `${ingress({ name: 'a', ...a })}---${ingress({ name: 'b', ...b })}`
const hosts = (...names: string[]) => ({ tls: `[{hosts: [${names.join(', ')}], secretName: web-tls}]` })

describe('two sources that want one Secret', () => {
  test.each([
    ['with the same hosts share it', hosts('a.com', 'b.com'), hosts('a.com', 'b.com')],
    ['with the same hosts in another order share it', hosts('a.com', 'b.com'), hosts('b.com', 'a.com')],
    ['with one host twice share it', hosts('a.com', 'b.com'), hosts('b.com', 'a.com', 'b.com')],
    [
      'with the same addresses in another order share it',
      hosts('10.0.0.1', '10.0.0.2'),
      hosts('10.0.0.2', '10.0.0.1'),
    ],
    ['with the same placeholders share it', hosts('"${A}"', 'b.com'), hosts('b.com', '"${A}"')],
  ])('%s', (_sentence, a, b) => {
    const { findings, changes } = scenario(two(a, b), { rules: { 'host-not-routed': 'off' } })
    expect(findings.filter((finding) => finding.includes('secret-shared'))).toEqual([])
    expect(changes).toEqual(['create web-tls'])
  })

  test.each([
    ['with other hosts do not', hosts('a.com'), hosts('a.com', 'b.com')],
    ['with another issuer do not', {}, { annotations: 'cert-manager.io/issuer: other' }],
  ])('%s', (_sentence, a, b) => {
    expect(scenario(two(a, b)).findings).toContain('error secret-shared spec.tls[0].secretName')
  })

  test('a resource that is there twice is not its own rival', () => {
    const input = two({ name: 'web', ...hosts('a.com') }, { name: 'web', ...hosts('b.com') })
    expect(scenario(input).findings).not.toContain('error secret-shared spec.tls[0].secretName')
  })
})
