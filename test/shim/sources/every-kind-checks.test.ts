import { describe, expect, test } from 'vitest'
import { scenario } from '../scenario.ts'
import { everyAnnotatedKind, everyKind, resourceOf, settingField } from './every-kind.ts'

/** Without their severities, which the rules' own tests have. */
const rulesOf = (...documents: readonly string[]) =>
  scenario(documents.join('\n---\n')).findings.map((finding) => finding.replace(/^\w+ /, ''))

const issuer = (spec: string, { name = 'ca', namespace = 'prod' } = {}) =>
  `{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: ${name}, namespace: ${namespace}}, spec: ${spec}}`
const acme = ({ solver = '{http01: {ingress: {}}}', more = '' } = {}) =>
  issuer(
    `{acme: {server: "https://acme-v02.api.letsencrypt.org/directory", privateKeySecretRef: {name: key}, solvers: [${solver}]${more}}}`,
  )
const dns01 = '{dns01: {route53: {}}}'
const selfSigned = issuer('{selfSigned: {}}')
const venafi = issuer('{venafi: {zone: web, cloud: {apiTokenSecretRef: {name: token}}}}')
const secret =
  '{apiVersion: v1, kind: Secret, metadata: {name: web-tls, namespace: prod}, data: {tls.crt: YQ==, tls.key: YQ==}}'
const certificate =
  '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: other, namespace: prod}, spec: {secretName: web-tls, dnsNames: [example.com], issuerRef: {name: ca}}}'

describe.each(everyKind)('for %s, the checks know', (...kind) => {
  const [, { secretField, hostField, uncovered }] = kind
  const issuerField = settingField(kind, 'issuer')

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
    ['a Secret that another Certificate has', [certificate], `secret-issued-twice ${secretField}`],
    ['the resource that is there twice', [resourceOf(kind)], 'duplicate-resource metadata.name'],
    [
      'a host for which there is no solver',
      [acme({ solver: '{selector: {dnsZones: [example.org]}, http01: {ingress: {}}}' })],
      `acme-solver-missing ${hostField}`,
    ],
    [
      'a challenge that nobody can see',
      [acme({ solver: '{http01: {gatewayHTTPRoute: {}}}' })],
      `acme-http01-unreachable ${hostField}`,
    ],
    [
      'a self-signed certificate without a subject',
      [selfSigned],
      `selfsigned-subject-missing ${settingField(kind, 'common-name')}`,
    ],
    [
      'a request to Venafi without a subject',
      [venafi],
      `venafi-subject-missing ${settingField(kind, 'common-name')}`,
    ],
  ])('%s', (_, others, finding) => {
    expect(rulesOf(resourceOf(kind), ...others)).toContain(finding)
  })

  test.each([
    ['a host that no public CA certifies', 'web.internal', `acme-name-not-public ${hostField}`],
    ['a host with letters beyond ASCII', 'bücher.example.com', `host-invalid ${hostField}`],
    ['a wildcard that HTTP-01 cannot prove', '"*.example.com"', `acme-wildcard-http01 ${hostField}`],
  ])('%s', (_, host, finding) => {
    expect(rulesOf(withHost(resourceOf(kind), host), acme())).toContain(finding)
  })

  test.each([
    ['a duration that the CA ignores', { duration: '8760h' }, 'acme-duration-ignored', acme()],
    [
      'a duration that the CA refuses',
      { duration: '8760h' },
      'acme-duration-refused',
      acme({ more: ', enableDurationFeature: true' }),
    ],
    ['a common name that is no host', { 'common-name': 'shop' }, 'acme-common-name', acme()],
    ['usages that the CA ignores', { usages: 'client auth' }, 'issuer-ignores', acme()],
    ['the name of an issuer that is none', { issuer: 'a,b' }, 'issuer-reference-invalid', ''],
  ])('%s', (_, settings, rule, one) => {
    const [setting = ''] = Object.keys(settings)
    const stream = withoutFirstIssuer(resourceOf(kind, { settings }), setting)
    expect(rulesOf(stream, one)).toContain(`${rule} ${settingField(kind, setting)}`)
  })

  test.skipIf(uncovered === undefined)('a host that no certificate covers', () => {
    const { spec = '', field } = uncovered ?? {}
    expect(rulesOf(resourceOf(kind, { spec }))).toContain(`host-not-covered ${field}`)
    expect(rulesOf(resourceOf(kind)).join()).not.toContain('host-not-covered')
  })
})

