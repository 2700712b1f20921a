import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at, isFields } from '../../src/manifest/manifest.ts'
import { ingress, scenario } from './scenario.ts'

const issuer = 'cert-manager.io/issuer: ca'

/** The Certificate's spec, less what every case has. */
function specOf(annotations: string): unknown {
  const change = scenario(ingress({ annotations: `${issuer}, ${annotations}` })).outcome.changes[0]
  const spec = at(change, 'item', 'spec')
  if (!isFields(spec)) return undefined
  const { secretName: _name, issuerRef: _ref, usages: _usages, dnsNames: _names, ...rest } = spec
  return rest
}

describe('annotations that become fields of the Certificate', () => {
  test.each([
    ['common-name', 'cert-manager.io/common-name: example.com', 'commonName: example.com'],
    ['ip-sans', 'cert-manager.io/ip-sans: "10.0.0.1,::1"', 'ipAddresses: [10.0.0.1, "::1"]'],
    ['email-sans', 'cert-manager.io/email-sans: "a@x.com,b@x.com"', 'emailAddresses: [a@x.com, b@x.com]'],
    ['duration, as Go writes it', 'cert-manager.io/duration: 90m', 'duration: 1h30m0s'],
    ['renew-before', 'cert-manager.io/renew-before: 720h', 'renewBefore: 720h0m0s'],
    ['renew-before-percentage', 'cert-manager.io/renew-before-percentage: "30"', 'renewBeforePercentage: 30'],
    ['revision-history-limit', 'cert-manager.io/revision-history-limit: "3"', 'revisionHistoryLimit: 3'],
    [
      'private-key-*',
      'cert-manager.io/private-key-algorithm: ECDSA, cert-manager.io/private-key-size: "384", cert-manager.io/private-key-encoding: PKCS8, cert-manager.io/private-key-rotation-policy: Always',
      'privateKey: {algorithm: ECDSA, encoding: PKCS8, size: 384, rotationPolicy: Always}',
    ],
    [
      'subject-*, with a comma inside quotes',
      `cert-manager.io/subject-organizations: '"Acme, Inc.",Other', cert-manager.io/subject-serialnumber: "7"`,
      'subject: {organizations: ["Acme, Inc.", Other], serialNumber: "7"}',
    ],
    [
      'secret-template',
      `cert-manager.io/secret-template: '{"labels":{"a":"b"},"annotations":{"c":"d"}}'`,
      'secretTemplate: {annotations: {c: d}, labels: {a: b}}',
    ],
    [
      'secret-template with hostile keys, which are keys like any other',
      `cert-manager.io/secret-template: '{"labels":{"constructor":"b"}}'`,
      'secretTemplate: {labels: {constructor: b}}',
    ],
  ])('%s', (_name, annotations, expected) => {
    expect(specOf(annotations)).toEqual(parse(expected))
  })

  test('alt-names follow the hosts, and usages replace the default ones', () => {
    const annotations = `${issuer}, cert-manager.io/alt-names: "b.com,c.com", cert-manager.io/usages: "server auth, client auth"`
    const change = scenario(ingress({ annotations })).outcome.changes[0]
    expect(at(change, 'item', 'spec', 'dnsNames')).toEqual(['example.com', 'b.com', 'c.com'])
    expect(at(change, 'item', 'spec', 'usages')).toEqual(['server auth', 'client auth'])
  })

  test('hosts that are IP addresses become ipAddresses, each host once', () => {
    const tls = '[{hosts: [example.com, 10.0.0.1, "::1", example.com, 010.0.0.1], secretName: web-tls}]'
    const change = scenario(ingress({ tls })).outcome.changes[0]
    expect(at(change, 'item', 'spec', 'dnsNames')).toEqual(['example.com', '010.0.0.1'])
    expect(at(change, 'item', 'spec', 'ipAddresses')).toEqual(['10.0.0.1', '::1'])
  })
})

