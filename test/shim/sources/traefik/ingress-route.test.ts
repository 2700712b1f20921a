import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenario } from '../../scenario.ts'
import { sourceCases } from '../source-cases.ts'

function ingressRoute({
  kind = 'IngressRoute',
  apiVersion = 'traefik.io/v1alpha1',
  name = 'shop',
  annotations = 'cert-manager.io/cluster-issuer: letsencrypt',
  routes = '[{match: Host(`a.example.com`), kind: Rule}]',
  tls = '{secretName: a-tls}',
  spec = '',
} = {}): string {
  return `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: ${name}, namespace: prod, annotations: {${annotations}}}
spec:
  routes: ${routes}
  ${tls === '' ? '' : `tls: ${tls}`}
  ${spec}
`
}

/** The Secret and the DNS names of each Certificate. */
function namesIn(certificates: string): readonly string[] {
  return certificates === ''
    ? []
    : certificates.split('---\n').map((certificate) => {
        const { spec } = parse(certificate)
        return `${spec.secretName}: ${spec.dnsNames.join(' ')}`
      })
}

const old = 'traefik.containo.us/v1alpha1'
const twoHosts = '[{match: "Host(`a.example.com`, `b.example.com`)", kind: Rule}]'

sourceCases('an IngressRoute', {
  'gives one Certificate, with the hosts of all its rules (T1)': {
    given: `
apiVersion: traefik.io/v1alpha1
kind: IngressRoute
metadata:
  name: shop
  namespace: prod
  annotations:
    cert-manager.io/cluster-issuer: letsencrypt
    cert-manager.io/private-key-algorithm: ECDSA
spec:
  entryPoints: [websecure]
  routes:
  - match: Host(\`Shop.example.com\`) && PathPrefix(\`/api\`)
    kind: Rule
    services: [{name: api, port: 80}]
  - match: Host(\`shop.example.com\`) || (Host(\`www.example.com\`) && !Host(\`old.example.com\`))
    services: [{name: shop, port: 80}]
  tls: {secretName: shop-tls}
`,
    certificates: `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop-tls
  namespace: prod
  annotations:
    ingress-shim.fn.kpt.dev/source: IngressRoute.traefik.io/shop
spec:
  secretName: shop-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - shop.example.com
  - www.example.com
  usages:
  - digital signature
  - key encipherment
  privateKey:
    algorithm: ECDSA
`,
  },
})

