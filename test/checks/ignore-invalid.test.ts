import { describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/checks.ts'
import { scenario, ingress as smallest } from '../shim/scenario.ts'
import { ingress, ruleCases } from './rule-cases.ts'

const key = 'ingress-shim.fn.kpt.dev/ignore'
const ignoring = (text: string) =>
  ingress({ annotations: `cert-manager.io/cluster-issuer: letsencrypt, ${key}: ${JSON.stringify(text)}` })
const [check] = checks.filter(({ rule }) => rule.id === 'ignore-invalid')
if (check === undefined) throw new Error('There is no check ignore-invalid.')

ruleCases(check, {
  hits: [
    [
      'a slip, with the nearest rule',
      ignoring('host-not-coverd: old'),
      [`Ingress/web metadata.annotations[${key}]: host-not-coverd: old -> host-not-covered: old`],
    ],
    [
      'a rule that there is not',
      ignoring('everything'),
      [`Ingress/web metadata.annotations[${key}]: everything`],
    ],
    [
      'a rule of the shim itself, with a slip',
      ignoring('malformed-resources'),
      [`Ingress/web metadata.annotations[${key}]: malformed-resources`],
    ],
    [
      'a rule of the shim itself',
      ignoring('certificate-rejected'),
      [`Ingress/web metadata.annotations[${key}]: certificate-rejected`],
    ],
    [
      'each of them once',
      ignoring('a-b, a-b, tls-missing\ntemplate-not-rendered: why'),
      Array(2).fill(
        `Ingress/web metadata.annotations[${key}]: a-b, a-b, tls-missing\ntemplate-not-rendered: why`,
      ),
    ],
  ],
  misses: [
    ['a rule', ignoring('host-not-covered')],
    [
      'rules with reasons, a line each',
      ignoring('host-not-covered, issuer-missing: later\ntls-missing: a, b: c\n'),
    ],
    ['itself', ignoring('ignore-invalid, something')],
    ['nothing', ignoring('')],
    ['what is filled in later', ignoring('${IGNORED}')],
  ],
  reads: [
    ignoring('malformed-resource'),
    'ingress-shim.fn.kpt.dev/ignore has no effect on "malformed-resource": what this rule finds keeps certificates from being issued. Fix that instead.',
  ],
  alsoReads: [
    [
      ignoring('host-not-coverd'),
      'ingress-shim.fn.kpt.dev/ignore has no effect on "host-not-coverd": no rule of that id can be ignored. Did you mean host-not-covered?',
    ],
    [
      ignoring('everything at all'),
      'ingress-shim.fn.kpt.dev/ignore has no effect on "everything at all": no rule of that id can be ignored. List rule ids with commas, and a reason behind a colon.',
    ],
  ],
})

describe('the annotation', () => {
  const annotated = (ignored: string) =>
    smallest({ annotations: `cert-manager.io/issuer: ca, ${key}: "${ignored}"`, tls: '[]' })

  test.each([
    ['silences a rule on its resource', annotated('tls-missing: soon'), []],
    ['leaves the others', annotated('host-not-covered'), ['warning tls-missing spec.tls']],
    [
      'leaves other resources',
      `${annotated('tls-missing')}---${smallest({ name: 'other', tls: '[]' })}`,
      ['warning tls-missing spec.tls'],
    ],
    [
      'silences no rule of the shim itself',
      smallest({
        annotations: `cert-manager.io/issuer: ca, ${key}: tls-hosts-missing`,
        tls: '[{secretName: a}]',
      }),
      ['warning tls-hosts-missing spec.tls[0].hosts', `warning ignore-invalid metadata.annotations[${key}]`],
    ],
  ])('%s', (_sentence, input, findings) => {
    expect(scenario(input).findings).toEqual(findings)
  })

  test('is never copied to a Certificate', () => {
    const input = smallest({ annotations: `cert-manager.io/issuer: ca, ${key}: tls-missing` })
    const { certificates, changes } = scenario(input, { extraCertificateAnnotations: [key] })
    expect(changes).toEqual(['create web-tls'])
    expect(certificates).not.toContain(key)
  })

  test('that a Certificate has of its own stays', () => {
    const options = { extraCertificateAnnotations: [key] }
    const { certificates } = scenario(smallest(), options)
    const own = certificates.replace('annotations:\n', `annotations:\n    ${key}: secret-present\n`)
    expect(scenario(`${smallest()}---\n${own}`, options).changes).toEqual([])
  })
})
