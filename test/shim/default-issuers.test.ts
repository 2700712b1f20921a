import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { ingressShim } from '../../src/ingress-shim.ts'
import { at } from '../../src/manifest/manifest.ts'
import { readInventory } from '../../src/shim/inventory.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { fitsGlob } from '../../src/shim/values/glob.ts'
import { ingress, scenario } from './scenario.ts'

const auto = 'kubernetes.io/tls-acme: "true"'
const inTeam = 'namespace: team-a'

const namespace = (annotations: string, name = 'team-a') =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}, annotations: {${annotations}}}\n`
const ofNamespace = namespace('cert-manager.io/cluster-issuer: of-namespace')

const ofSetting = { issuers: [{ namespaces: ['team-*'], name: 'of-setting', kind: 'ClusterIssuer' }] }
const ofList = { defaultIssuerName: 'of-list', defaultIssuerKind: 'ClusterIssuer' }

/** The issuer of the one Certificate, as `kind/name of group`. */
function issuerOf(stream: string, options: Partial<Options>): string | undefined {
  const change = scenario(stream, options).outcome.changes[0]
  if (change === undefined) return undefined
  const ref = at(change, 'item', 'spec', 'issuerRef')
  const group = at(ref, 'group')
  return `${at(ref, 'kind')}/${at(ref, 'name')}${group === 'cert-manager.io' ? '' : ` of ${group}`}`
}

describe('which issuer a source with an auto annotation gets', () => {
  test.each<readonly [string, string, string, Partial<Options>, string]>([
    [
      'the one that it names, before all others',
      `${auto}, cert-manager.io/issuer: own`,
      ofNamespace,
      { ...ofSetting, ...ofList },
      'Issuer/own',
    ],
    [
      'that of its Namespace, before the settings',
      auto,
      ofNamespace,
      { ...ofSetting, ...ofList },
      'ClusterIssuer/of-namespace',
    ],
    [
      'an Issuer, where the Namespace names one',
      auto,
      namespace('cert-manager.io/issuer: ca'),
      {},
      'Issuer/ca',
    ],
    [
      'that of issuers, before defaultIssuerName',
      auto,
      '',
      { ...ofSetting, ...ofList },
      'ClusterIssuer/of-setting',
    ],
    [
      'that of issuers, where another Namespace names one',
      auto,
      namespace('cert-manager.io/issuer: ca', 'team-b'),
      ofSetting,
      'ClusterIssuer/of-setting',
    ],
    [
      'that of issuers, where a Namespace that never reaches a cluster names one',
      auto,
      namespace('cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "true"'),
      ofSetting,
      'ClusterIssuer/of-setting',
    ],
    [
      'the default, where no entry has its namespace',
      auto,
      '',
      { issuers: [{ namespaces: ['other'], name: 'x' }], ...ofList },
      'ClusterIssuer/of-list',
    ],
    [
      'that of the first entry that fits',
      auto,
      '',
      { issuers: [{ namespaces: ['x', 'team-a'], name: 'first' }, ...ofSetting.issuers] },
      'Issuer/first',
    ],
    [
      'an external one, by kind and group',
      auto,
      '',
      {
        issuers: [{ namespaces: ['*'], name: 'pca', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' }],
      },
      'AWSPCAIssuer/pca of awspca.cert-manager.io',
    ],
    [
      'one whose group is not that of defaultIssuerGroup',
      auto,
      '',
      { ...ofSetting, defaultIssuerGroup: 'example.com' },
      'ClusterIssuer/of-setting',
    ],
    [
      'that of its Namespace, as if it named it itself',
      auto,
      ofNamespace,
      { defaultIssuerGroup: 'example.com' },
      'ClusterIssuer/of-namespace of example.com',
    ],
    [
      'another kind of it, where it says which',
      `${auto}, cert-manager.io/issuer-kind: Issuer`,
      '',
      ofSetting,
      'Issuer/of-setting',
    ],
  ])('%s', (_sentence, annotations, beside, options, expected) => {
    expect(issuerOf(`${ingress({ annotations, metadata: inTeam })}${beside}`, options)).toBe(expected)
  })

  test('that of its Namespace, wherever that is in the list', () => {
    const source = ingress({ annotations: auto, metadata: inTeam })
    expect(issuerOf(`${ofNamespace}---${source}`, {})).toBe('ClusterIssuer/of-namespace')
  })

  test('none, where it is of a kind without auto annotations', () => {
    const gateway = `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: web, namespace: team-a, annotations: {${auto}}}