describe('the hosts of the Certificate', () => {
  const regex = '[{match: "HostRegexp(`^.+\\\\.example\\\\.com$`)", kind: Rule}]'
  test.each<[string, Parameters<typeof ingressRoute>[0], string, readonly string[]]>([
    [
      'are those of tls.domains where a rule has only a regular expression (T2)',
      {
        routes: regex,
        tls: '{secretName: wild-tls, domains: [{main: example.com, sans: ["*.example.com"]}]}',
      },
      'wild-tls: example.com *.example.com',
      [],
    ],
    [
      'are those of all entries of tls.domains, with or without main, instead of those of the rules',
      {
        tls: '{secretName: a-tls, domains: [{main: A.example.com.}, {sans: [b.example.com, a.example.com]}]}',
      },
      'a-tls: a.example.com b.example.com',
      ['info host-not-routed spec.tls.domains[1].sans[0]'],
    ],
    [
      'are several of one Host in the API of Traefik 2 (T3)',
      { apiVersion: old, routes: twoHosts },
      'a-tls: a.example.com b.example.com',
      ['warning deprecated-api apiVersion'],
    ],
    [
      'are several of one Host in the API of Traefik 3, which only reads that with syntax: v2 (T3)',
      { routes: twoHosts },
      'a-tls: a.example.com b.example.com',
      ['warning traefik-rule-invalid spec.routes[0].match'],
    ],
    [
      'are several of one Host with syntax: v2',
      { routes: '[{match: "Host(`a.example.com`, `b.example.com`)", syntax: v2}]' },
      'a-tls: a.example.com b.example.com',
      [],
    ],
    [
      'are there with an empty certResolver, which is none',
      { tls: '{secretName: a-tls, certResolver: ""}' },
      'a-tls: a.example.com',
      [],
    ],
    [
      'are those of HostHeader in the old syntax',
      { routes: '[{match: HostHeader(`a.example.com`), syntax: v2}]' },
      'a-tls: a.example.com',
      [],
    ],
    [
      'are those of HostSNI of an IngressRouteTCP (T4)',
      {
        kind: 'IngressRouteTCP',
        routes: '[{match: HostSNI(`db.example.com`)}]',
        tls: '{secretName: db-tls}',
      },
      'db-tls: db.example.com',
      [],
    ],
    [
      'are not those behind a negation (T7)',
      { routes: `[{match: 'host("a.example.com") && !(Host(\`b.example.com\`) || Path(\`/x\`))'}]` },
      'a-tls: a.example.com',
      [],
    ],
    [
      'are those behind a negated negation',
      { routes: '[{match: "!(Host(`a.example.com`) && !Host(`b.example.com`))"}]' },
      'a-tls: b.example.com',
      [],
    ],
    [
      'are those of rules with and without kind: Rule',
      { routes: '[{match: Host(`a.example.com`), kind: Rule}, {match: Host(`b.example.com`)}]' },
      'a-tls: a.example.com b.example.com',
      [],
    ],
    [
      'are without what stands for every host, and with wildcards',
      { routes: '[{match: "Host(`*`) || Host(`*.example.com`) || Host(`a.example.com`)"}]' },
      'a-tls: *.example.com a.example.com',
      [],
    ],
    [
      'are in lower case, without a dot at the end, each once',
      { routes: '[{match: Host(`A.Example.com.`)}, {match: Host(`a.example.com`)}]' },
      'a-tls: a.example.com',
      [],
    ],
    [
      'are those of a matcher beside one that only a plugin has',
      { routes: '[{match: Host(`a.example.com`) && Geo(`DE`)}]' },
      'a-tls: a.example.com',
      ['warning traefik-rule-invalid spec.routes[0].match'],
    ],
    [
      'keep the placeholder that they are',
      { routes: '[{match: "Host(`Shop.${DOMAIN}`)"}]' },
      'a-tls: Shop.${DOMAIN}',
      [],
    ],
  ])('%s', (_, input, names, findings) => {
    const result = scenario(ingressRoute(input))
    expect({ names: namesIn(result.certificates), findings: result.findings }).toEqual({
      names: [names],
      findings,
    })
  })

  test('that are IP addresses are addresses in the Certificate', () => {
    const { certificates, findings } = scenario(ingressRoute({ routes: '[{match: Host(`10.0.0.1`)}]' }))
    expect(parse(certificates).spec).toMatchObject({ ipAddresses: ['10.0.0.1'] })
    expect(findings).toEqual([])
  })
})

describe('no Certificate, and a word on it, for', () => {
  const tcp = { kind: 'IngressRouteTCP', routes: '[{match: HostSNI(`db.example.com`)}]' }
  test.each<[string, Parameters<typeof ingressRoute>[0], readonly string[]]>([
    ['an IngressRoute without tls', { tls: '' }, ['warning tls-missing spec.tls']],
    ['tls without a secretName', { tls: '{}' }, ['warning tls-secret-name-missing spec.tls.secretName']],
    [
      'tls with nothing but options and a store',
      { tls: '{options: {name: modern}, store: {name: default}}' },
      ['warning tls-secret-name-missing spec.tls.secretName'],
    ],
    [
      'a certResolver (T5)',
      { tls: '{certResolver: le}' },
      ['warning traefik-acme-instead spec.tls.certResolver'],
    ],
    [
      'TLS that is passed through, also with a Secret, which Traefik does not load (T4)',
      { ...tcp, tls: '{secretName: db-tls, passthrough: true}' },
      ['info tls-passthrough spec.tls.passthrough'],
    ],
    ['a child route', { spec: 'parentRefs: [{name: edge}]' }, ['warning listener-skipped spec.parentRefs']],
    [
      'a child route without tls',
      { tls: '', spec: 'parentRefs: [{name: edge}]' },
      ['warning listener-skipped spec.parentRefs'],
    ],
    [
      'a rule with a regular expression alone (T2)',
      { routes: '[{match: "HostRegexp(`^a`)"}]' },
      ['warning tls-hosts-missing spec.tls.domains'],
    ],
    [
      'an SNI rule with a regular expression alone',
      { ...tcp, routes: '[{match: "HostSNIRegexp(`^a`)"}]' },
      ['warning tls-hosts-missing spec.tls.domains'],
    ],
    [
      'a rule with nothing but a negated host',
      { routes: '[{match: "!Host(`a.example.com`)"}]' },
      ['warning tls-hosts-missing spec.tls.domains'],
    ],
    ['no routes', { routes: '[]' }, ['warning tls-hosts-missing spec.tls.domains']],
    [
      'a TCP matcher in an IngressRoute',
      { routes: '[{match: HostSNI(`a.example.com`)}]' },
      ['warning traefik-rule-invalid spec.routes[0].match', 'warning tls-hosts-missing spec.tls.domains'],
    ],
    [
      'every host of a TCP route',
      { ...tcp, routes: '[{match: HostSNI(`*`)}]' },
      ['warning tls-hosts-missing spec.tls.domains'],
    ],
    [
      'a rule in single quotes (T6)',
      { routes: `[{match: "Host('a.example.com')"}]` },
      ['error traefik-rule-invalid spec.routes[0].match'],
    ],
    [
      'a rule that cannot be read, although others and the domains can',
      {
        routes: '[{match: Host(`a.example.com`)}, {match: ""}, {kind: Rule}]',
        tls: '{secretName: a-tls, domains: [{main: a.example.com}]}',
      },
      ['error traefik-rule-invalid spec.routes[1].match', 'error traefik-rule-invalid spec.routes[2].match'],
    ],
    [
      'a rule that is filled in later',
      { routes: '[{match: "${RULE}"}]' },
      ['warning placeholder-unresolved spec.routes[0].match'],
    ],
    [
      'a template',
      { routes: '[{match: "Host(`{{ .Values.host }}`)"}]' },
      ['error template-not-rendered spec.routes[0].match'],
    ],
    [
      'fields of the wrong type',
      { routes: '[{match: [Host]}, Rule]', tls: '{secretName: 1, domains: [{main: true, sans: a}]}' },
      [
        'error malformed-resource spec.routes[0].match',
        'error malformed-resource spec.routes[1]',
        'error malformed-resource spec.tls.secretName',
        'error malformed-resource spec.tls.domains[0].main',
        'error malformed-resource spec.tls.domains[0].sans',
      ],
    ],
    [
      'a passthrough of the wrong type',
      { tls: '{secretName: a-tls, passthrough: "yes"}' },
      ['error malformed-resource spec.tls.passthrough'],
    ],
    ['tls of the wrong type', { tls: 'true' }, ['error malformed-resource spec.tls']],
    ['routes of the wrong type', { routes: '{}' }, ['error malformed-resource spec.routes']],
  ])('%s', (_, input, findings) => {
    expect(scenario(ingressRoute(input))).toMatchObject({ changes: [], findings })
  })
})

