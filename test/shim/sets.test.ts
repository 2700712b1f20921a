import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ingressShim } from '../../src/ingress-shim.ts'
import { at } from '../../src/manifest/manifest.ts'
import { defaultOptions } from '../../src/shim/options.ts'
import { chainOf, partingPoints } from '../../src/shim/sets/directories.ts'
import { ingress } from './scenario.ts'

describe('the points where the paths of directories part', () => {
  test.each([
    ['two directories side by side', ['clusters/a', 'clusters/b'], ['clusters']],
    ['the top of the list', ['a', 'b/c'], ['']],
    ['one above the other', ['app', 'app/prod'], ['app']],
    ['paths that part again', ['a/x', 'a/y', 'b'], ['', 'a']],
    ['a name that is the beginning of another', ['a/x', 'a-b/x', 'a/y'], ['', 'a']],
    ['only one directory', ['a/b'], []],
  ])('%s', (_name, directories, points) => {
    expect([...new Set(partingPoints(directories))].sort()).toEqual(points)
  })

  test.each([
    ['not below such a point', 'issuers', []],
    ['the point itself', 'clusters', []],
    ['directly below', 'clusters/a', ['clusters/a']],
    ['further below', 'clusters/a/apps', ['clusters/a']],
    ['below two of them', 'clusters/b/y/z', ['clusters/b', 'clusters/b/y']],
  ])('the chain of a directory that is %s', (_name, directory, chain) => {
    expect(chainOf(directory, new Set(['clusters', 'clusters/b']))).toEqual(chain)
  })
})

/** The manifests of a stream, each with the directory that its first line names. */
function manifestsIn(stream: string) {
  return stream.split('\n---\n').map((text, position) => {
    const directory = /^# in (\S+)/.exec(text)?.[1] ?? ''
    return { position, object: parse(text), directory }
  })
}

function run(stream: string) {
  const manifests = manifestsIn(stream)
  const { changes, findings } = ingressShim(manifests, defaultOptions)
  return {
    changes: changes.map((change) =>
      change.kind === 'create'
        ? `create ${change.item.metadata.name} beside ${manifests[change.source]?.directory ?? ''}`
        : `${change.kind} ${at(manifests[change.position]?.object, 'metadata', 'name')} in ${manifests[change.position]?.directory ?? ''}`,
    ),
    findings: findings.map(({ rule, position }) => `${rule} ${manifests[position]?.directory ?? ''}`.trim()),
  }
}

const list = (...documents: readonly string[]) => documents.join('\n---\n')
const web = (directory: string, host = 'example.com', annotations?: string) =>
  `# in ${directory}${ingress({ tls: `[{hosts: [${host}], secretName: web-tls}]`, ...(annotations !== undefined && { annotations }) }).replace('[{host: example.com}]', `[{host: ${host}}]`)}`
const other = (directory: string, annotations = 'cert-manager.io/issuer: ca') =>
  `# in ${directory}${ingress({ name: 'other', tls: '[{hosts: [example.com], secretName: other-tls}]', annotations })}`
const alsoWeb = (directory: string) => web(directory).replace('name: web\n', 'name: also-web\n')
const wants = (secret: string, directory: string) =>
  `# in ${directory}${ingress({ name: 'more', tls: `[{hosts: [example.com], secretName: ${secret}}]` })}`
const issuer = (directory: string, name = 'ca') =>
  `# in ${directory}\napiVersion: cert-manager.io/v1\nkind: Issuer\nmetadata: {name: ${name}}\nspec: {ca: {secretName: ca}}`
const certificate = (directory: string, name = 'web-tls', source = 'Ingress/web') =>
  `# in ${directory}
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, annotations: {ingress-shim.fn.kpt.dev/source: ${source}}}
spec:
  secretName: ${name}
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]`