spec: {listeners: [{name: a, hostname: a.com, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: a}]}}]}
${ofNamespace}`
    expect(scenario(gateway, ofSetting).changes).toEqual([])
  })

  test.each([
    ['by the setting', '', ofSetting, 'ClusterIssuer/of-setting'],
    ['by its Namespace', ofNamespace, {}, 'ClusterIssuer/of-namespace'],
    ['and is no source without one', '', { issuers: [{ namespaces: ['x'], name: 'x' }] }, undefined],
  ])('also on a kind that needs a default for it, %s', (_sentence, beside, options, expected) => {
    const proxy = `
apiVersion: projectcontour.io/v1
kind: HTTPProxy
metadata: {name: web, namespace: team-a, annotations: {${auto}}}
spec: {virtualhost: {fqdn: a.com, tls: {secretName: a-tls}}}
${beside}`
    expect(issuerOf(proxy, options)).toBe(expected)
  })
})

describe('a default issuer that nobody can tell', () => {
  const at = 'metadata.annotations[cert-manager.io/cluster-issuer]'
  test.each([
    [
      'both annotations on the Namespace',
      'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b',
      `error issuer-conflict ${at}`,
      'This Ingress names no issuer, and the Namespace team-a has both cert-manager.io/cluster-issuer and cert-manager.io/issuer, so no Certificate can be requested. Remove one of the two there, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
    ],
    [
      'an empty one',
      'cert-manager.io/cluster-issuer: ""',
      `error issuer-undetermined ${at}`,
      'This Ingress names no issuer, and cert-manager.io/cluster-issuer of the Namespace team-a is empty, so no Certificate can be requested. Give cert-manager.io/cluster-issuer there the name of an issuer, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
    ],
    [
      'one that is not a string',
      'cert-manager.io/issuer: 7',
      `error issuer-undetermined ${at}`,
      'This Ingress names no issuer, and cert-manager.io/issuer of the Namespace team-a is not a string, so no Certificate can be requested. Give cert-manager.io/issuer there the name of an issuer, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
    ],
    [
      'one that is a template',
      'cert-manager.io/issuer: "{{ .Values.issuer }}"',
      `error template-not-rendered ${at}`,
      'This Ingress names no issuer, and cert-manager.io/issuer of the Namespace team-a is a template that nobody has rendered, so no Certificate can be requested. Render it first, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
    ],
  ])('%s: the source is rejected, whatever the settings are', (_sentence, annotations, finding, message) => {
    const stream = `${ingress({ annotations: auto, metadata: inTeam })}${namespace(annotations)}`
    const { findings, messages, changes } = scenario(stream, { ...ofSetting, ...ofList })
    expect(changes).toEqual([])
    expect(findings).toEqual([finding])
    expect(messages).toEqual([message])
  })

  test('does not matter to a source that names its own', () => {
    const stream = `${ingress({ metadata: inTeam })}${namespace('cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b')}`
    expect(scenario(stream).findings).toEqual([])
  })

  test('no entry of issuers: the message says where to add one', () => {
    const { messages } = scenario(ingress({ annotations: auto }), ofSetting)
    expect(messages[0]).toContain('or name its namespace in an entry of issuers in the functionConfig.')
  })
})

describe('Namespaces and sets', () => {
  const source = (directory: string) => [directory, ingress({ annotations: auto, metadata: inTeam })] as const
  const object = (directory: string, issuer: string) =>
    [directory, namespace(`cert-manager.io/issuer: ${issuer}`).replace('---\n', '')] as const
  const issuersOf = (...files: (readonly [directory: string, text: string])[]) => {
    const manifests = files.map(([directory, text], position) => ({
      object: parse(text),
      directory,
      position,
    }))
    const { changes } = ingressShim(manifests, { ...defaultOptions, ...ofSetting })
    return changes.map((change) => [
      change.kind === 'create' && files[change.source]?.[0],
      at(change, 'item', 'spec', 'issuerRef', 'name'),
    ])
  }

  test('a Namespace in another file counts', () => {
    expect(issuersOf(object('base', 'ca'), source('apps/web'))).toEqual([['apps/web', 'ca']])
  })

  test('each set has its own Namespace', () => {
    expect(issuersOf(object('a', 'ca-of-a'), source('a'), object('b', 'ca-of-b'), source('b'))).toEqual([
      ['a', 'ca-of-a'],
      ['b', 'ca-of-b'],
    ])
  })

  test('a Namespace above both counts for both, and is hidden by one of their own', () => {
    expect(issuersOf(object('', 'shared'), source('a'), object('b', 'own'), source('b'))).toEqual([
      ['a', 'shared'],
      ['b', 'own'],
    ])
  })

  test('a Namespace of one set does not count in the other', () => {
    expect(issuersOf(object('a', 'ca'), source('a'), source('b'))).toEqual([
      ['a', 'ca'],
      ['b', 'of-setting'],
    ])
  })
})

describe('what a source says of its issuer', () => {
  test.each<readonly [string, string, string, Partial<Options>]>([
    ['annotation', `${auto}, cert-manager.io/issuer: own`, ofNamespace, { ...ofSetting, ...ofList }],
    ['namespace-object', auto, ofNamespace, { ...ofSetting, ...ofList }],
    ['namespace-setting', auto, '', { ...ofSetting, ...ofList }],
    ['default', auto, '', ofList],
    ['override', auto, '', { ...ofList, issuerOverride: [{ from: {}, to: { name: 'x' } }] }],
    ['default', auto, '', { ...ofList, issuerOverride: [{ from: {}, to: {} }] }],
  ])('is that it comes from: %s', (origin, annotations, beside, options) => {
    const documents = parseAllDocuments(`${ingress({ annotations, metadata: inTeam })}${beside}`)
    const manifests = documents.map((document, position) => ({ object: document.toJS(), position }))
    const { sources } = readInventory(manifests, { ...defaultOptions, ...options }, [])
    expect(sources.map(({ issuerOrigin }) => issuerOrigin)).toEqual([origin])
  })
})

describe('an issuer that is overridden', () => {
  const own = 'cert-manager.io/cluster-issuer: letsencrypt'
  const staging = { name: 'letsencrypt-staging' }
  test.each<readonly [string, string, Options['issuerOverride'], string]>([
    [
      'by its name',
      own,
      [{ from: { name: 'letsencrypt' }, to: staging }],
      'ClusterIssuer/letsencrypt-staging',
    ],
    [
      'by its kind',
      own,
      [{ from: { kind: 'ClusterIssuer' }, to: staging }],
      'ClusterIssuer/letsencrypt-staging',
    ],
    [
      'by its group',
      own,
      [{ from: { group: 'cert-manager.io' }, to: staging }],
      'ClusterIssuer/letsencrypt-staging',
    ],
    ['whatever it is', own, [{ from: {}, to: staging }], 'ClusterIssuer/letsencrypt-staging'],
    [
      'not where one of the fields is another',
      own,
      [{ from: { name: 'letsencrypt', kind: 'Issuer' }, to: staging }],
      'ClusterIssuer/letsencrypt',
    ],
    [
      'by the first entry that fits',
      own,
      [
        { from: { name: 'x' }, to: { name: 'y' } },
        { from: {}, to: staging },
        { from: {}, to: { name: 'z' } },
      ],
      'ClusterIssuer/letsencrypt-staging',
    ],
    [
      'once, and not again by what it has become',
      own,
      [
        { from: { name: 'letsencrypt' }, to: { name: 'b' } },
        { from: { name: 'b' }, to: { name: 'c' } },
      ],
      'ClusterIssuer/b',
    ],
    ['to another kind, with its name', own, [{ from: {}, to: { kind: 'Issuer' } }], 'Issuer/letsencrypt'],
    [
      'to an external one',
      own,
      [{ from: {}, to: { name: 'pca', kind: 'PCAIssuer', group: 'example.com' } }],
      'PCAIssuer/pca of example.com',
    ],
    [
      'not by an entry that leaves everything as it is',
      own,
      [
        { from: { name: 'letsencrypt' }, to: {} },
        { from: {}, to: staging },
      ],
      'ClusterIssuer/letsencrypt',
    ],
    [
      'where an empty kind means Issuer',
      'cert-manager.io/issuer: ca, cert-manager.io/issuer-kind: ""',
      [{ from: { kind: 'Issuer' }, to: { name: 'b', kind: 'ClusterIssuer' } }],
      'ClusterIssuer/b',
    ],
  ])('%s', (_sentence, annotations, issuerOverride, expected) => {
    expect(issuerOf(ingress({ annotations }), { issuerOverride })).toBe(expected)
  })

  test.each([
    ['defaultIssuerName', auto, '', ofList],
    ['issuers', auto, '', ofSetting],
    ['its Namespace', auto, ofNamespace, {}],
    ['itself', own, '', {}],
  ])('where %s names it', (_sentence, annotations, beside, options) => {
    const stream = `${ingress({ annotations, metadata: inTeam })}${beside}`
    const issuerOverride = [{ from: {}, to: staging }]
    expect(issuerOf(stream, { ...options, issuerOverride })).toBe('ClusterIssuer/letsencrypt-staging')
  })

  test('on a VirtualServer, which reads no annotations', () => {
    const server = `