describe('which IngressRoutes are sources', () => {
  const auto = 'kubernetes.io/tls-acme: "true"'
  test.each<[string, string, Parameters<typeof scenario>[1], readonly string[]]>([
    ['one with an issuer', 'cert-manager.io/issuer: ca', {}, ['create a-tls']],
    ['one with an auto annotation and a default issuer', auto, { defaultIssuerName: 'ca' }, ['create a-tls']],
    ['not one with an auto annotation and no default issuer', auto, {}, []],
    ['not one without annotations', '', {}, []],
    [
      'not one that says cert-manager.io/ignore',
      'cert-manager.io/issuer: ca, cert-manager.io/ignore: "true"',
      {},
      [],
    ],
    [
      'not one where the setting sources leaves the kind out',
      'cert-manager.io/issuer: ca',
      { sources: ['Ingress'] },
      [],
    ],
  ])('%s', (_, annotations, options, changes) => {
    const result = scenario(ingressRoute({ annotations }), options)
    expect(result.changes).toEqual(changes)
    expect(result.findings.filter((finding) => !finding.includes('tls-acme'))).toEqual([])
  })

  test('without annotations, no field is looked at, whatever its shape', () => {
    const input = { annotations: '', routes: '[{match: "Host("}, 1]', tls: '{secretName: [x]}' }
    expect(scenario(ingressRoute(input))).toMatchObject({ changes: [], findings: [] })
  })
})

test('with a secretName and a certResolver, both would issue', () => {
  const { changes, findings, messages } = scenario(
    ingressRoute({ tls: '{secretName: a-tls, certResolver: le}' }),
  )
  expect(changes).toEqual(['create a-tls'])
  expect(findings).toEqual(['warning traefik-acme-instead spec.tls.certResolver'])
  expect(messages).toEqual([
    'The certResolver le makes Traefik itself request the certificate of this IngressRoute. The Certificate is made all the same, so that both request one for the same hosts. Remove certResolver and name a secretName, or remove the annotation that asks for Certificates.',
  ])
})