describe('annotations that cannot be read', () => {
  test.each([
    [
      'a duration in days',
      'cert-manager.io/duration: 90d',
      'metadata.annotations[cert-manager.io/duration]',
      '2160h',
    ],
    [
      'a duration in capitals',
      'cert-manager.io/duration: 2160H',
      'metadata.annotations[cert-manager.io/duration]',
      '2160h',
    ],
    [
      'a duration without a unit',
      'cert-manager.io/duration: "2160"',
      'metadata.annotations[cert-manager.io/duration]',
      undefined,
    ],
    [
      'a percentage that is no integer',
      'cert-manager.io/renew-before-percentage: "30%"',
      'metadata.annotations[cert-manager.io/renew-before-percentage]',
      undefined,
    ],
    [
      'a history limit of zero',
      'cert-manager.io/revision-history-limit: "0"',
      'metadata.annotations[cert-manager.io/revision-history-limit]',
      undefined,
    ],
    [
      'an algorithm in lower case',
      'cert-manager.io/private-key-algorithm: rsa',
      'metadata.annotations[cert-manager.io/private-key-algorithm]',
      'RSA',
    ],
    [
      'an RSA key that is too small',
      'cert-manager.io/private-key-size: "1024"',
      'metadata.annotations[cert-manager.io/private-key-size]',
      undefined,
    ],
    [
      'a misspelled usage',
      'cert-manager.io/usages: "server auht"',
      'metadata.annotations[cert-manager.io/usages]',
      'server auth',
    ],
    [
      'a CSV with an open quote',
      `cert-manager.io/subject-countries: '"DE'`,
      'metadata.annotations[cert-manager.io/subject-countries]',
      undefined,
    ],
    [
      'a template with an unknown field',
      `cert-manager.io/secret-template: '{"label":{}}'`,
      'metadata.annotations[cert-manager.io/secret-template]',
      undefined,
    ],
    [
      'a template with an annotation of cert-manager',
      `cert-manager.io/secret-template: '{"annotations":{"cert-manager.io/x":"y"}}'`,
      'metadata.annotations[cert-manager.io/secret-template]',
      undefined,
    ],
  ])('%s', (_name, annotations, path, proposedValue) => {
    const { outcome } = scenario(ingress({ annotations: `${issuer}, ${annotations}` }))
    expect(outcome.changes).toEqual([])
    expect(
      outcome.findings.map(({ rule, severity, field }) => ({
        rule,
        severity,
        path: field?.path,
        proposedValue: field?.proposedValue,
      })),
    ).toEqual([{ rule: 'invalid-annotation', severity: 'error', path, proposedValue }])
  })

  test('all of them are reported in one run, beside a wrong TLS block', () => {
    const { findings } = scenario(
      ingress({
        annotations: `${issuer}, cert-manager.io/duration: 90d, cert-manager.io/private-key-size: "1"`,
        tls: '[{secretName: web-tls}]',
      }),
    )
    expect(findings).toEqual([
      'warning tls-hosts-missing spec.tls[0].hosts',
      'error invalid-annotation metadata.annotations[cert-manager.io/duration]',
      'error invalid-annotation metadata.annotations[cert-manager.io/private-key-size]',
    ])
  })
})

describe('Certificates that admission would refuse', () => {
  test.each([
    [
      'a Secret name with capitals',
      { tls: '[{hosts: [example.com], secretName: Web_TLS}]' },
      'spec.tls[0].secretName',
    ],
    [
      'a common name of more than 64 bytes',
      { annotations: `${issuer}, cert-manager.io/common-name: ${'ä'.repeat(33)}` },
      'metadata.annotations[cert-manager.io/common-name]',
    ],
    [
      'an IP address with a blank before it',
      { annotations: `${issuer}, cert-manager.io/ip-sans: "10.0.0.1, 10.0.0.2"` },
      'metadata.annotations[cert-manager.io/ip-sans]',
    ],
    [
      'a mail address with a name',
      { annotations: `${issuer}, cert-manager.io/email-sans: "Ops <ops@x.com>"` },
      'metadata.annotations[cert-manager.io/email-sans]',
    ],
    [
      'a life of less than an hour',
      { annotations: `${issuer}, cert-manager.io/duration: 59m` },
      'metadata.annotations[cert-manager.io/duration]',
    ],
    [
      'a renewal that starts before the certificate does',
      { annotations: `${issuer}, cert-manager.io/renew-before: 2160h` },
      'metadata.annotations[cert-manager.io/renew-before]',
    ],
    [
      'a label that is none in the template',
      { annotations: `${issuer}, cert-manager.io/secret-template: '{"labels":{"a b":"c"}}'` },
      'metadata.annotations[cert-manager.io/secret-template]',
    ],
  ])('%s', (_name, changed, path) => {
    const { findings, changes } = scenario(ingress(changed), { rules: { 'acme-email-address': 'off' } })
    expect(findings).toEqual([`error certificate-rejected ${path}`])
    expect(changes).toEqual([])
  })

  test('blanks around addresses are proposed away, as a newer cert-manager trims them', () => {
    const { outcome } = scenario(
      ingress({ annotations: `${issuer}, cert-manager.io/ip-sans: "10.0.0.1, 10.0.0.2"` }),
    )
    expect(outcome.findings[0]?.field).toEqual({
      path: 'metadata.annotations[cert-manager.io/ip-sans]',
      currentValue: '10.0.0.1, 10.0.0.2',
      proposedValue: '10.0.0.1,10.0.0.2',
    })
  })

  test.each([
    [
      'cert-manager.io/renew-before: 2160h',
      "it has no cert-manager.io/duration and so is valid for 2160h0m0s (90 days), which is cert-manager's default",
    ],
    ['cert-manager.io/duration: 24h, cert-manager.io/renew-before: 2160h', 'it is only valid for 24h0m0s'],
  ])('%s is compared with a lifetime that the message names', (annotations, lifetime) => {
    expect(scenario(ingress({ annotations: `${issuer}, ${annotations}` })).messages).toEqual([
      `cert-manager would refuse the Certificate web-tls, so it is not written. The certificate would be renewed 2160h0m0s before it expires, but ${lifetime}. Make this shorter than that, or set a longer cert-manager.io/duration.`,
    ])
  })

  test('one refused Certificate leaves the others of the source', () => {
    const tls = '[{hosts: [example.com], secretName: Bad_Name}, {hosts: [example.com], secretName: good-tls}]'
    expect(scenario(ingress({ tls })).changes).toEqual(['create good-tls'])
  })
})