apiVersion: k8s.nginx.org/v1
kind: VirtualServer
metadata: {name: web}
spec: {host: a.com, tls: {secret: a-tls, cert-manager: {cluster-issuer: letsencrypt}}}`
    const issuerOverride = [{ from: {}, to: staging }]
    expect(issuerOf(server, { issuerOverride })).toBe('ClusterIssuer/letsencrypt-staging')
  })

  test('a source without one is still rejected', () => {
    const { findings, changes } = scenario(ingress({ annotations: auto }), {
      issuerOverride: [{ from: {}, to: staging }],
    })
    expect(changes).toEqual([])
    expect(findings).toEqual([
      `error issuer-undetermined metadata.annotations[cert-manager.io/cluster-issuer]`,
    ])
  })

  test('is set in a Certificate that is there, and the second run changes nothing', () => {
    const options = { issuerOverride: [{ from: {}, to: staging }] }
    const source = ingress({ annotations: own })
    const before = scenario(source).certificates
    const after = scenario(`${source}---\n${before}`, options)
    expect(after.changes).toEqual(['update web-tls'])
    expect(scenario(`${source}---\n${after.certificates}`, options).changes).toEqual([])
  })
})

describe('checks see the issuer that counts', () => {
  const issuer = (name: string, server: string) => `---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: ${name}}
