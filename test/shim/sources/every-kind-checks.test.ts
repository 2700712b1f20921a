import { describe, expect, test } from 'vitest'
import { scenario } from '../scenario.ts'
import { everyKind, resourceOf } from './every-kind.ts'

/** Without their severities, which the rules' own tests have. */
const rulesOf = (stream: string) => scenario(stream).findings.map((finding) => finding.replace(/^\w+ /, ''))

describe.each(everyKind)('for %s, the checks know', (...kind) => {
  const [, { secretField, hostField, issuerField = 'metadata.annotations[cert-manager.io/issuer]' }] = kind
  const issuer = (spec: string, { name = 'ca', namespace = 'prod' } = {}) =>
    `{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`
  const acme =
    '{acme: {server: "https://acme-v02.api.letsencrypt.org/directory", privateKeySecretRef: {name: key}, solvers: [{http01: {ingress: {}}}]}}'
  const secret =
    '{apiVersion: v1, kind: Secret, metadata: {name: web-tls, namespace: prod}, data: {tls.crt: YQ==, tls.key: YQ==}}'

  test.each([
    [
      'an issuer that is missing',
      [issuer('{selfSigned: {}}', { name: 'cb' })],
      `issuer-missing ${issuerField}`,
    ],
    [
      'an issuer of another namespace',
      [issuer('{selfSigned: {}}', { namespace: 'dev' })],
      `issuer-elsewhere ${issuerField}`,
    ],
    [
      'the Secret of its issuer',
      [issuer('{ca: {secretName: web-tls}}')],
      `issuer-secret-overwritten ${secretField}`,
    ],
    ['a Secret that is there', [secret], `secret-present ${secretField}`],
    ['a Secret that is there twice', [secret, secret], 'duplicate-resource metadata.name'],
  ])('%s', (_, others, finding) => {
    expect(rulesOf([resourceOf(kind), ...others].join('\n---\n'))).toContain(finding)
  })

  test.each([
    ['a host that no public CA certifies', 'web.internal', `acme-name-not-public ${hostField}`],
    ['a host with letters beyond ASCII', 'bücher.example.com', `host-invalid ${hostField}`],
  ])('%s', (_, host, finding) => {
    const stream = [resourceOf(kind).replaceAll('example.com', host), issuer(acme)].join('\n---\n')
    expect(rulesOf(stream)).toContain(finding)
  })
})