describe('the checks that look further', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a host of a rule that tls.domains does not cover',
      ingressRoute({
        routes: '[{match: "Host(`a.example.com`) || Host(`b.example.org`)"}]',
        tls: '{secretName: a-tls, domains: [{main: example.com, sans: ["*.example.com"]}]}',
      }),
      ['warning host-not-covered spec.routes[0].match', 'info host-not-routed spec.tls.domains[0].main'],
    ],
    [
      'a host with letters beyond ASCII, which Traefik refuses',
      ingressRoute({ routes: '[{match: Host(`bücher.example.com`)}]' }),
      ['error host-invalid spec.routes[0].match'],
    ],
    [
      'an issuer of another namespace',
      `${ingressRoute({ annotations: 'cert-manager.io/issuer: ca' })}
---
{apiVersion: cert-manager.io/v1, kind: Issuer, metadata: {name: ca, namespace: other}, spec: {selfSigned: {}}}`,
      ['warning issuer-elsewhere metadata.annotations[cert-manager.io/issuer]'],
    ],
    [
      'a wildcard that ACME only issues by DNS-01',
      `${ingressRoute({ routes: '[{match: Host(`*.example.com`)}]' })}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec:
  acme:
    server: https://acme-v02.api.letsencrypt.org/directory
    privateKeySecretRef: {name: account}
    solvers: [{http01: {ingress: {ingressClassName: traefik}}}]`,
      ['error acme-wildcard-http01 spec.routes[0].match'],
    ],
    [
      'a Secret that the list has',
      `${ingressRoute()}
---
{apiVersion: v1, kind: Secret, metadata: {name: a-tls, namespace: prod}, data: {tls.crt: YQ==, tls.key: YQ==}}`,
      ['warning secret-present spec.tls.secretName'],
    ],
    [
      'HTTP-01 that is to edit an Ingress',
      ingressRoute({
        annotations: 'cert-manager.io/issuer: ca, acme.cert-manager.io/http01-edit-in-place: "true"',
      }),
      ['warning ignored-annotation metadata.annotations[acme.cert-manager.io/http01-edit-in-place]'],
    ],
  ])('%s', (_, stream, findings) => {
    expect(scenario(stream).findings).toEqual(findings)
  })

  test('know the hosts of an IngressRoute beside an Ingress', () => {
    const { findings } = scenario(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {cert-manager.io/cluster-issuer: letsencrypt}}
spec:
  rules: [{host: web.example.com}]
  tls: [{hosts: [web.example.com, a.example.com], secretName: web-tls}]
---
${ingressRoute({ annotations: '' })}`)
    expect(findings).toEqual([])
  })

  test('propose the whole rule where a host in it is wrong', () => {
    const { outcome } = scenario(
      ingressRoute({ routes: '[{match: Host(`bücher.example.com`) && Path(`/`)}]' }),
    )
    expect(outcome.findings[0]?.field).toEqual({
      path: 'spec.routes[0].match',
      currentValue: 'Host(`bücher.example.com`) && Path(`/`)',
      proposedValue: 'Host(`xn--bcher-kva.example.com`) && Path(`/`)',
    })
  })
})

describe('a Certificate that is there already', () => {
  const certificate = (source: string) => `
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: a-tls, namespace: prod, annotations: {ingress-shim.fn.kpt.dev/source: ${source}}}
spec:
  secretName: a-tls
  issuerRef: {name: letsencrypt, kind: ClusterIssuer, group: cert-manager.io}
  dnsNames: [a.example.com]
  usages: [digital signature, key encipherment]`

  test.each([
    ['stays as it is', ingressRoute(), [], []],
    [
      'stays when the IngressRoute moves to the new API',
      ingressRoute({ apiVersion: old }),
      [],
      ['warning deprecated-api apiVersion'],
    ],
    [
      'is kept where the IngressRoute asks for nothing any more, and still names the Secret',
      ingressRoute({ annotations: '' }),
      [],
      ['warning certificate-kept spec.tls.secretName'],
    ],
    [
      'is removed where nothing names the Secret',
      ingressRoute({ annotations: '', tls: '' }),
      ['remove a-tls'],
      ['info certificate-removed'],
    ],
    [
      'stays while a rule cannot be read',
      ingressRoute({ routes: '[{match: Host(}]' }),
      [],
      ['error traefik-rule-invalid spec.routes[0].match'],
    ],
  ])('%s', (_, source, changes, findings) => {
    const result = scenario(source + certificate('IngressRoute.traefik.io/shop'))
    expect(result.changes).toEqual(changes)
    expect(result.findings.map((finding) => finding.replace(/ metadata.*/, ''))).toEqual(findings)
  })

  test('is ours by an ownerReference of the old API', () => {
    const owned = certificate('x').replace(
      /annotations: \{.*?\}/,
      'ownerReferences: [{apiVersion: traefik.containo.us/v1alpha1, kind: IngressRoute, name: shop, controller: true}]',
    )
    expect(scenario(ingressRoute() + owned)).toMatchObject({ changes: [], findings: [] })
  })
})