spec: {acme: {email: a@example.com, server: ${server}, privateKeySecretRef: {name: k}, solvers: [{http01: {ingress: {}}}]}}
`
  const acme = issuer('letsencrypt', 'https://acme-v02.api.letsencrypt.org/directory')
  const wildcard = '[{hosts: ["*.example.com"], secretName: web-tls}]'
  const found = (annotations: string, options: Partial<Options>, beside = '') =>
    scenario(`${ingress({ annotations, tls: wildcard, metadata: inTeam })}${acme}${beside}`, {
      rules: { 'host-not-routed': 'off', 'host-not-covered': 'off' },
      ...options,
    })

  test.each([
    ['named by an annotation', 'cert-manager.io/cluster-issuer: letsencrypt', {}, ''],
    [
      'of issuers',
      auto,
      { issuers: [{ namespaces: ['team-*'], name: 'letsencrypt', kind: 'ClusterIssuer' }] },
      '',
    ],
    ['of the Namespace', auto, {}, namespace('cert-manager.io/cluster-issuer: letsencrypt')],
    [
      'of issuerOverride',
      'cert-manager.io/issuer: ca',
      { issuerOverride: [{ from: {}, to: { name: 'letsencrypt', kind: 'ClusterIssuer' } }] },
      '',
    ],
  ])('a wildcard with HTTP-01, at an issuer %s', (_sentence, annotations, options, beside) => {
    expect(found(annotations, options, beside).findings).toEqual([
      'error acme-wildcard-http01 spec.tls[0].hosts[0]',
    ])
  })

  test('and not the one that was overridden', () => {
    const options = {
      issuerOverride: [{ from: {}, to: { name: 'ca', kind: 'Issuer', group: 'example.com' } }],
    }
    expect(found('cert-manager.io/cluster-issuer: letsencrypt', options).findings).toEqual([])
  })

  test.each([
    [
      'issuerOverride',
      'cert-manager.io/cluster-issuer: x',
      { issuerOverride: [{ from: {}, to: { name: 'letsencript' } }] },
      '',
      'issuerOverride in the functionConfig',
    ],
    [
      'issuers',
      auto,
      { issuers: [{ namespaces: ['*'], name: 'letsencript', kind: 'ClusterIssuer' }] },
      '',
      'issuers in the functionConfig',
    ],
    [
      'the Namespace',
      auto,
      {},
      namespace('cert-manager.io/cluster-issuer: letsencript'),
      'the Namespace team-a',
    ],
  ])(
    'one that is missing is said to come from %s, and nothing is proposed for the source',
    (_sentence, annotations, options, beside, namer) => {
      const [finding] = found(annotations, options, beside).outcome.findings
      expect(finding?.rule).toBe('issuer-missing')
      expect(finding?.message).toBe(
        `The package has no ClusterIssuer letsencript, so its Certificates stay pending forever unless the cluster has one. Did you mean letsencrypt? It is named by ${namer}.`,
      )
      expect(finding?.field).not.toHaveProperty('proposedValue')
    },
  )

  test('one of another kind is found by its name', () => {
    const { messages } = found(auto, { issuers: [{ namespaces: ['*'], name: 'letsencrypt' }] })
    expect(messages[0]).toContain(
      'It has the ClusterIssuer letsencrypt of cert-manager.io: set kind: ClusterIssuer and group: cert-manager.io there. It is named by issuers in the functionConfig.',
    )
  })

  test('a kind that the group does not have is refused, with the setting to correct', () => {
    const { messages } = found(auto, { issuers: [{ namespaces: ['*'], name: 'pca', kind: 'PCAIssuer' }] })
    expect(messages[0]).toContain('cert-manager.io/issuer-group (or group in issuers).')
  })
})

describe('namespaces in a pattern', () => {
  test.each([
    ['team-a', 'team-*', true],
    ['team-', 'team-*', true],
    ['team', 'team-*', false],
    ['my-team-a', 'team-*', false],
    ['', '*', true],
    ['', 'a', false],
    ['a.b', '*', true],
    ['team-a-prod', 'team-*-prod', true],
    ['team-prod', 'team-*-prod', false],
    ['aba', 'ab*ba', false],
    ['abba', 'ab*ba', true],
    ['xaybzc', '*a*b*c', true],
    ['xbyazc', '*a*b*c', false],
    ['a', 'A', false],
    ['a+', 'a+', true],
  ])('%s in %s: %s', (text, pattern, expected) => {
    expect(fitsGlob(text, pattern)).toBe(expected)
  })

  test('many stars and a long name take no time', () => {
    expect(fitsGlob('a'.repeat(50_000), `${'*a'.repeat(5_000)}b`)).toBe(false)
  })
})