describe('what is applied together', () => {
  test.each([
    [
      'two clusters with a source of one identity get their Certificates each',
      list(web('clusters/a', 'a.com'), web('clusters/b', 'b.com')),
      ['create web-tls beside clusters/a', 'create web-tls beside clusters/b'],
      [],
    ],
    [
      'and are up to date with these, although they differ in their hosts',
      list(
        web('clusters/a'),
        certificate('clusters/a'),
        web('clusters/b', 'b.com'),
        certificate('clusters/b'),
      ),
      ['update web-tls in clusters/b'],
      [],
    ],
    [
      'an issuer above such a point, or beside it, is seen from all sets',
      list(issuer('issuers'), web('clusters/a', 'a.com'), web('clusters/b', 'b.com')),
      ['create web-tls beside clusters/a', 'create web-tls beside clusters/b'],
      [],
    ],
    [
      'one set does not see the issuers of another',
      list(
        issuer('clusters/a'),
        issuer('clusters/b', 'cb'),
        web('clusters/a', 'a.com'),
        web('clusters/b', 'b.com'),
      ),
      ['create web-tls beside clusters/a', 'create web-tls beside clusters/b'],
      ['issuer-missing clusters/b'],
    ],
    [
      'an item of a set hides one of the same identity further out',
      list(web('app'), web('app/prod', 'prod.com')),
      ['create web-tls beside app', 'create web-tls beside app/prod'],
      [],
    ],
    [
      'and what was generated for that',
      list(web('app'), certificate('app'), web('app/prod', 'prod.com')),
      ['create web-tls beside app/prod'],
      [],
    ],
    [
      'a source that asks for the same as one further out shares its Secret',
      list(web('app'), certificate('app'), other('app'), other('app/prod'), alsoWeb('app/prod')),
      ['create other-tls beside app', 'create other-tls beside app/prod'],
      [],
    ],
    [
      'a set sees in the same run which Certificates go further out',
      list(certificate('app', 'web-tls', 'Ingress/gone'), other('app'), other('app/prod'), web('app/prod')),
      [
        'create other-tls beside app',
        'remove web-tls in app',
        'create other-tls beside app/prod',
        'create web-tls beside app/prod',
      ],
      ['certificate-removed app'],
    ],
    [
      'a Certificate of a set that was made for a source further out stays as it is',
      list(web('app'), other('app'), other('app/prod'), certificate('app/prod')),
      ['create web-tls beside app', 'create other-tls beside app', 'create other-tls beside app/prod'],
      [],
    ],
    [
      'and which names are taken there',
      list(
        certificate('app').replace('secretName: web-tls', 'secretName: other-tls'),
        other('app'),
        web('app'),
        wants('web-tls-2', 'app/prod'),
        other('app/prod'),
      ),
      [
        'update web-tls in app',
        'create web-tls-2 beside app',
        'create web-tls-2-2 beside app/prod',
        'create other-tls beside app/prod',
      ],
      [],
    ],
    [
      'directories without a common identity are one set: the issuer of one serves the other',
      list(issuer('infra'), web('apps/web'), other('apps/other')),
      ['create web-tls beside apps/web', 'create other-tls beside apps/other'],
      [],
    ],
    [
      'an identity that is no source, Certificate or issuer makes no sets',
      list(issuer('infra', 'x'), other('a', 'x: y'), other('b', 'x: y'), web('a')),
      ['create web-tls beside a'],
      ['issuer-missing a'],
    ],
    [
      'a Certificate is only removed where no source of its own set needs it',
      list(
        web('a'),
        certificate('a'),
        other('b'),
        certificate('b'),
        certificate('b', 'other-tls', 'Ingress/other'),
      ),
      ['remove web-tls in b'],
      ['certificate-removed b'],
    ],
  ])('%s', (_name, stream, changes, findings) => {
    const ran = run(stream)
    expect({ ...ran, findings: ran.findings.filter((one) => !one.startsWith('host-')) }).toEqual({
      changes,
      findings,
    })
  })
})

test('a set has been rendered where one of ours is its own, and not where it only sees one', () => {
  const manifests = manifestsIn(list(web('app'), certificate('app'), other('app'), other('app/prod')))
  const { changes } = ingressShim(manifests, defaultOptions)
  expect(changes.map((change) => change.kind === 'create' && change.isSetRendered)).toEqual([true, false])
})

describe('duplicate-resource', () => {
  const secret = '# in a\napiVersion: v1\nkind: Secret\nmetadata: {name: web-tls}\ndata: {a: YQ==}'
  const route =
    '# in a\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: {parentRefs: [{name: gate}], hostnames: [example.com]}'
  const inProd = route.replace('{name: gate}', '{name: gate, namespace: prod}')
  const gateway =
    '# in a\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: gate, annotations: {cert-manager.io/issuer: ca}}\nspec: {listeners: [{name: x, protocol: HTTPS, port: 443, hostname: example.com, tls: {certificateRefs: [{name: web-tls}]}}]}'

  test.each([
    ['a source: nothing is generated for it', list(web('a'), web('a')), [], ['duplicate-resource a']],
    [
      'a source of another API version',
      list(web('a'), web('a').replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1')),
      [],
      ['duplicate-resource a'],
    ],
    [
      'a source whose other copy asks for nothing',
      list(web('a'), web('a', 'example.com', 'x: y')),
      [],
      ['duplicate-resource a'],
    ],
    [
      'a source that has Certificates: they stay',
      list(web('a'), web('a'), certificate('a', 'old-tls')),
      [],
      ['duplicate-resource a'],
    ],
    [
      'a Certificate: it is left as it is, and nothing is created for its Secret',
      list(web('a', 'new.com'), certificate('a'), certificate('a')),
      [],
      ['duplicate-resource a'],
    ],
    [
      'an issuer: no source misses it',
      list(issuer('a'), issuer('a'), issuer('a', 'x'), web('a')),
      ['create web-tls beside a'],
      ['duplicate-resource a'],
    ],
    [
      'the Secret of a source',
      list(web('a'), secret, secret),
      ['create web-tls beside a'],
      ['duplicate-resource a'],
    ],
    [
      'a route of a source',
      list(gateway, route, route),
      ['create web-tls beside a'],
      ['duplicate-resource a'],
    ],
    [
      'a route that names the namespace of a source which has none yet',
      list(gateway, inProd, inProd),
      ['create web-tls beside a'],
      ['duplicate-resource a'],
    ],
  ])('speaks of %s', (_name, stream, changes, findings) => {
    expect(run(stream)).toEqual({ changes, findings })
  })

  test.each([
    [
      'a Secret that no source names',
      list(web('a'), secret.replace('web-tls', 'x'), secret.replace('web-tls', 'x')),
    ],
    ['a route of somebody else', list(web('a'), route, route)],
    ['a resource that asks for nothing', list(web('a'), other('a', 'x: y'), other('a', 'x: y'))],
    [
      'the same name in another namespace',
      list(web('a'), web('a').replace('name: web\n', 'name: web\n  namespace: b\n')),
    ],
    [
      'one that never reaches a cluster',
      list(
        web('a'),
        web('a', 'x.com', 'cert-manager.io/issuer: ca, config.kubernetes.io/local-config: "true"'),
      ),
    ],
    ['the same in another directory', list(web('a'), web('b'))],
  ])('is silent about %s', (_name, stream) => {
    expect(run(stream).findings).not.toContain('duplicate-resource a')
  })
})
