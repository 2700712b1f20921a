import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

type Row = readonly [sentence: string, annotations: string, names: readonly string[], problem: string]

describe('Certificates that admission would refuse', () => {
  test.each<Row>([
    [
      'a common name of more than 64 bytes',
      `common-name: ${'ä'.repeat(32)}a`,
      ['common-name'],
      'A common name has 64 bytes at most, and this one has 65. Use a shorter one, or leave it out: clients look at the DNS names.',
    ],
    [
      'IP addresses with a blank between them',
      'ip-sans: "10.0.0.1, 10.0.0.2"',
      ['ip-sans'],
      '" 10.0.0.2" is not an IP address. List addresses separated by commas, without blanks, leading zeros or zones.',
    ],
    [
      'a name instead of an IP address',
      'ip-sans: "10.0.0.1,localhost"',
      ['ip-sans'],
      '"localhost" is not an IP address. List addresses separated by commas, without blanks, leading zeros or zones.',
    ],
    [
      'a mail address with a name',
      'email-sans: "Ops <ops@x.com>"',
      ['email-sans'],
      '"Ops <ops@x.com>" is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.',
    ],
    [
      'mail addresses with a blank between them',
      'email-sans: "a@x.com, b@x.com"',
      ['email-sans'],
      '" b@x.com" is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.',
    ],
    [
      'an empty list of mail addresses',
      'email-sans: ""',
      ['email-sans'],
      '"" is not a bare e-mail address. List addresses such as ops@example.com separated by commas, without blanks or names.',
    ],
    [
      'a lifetime of less than an hour',
      'duration: 59m',
      ['duration'],
      'A certificate is valid for at least an hour, and this is 59m0s. Use a longer duration, such as 2160h for 90 days.',
    ],
    [
      'a renewal in the last five minutes',
      'renew-before: 299s',
      ['renew-before'],
      'Renewal starts at least five minutes before expiry, and this is 4m59s. Use a longer time, such as 720h for 30 days.',
    ],
    [
      'a renewal before the certificate is valid',
      'renew-before: 2160h',
      ['renew-before'],
      "The certificate would be renewed 2160h0m0s before it expires, but it has no cert-manager.io/duration and so is valid for 2160h0m0s (90 days), which is cert-manager's default. Make this shorter than that, or set a longer cert-manager.io/duration.",
    ],
    [
      'a renewal before a short certificate is valid',
      'duration: 24h, cert-manager.io/renew-before: 24h',
      ['renew-before'],
      'The certificate would be renewed 24h0m0s before it expires, but it is only valid for 24h0m0s. Make this shorter than that, or set a longer cert-manager.io/duration.',
    ],
    [
      'both kinds of renewal',
      'renew-before: 24h, cert-manager.io/renew-before-percentage: "50"',
      ['renew-before', 'renew-before-percentage'],
      'cert-manager.io/renew-before cannot be combined with cert-manager.io/renew-before-percentage. Remove one of the two.',
    ],
    [
      'a percentage that leaves less than five minutes',
      'duration: 1h, cert-manager.io/renew-before-percentage: "92"',
      ['renew-before-percentage'],
      'At 92 percent of 1h0m0s, less than five minutes are left for the renewal. Use a smaller percentage.',
    ],
    [
      'a percentage that leaves everything',
      'duration: 1h, cert-manager.io/renew-before-percentage: "0"',
      ['renew-before-percentage'],
      'At 0 percent of its lifetime, the certificate would be renewed as soon as it is issued. Use a percentage from 1 to 99.',
    ],
    [
      'a label key with a blank',
      `secret-template: '{"labels":{"a b":"c"}}'`,
      ['secret-template'],
      '"a b" is not a valid label key. A key is a name of 63 characters at most, with an optional DNS prefix and a slash before it.',
    ],
    [
      'a label value with a blank',
      `secret-template: '{"labels":{"a":"b c"}}'`,
      ['secret-template'],
      '"b c" is not a valid value for the label a. It can have letters, digits, "-", "_" and ".", 63 characters at most.',
    ],
    [
      'an annotation key with a blank',
      `secret-template: '{"annotations":{"a b":"c"}}'`,
      ['secret-template'],
      '"a b" is not a valid annotation key. A key is a name of 63 characters at most, with an optional DNS prefix and a slash before it.',
    ],
    [
      "an issuer of a kind that cert-manager doesn't have",
      'issuer-kind: PCAIssuer',
      ['issuer-kind'],
      'The group cert-manager.io has no issuers of kind PCAIssuer, only Issuer and ClusterIssuer. For an external issuer, name its group too, with cert-manager.io/issuer-group (or defaultIssuerGroup).',
    ],
  ])('%s', (_sentence, more, names, problem) => {
    const annotations = `cert-manager.io/issuer: ca, cert-manager.io/${more}`
    const { outcome } = scenario(ingress({ annotations }), { rules: { 'acme-email-address': 'off' } })
    expect(outcome.changes).toEqual([])
    expect(outcome.findings.map(({ rule, message, field }) => [rule, message, field?.path])).toEqual(
      names.map((name) => [
        'certificate-rejected',
        `cert-manager would refuse the Certificate web-tls, so it is not written. ${problem}`,
        `metadata.annotations[cert-manager.io/${name}]`,
      ]),
    )
  })

  test.each([
    ['ip-sans', '10.0.0.1, 10.0.0.2', '10.0.0.1,10.0.0.2'],
    ['ip-sans', '10.0.0.1, localhost', undefined],
    ['email-sans', ' a@x.com,b@x.com ', 'a@x.com,b@x.com'],
    ['email-sans', 'a@x.com, Ops <b@x.com>', undefined],
  ])(
    'blanks in %s of "%s" are proposed away, as a newer cert-manager trims them',
    (name, value, proposed) => {
      const annotations = `cert-manager.io/issuer: ca, cert-manager.io/${name}: "${value}"`
      const { outcome } = scenario(ingress({ annotations }), { rules: { 'acme-email-address': 'off' } })
      expect(outcome.findings.map(({ field }) => [field?.currentValue, field?.proposedValue])).toContainEqual(
        [value, proposed],
      )
    },
  )

  test('a Secret name with capitals', () => {
    const { findings, messages, changes } = scenario(
      ingress({ tls: '[{hosts: [example.com], secretName: Web_TLS}]' }),
    )
    expect(findings).toEqual(['error certificate-rejected spec.tls[0].secretName'])
    expect(messages).toEqual([
      'cert-manager would refuse the Certificate Web_TLS, so it is not written. "Web_TLS" is not a valid name for a Secret. Use lower-case letters, digits, "-" and ".", 253 characters at most, with a letter or digit at both ends.',
    ])
    expect(changes).toEqual([])
  })

  test('annotations of the Secret that are larger than 256 KiB together, by a byte', () => {
    const annotated = (size: number) => {
      const template = JSON.stringify({ annotations: { key: 'x'.repeat(size - 'key'.length) } })
      return ingress({
        annotations: `cert-manager.io/issuer: ca, cert-manager.io/secret-template: '${template}'`,
      })
    }
    expect(scenario(annotated(256 * 1024)).changes).toEqual(['create web-tls'])
    expect(scenario(annotated(256 * 1024 + 1)).messages).toEqual([
      'cert-manager would refuse the Certificate web-tls, so it is not written. The annotations are larger than 256 KiB together. Shorten them.',
    ])
  })

  test('but not upper-case letters in the key of an annotation, nor the longest label', () => {
    const label = 'a'.repeat(63)
    const template = `{"annotations": {"Example.com/A": ""}, "labels": {"${label}": "${label}"}}`
    const annotations = `cert-manager.io/issuer: ca, cert-manager.io/secret-template: '${template}'`
    expect(scenario(ingress({ annotations })).changes).toEqual(['create web-tls'])
  })

  test('one refused Certificate leaves the others of the source', () => {
    const tls = '[{hosts: [example.com], secretName: Bad_Name}, {hosts: [example.com], secretName: good-tls}]'
    expect(scenario(ingress({ tls })).changes).toEqual(['create good-tls'])
  })
})
