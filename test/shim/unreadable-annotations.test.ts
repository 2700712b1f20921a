import { describe, expect, test } from 'vitest'
import { ingress, scenario } from './scenario.ts'

const inHours = 'Write it in hours, minutes and seconds, such as 2160h for 90 days.'
const exactly = 'Write it exactly like one of these.'
const allUsages =
  'The usages are: signing, digital signature, content commitment, key encipherment, key agreement, data encipherment, cert sign, crl sign, encipher only, decipher only, any, server auth, client auth, code signing, email protection, s/mime, ipsec end system, ipsec tunnel, ipsec user, timestamping, ocsp signing, microsoft sgc, netscape sgc.'

type Row = readonly [
  sentence: string,
  name: string,
  value: string,
  problem: string,
  advice: string,
  proposedValue?: string,
]

describe('annotations that cannot be read', () => {
  test.each<Row>([
    [
      'a duration in days',
      'duration',
      '90d',
      '"90d" has an unknown unit "d"; Go durations use h, m and s',
      inHours,
      '2160h',
    ],
    [
      'a duration in words',
      'duration',
      '1 Day',
      '"1 Day" has an unknown unit " Day"; Go durations use h, m and s',
      inHours,
      '24h',
    ],
    [
      'the most days that are recognised',
      'duration',
      '99999d',
      '"99999d" has an unknown unit "d"; Go durations use h, m and s',
      inHours,
      '2399976h',
    ],
    [
      'more days',
      'duration',
      '100000d',
      '"100000d" has an unknown unit "d"; Go durations use h, m and s',
      inHours,
    ],
    ['no days', 'duration', '0d', '"0d" has an unknown unit "d"; Go durations use h, m and s', inHours],
    [
      'days among others',
      'duration',
      '1h 90d',
      '"1h 90d" has an unknown unit "h "; Go durations use h, m and s',
      inHours,
    ],
    [
      'days with more behind them',
      'duration',
      '90d2',
      '"90d2" has an unknown unit "d"; Go durations use h, m and s',
      inHours,
    ],
    [
      'a duration in capitals, with blanks',
      'duration',
      '2160 H',
      '"2160 H" has an unknown unit " H"; Go durations use h, m and s',
      inHours,
      '2160h',
    ],
    [
      'a duration of nothing, in capitals',
      'duration',
      '0H',
      '"0H" has an unknown unit "H"; Go durations use h, m and s',
      inHours,
    ],
    [
      'a duration without a unit',
      'duration',
      '2160',
      '"2160" has no unit after "2160"; a Go duration is a number and a unit, such as 2160h or 1h30m',
      inHours,
    ],
    [
      'an empty duration',
      'duration',
      '',
      'it is empty; a Go duration is a number and a unit, such as 2160h or 1h30m',
      inHours,
    ],
    [
      'a renewal in days',
      'renew-before',
      '30 days',
      '"30 days" has an unknown unit " days"; Go durations use h, m and s',
      inHours,
      '720h',
    ],
    [
      'a percentage with its sign',
      'renew-before-percentage',
      '30%',
      '"30%" is not a whole number',
      'Write a whole number in digits.',
    ],
    [
      'a history of nothing',
      'revision-history-limit',
      '0',
      '0 is less than 1',
      'Give the number of CertificateRequests to keep, or remove the annotation to keep all.',
    ],
    [
      'a history without a number',
      'revision-history-limit',
      'all',
      '"all" is not a whole number',
      'Write a whole number in digits.',
    ],
    [
      'an algorithm in lower case',
      'private-key-algorithm',
      'rsa',
      '"rsa" is not one of RSA, ECDSA, Ed25519',
      exactly,
      'RSA',
    ],
    [
      'an algorithm with a blank',
      'private-key-algorithm',
      'ECDSA ',
      '"ECDSA " is not one of RSA, ECDSA, Ed25519',
      exactly,
      'ECDSA',
    ],
    ['another algorithm', 'private-key-algorithm', 'DSA', '"DSA" is not one of RSA, ECDSA, Ed25519', exactly],
    [
      'an encoding in lower case',
      'private-key-encoding',
      'pkcs8',
      '"pkcs8" is not one of PKCS1, PKCS8',
      exactly,
      'PKCS8',
    ],
    [
      'a rotation policy in capitals',
      'private-key-rotation-policy',
      'ALWAYS',
      '"ALWAYS" is not one of Never, Always',
      exactly,
      'Always',
    ],
    [
      'a key size in words',
      'private-key-size',
      'big',
      '"big" is not a whole number',
      'Write the number of bits in digits.',
    ],
    [
      'an RSA key that is too small',
      'private-key-size',
      '2047',
      '2047 is not a valid key size for RSA',
      'Use 2048 to 8192 bits.',
    ],
    [
      'an RSA key that is too big',
      'private-key-size',
      '8193',
      '8193 is not a valid key size for RSA',
      'Use 2048 to 8192 bits.',
    ],
    [
      'the size of an ECDSA key, without its algorithm',
      'private-key-size',
      '256',
      '256 is not a valid key size for RSA',
      'Set cert-manager.io/private-key-algorithm to ECDSA for a key of 256 bits, or use 2048 to 8192.',
    ],
    [
      'a misspelled usage',
      'usages',
      'server auht',
      '"server auht" is not a usage that cert-manager knows',
      allUsages,
      'server auth',
    ],
    [
      'a misspelled usage beside a right one',
      'usages',
      ' server auht ,any',
      '"server auht" is not a usage that cert-manager knows',
      allUsages,
      'server auth,any',
    ],
    [
      'usages that resemble none',
      'usages',
      'web,web,server auht',
      '"web", "server auht" are not usages that cert-manager knows',
      allUsages,
    ],
    [
      'an open quote in a list',
      'subject-countries',
      '"DE',
      'the double quote before "DE" is never closed',
      'Write the values separated by commas on one line, and put a value that contains a comma in double quotes.',
    ],
    [
      'a template with an unknown field',
      'secret-template',
      '{"label":{}}',
      'it has an unknown field "label"; what can be set is annotations and labels',
      'Write JSON with the fields annotations and labels only, such as {"labels": {"team": "web"}}.',
    ],
    [
      'a template with an annotation of cert-manager',
      'secret-template',
      '{"annotations":{"a":"b","cert-manager.io/x":"y"}}',
      "it sets cert-manager.io/x, and annotations of cert-manager.io are cert-manager's own",
      'Remove that annotation from the template.',
    ],
  ])('%s', (_sentence, name, value, problem, advice, proposedValue) => {
    const key = `cert-manager.io/${name}`
    const annotations = `cert-manager.io/issuer: ca, ${key}: ${JSON.stringify(value)}`
    const { outcome } = scenario(ingress({ annotations }))
    expect(outcome.changes).toEqual([])
    expect(outcome.findings).toEqual([
      {
        rule: 'invalid-annotation',
        severity: 'error',
        position: 0,
        message: `${key} can't be read: ${problem}. cert-manager issues nothing for this Ingress until it is corrected. ${advice}`,
        field: {
          path: `metadata.annotations[${key}]`,
          currentValue: value,
          ...(proposedValue !== undefined && { proposedValue }),
        },
      },
    ])
  })

  test('a key size that ECDSA does not have', () => {
    const annotations =
      'cert-manager.io/issuer: ca, cert-manager.io/private-key-algorithm: ECDSA, cert-manager.io/private-key-size: "2048"'
    expect(scenario(ingress({ annotations })).messages).toEqual([
      "cert-manager.io/private-key-size can't be read: 2048 is not a valid key size for ECDSA. cert-manager issues nothing for this Ingress until it is corrected. Use one of 256, 384, 521.",
    ])
  })

  test('all of them are reported in one run, beside a wrong TLS block', () => {
    const { findings } = scenario(
      ingress({
        annotations:
          'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d, cert-manager.io/private-key-size: "1"',
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