describe.each(everyAnnotatedKind)('for %s, the checks know', (...kind) => {
  const [, { secretField }] = kind
  const withNames = (names: string) => resourceOf(kind, { settings: { 'alt-names': names } })
  const domain = 'acme.cert-manager.io'
  const asking = (more: string) => resourceOf(kind, { asks: `cert-manager.io/issuer: ca, ${more}` })

  test.each([
    [
      'a name beside its wildcard',
      withNames('a.example.com,*.example.com'),
      dns01,
      `acme-redundant-name ${settingField(kind, 'alt-names')}`,
    ],
    [
      'more names than an ACME CA takes',
      withNames(Array.from({ length: 101 }, (_, index) => `h${index}.example.com`).join(',')),
      dns01,
      `acme-too-many-names ${secretField}`,
    ],
    [
      'two ways to an Ingress for HTTP-01',
      asking(`${domain}/http01-ingress-class: a, ${domain}/http01-ingress-ingressclassname: a`),
      '{http01: {ingress: {}}}',
      `acme-http01-conflict metadata.annotations[${domain}/http01-ingress-ingressclassname]`,
    ],
    [
      'HTTP-01 that is not used',
      asking(`${domain}/http01-ingress-class: a`),
      dns01,
      `acme-http01-unused metadata.annotations[${domain}/http01-ingress-class]`,
    ],
  ])('%s', (_, resource, solver, finding) => {
    expect(rulesOf(resource, acme({ solver }))).toContain(finding)
  })

  test.each([
    ['an e-mail address, which ACME does not have', 'email-sans', 'ops@example.com', 'acme-email-address'],
    ['an address that the CA refuses', 'ip-sans', '203.0.113.7', 'acme-ip-address'],
    ['a key that the CA refuses', 'private-key-algorithm', 'Ed25519', 'acme-key-algorithm'],
    ['a country that is no code', 'subject-countries', 'Germany', 'subject-value-suspicious'],
    ['an annotation that nobody reads', 'usage', 'server auth', 'unknown-annotation'],
  ])('%s', (_, setting, value, rule) => {
    const resource = resourceOf(kind, { settings: { [setting]: value } })
    expect(rulesOf(resource, acme({ solver: dns01 }))).toContain(`${rule} ${settingField(kind, setting)}`)
  })
})

test.each(everyAnnotatedKind.filter(([identity]) => !identity.startsWith('Route.')))(
  '%s does not read the URIs of a Route',
  (...kind) => {
    const resource = resourceOf(kind, { settings: { 'uri-sans': 'spiffe://a/b' } })
    expect(rulesOf(resource)).toContain(`ignored-annotation ${settingField(kind, 'uri-sans')}`)
    expect(scenario(resource).certificates).not.toContain('uris')
  },
)

/** A wildcard in quotes stands in quotes of its own where something is around it. */
function withHost(resource: string, host: string): string {
  const bare = host.replaceAll('"', '')
  return resource
    .replace(/(?:Host|HostSNI)\(`example\.com`\)/, (match) => match.replace('example.com', bare))
    .replaceAll(/(?<![.`\w])example\.com(?![`\w])/g, host)
}

/** Of two issuers, the second is meant. */
function withoutFirstIssuer(resource: string, setting: string): string {
  return setting === 'issuer' ? resource.replace(/(?:cert-manager\.io\/)?issuer: ca,? ?/, '') : resource
}
