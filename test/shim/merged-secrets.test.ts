import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { ingressShim } from '../../src/ingress-shim.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { scenario } from './scenario.ts'

const merge = { sharedSecrets: 'merge' } as const
const share = 'ingress-shim.fn.kpt.dev/share: "true"'
const issuer = 'cert-manager.io/cluster-issuer: letsencrypt'

interface Case {
  readonly kind?: 'Ingress' | 'HTTPProxy' | 'Gateway'
  readonly hosts?: readonly string[]
  readonly annotations?: string
  readonly labels?: string
  readonly namespace?: string
  readonly shares?: boolean
  readonly secret?: string
}

const types = {
  Ingress: 'networking.k8s.io/v1',
  HTTPProxy: 'projectcontour.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
}

/** A source that wants the Secret web-tls, and shares it unless the case says otherwise. */
function source(
  name: string,
  {
    kind = 'Ingress',
    hosts = [`${name}.example.com`],
    annotations = issuer,
    labels = '',
    namespace = 'prod',
    shares = true,
    secret = 'web-tls',
  }: Case = {},
): string {
  const specs = {
    Ingress: `rules: [${hosts.map((host) => `{host: "${host}"}`).join()}], tls: [{hosts: ["${hosts.join('", "')}"], secretName: ${secret}}]`,
    HTTPProxy: `virtualhost: {fqdn: ${hosts[0]}, tls: {secretName: ${secret}}}`,
    Gateway: `gatewayClassName: x, listeners: [${hosts.map((host, index) => `{name: l${index}, hostname: "${host}", port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: ${secret}}]}}`).join()}]`,
  }
  return `---
apiVersion: ${types[kind]}
kind: ${kind}
metadata:
  name: ${name}
  namespace: ${namespace}
  labels: {${labels}}
  annotations: {${[annotations, ...(shares ? [share] : [])].join(', ')}}
spec: {${specs[kind]}}
`
}

const quiet = { 'host-not-routed': 'off', 'host-invalid': 'off' } as const
const run = (stream: string, options: Partial<Options> = merge) =>
  scenario(stream, { rules: quiet, ...options })

/** A Certificate of a shared Secret in full; a case says what is in it. */
const certificate = (madeFor: string, spec: string, labels = '') => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web-tls
  namespace: prod
${labels}  annotations:
    ingress-shim.fn.kpt.dev/source: ${madeFor}
spec:
  secretName: web-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
${spec}  usages:
    - digital signature
    - key encipherment
`
const dnsNames = (...names: string[]) => `  dnsNames:\n${names.map((name) => `    - ${name}\n`).join('')}`
const shop = source('shop')
const blog = source('blog')
const ofBoth = certificate('Ingress/shop,Ingress/blog', dnsNames('shop.example.com', 'blog.example.com'))
const ofShop = certificate('Ingress/shop', dnsNames('shop.example.com'))

/** Runs twice, and expects the second run to change nothing. */
function settled(stream: string, options: Partial<Options> = merge) {
  const sources = stream.split('---\n').filter((text) => !text.includes('kind: Certificate'))
  const first = run(stream, options)
  const second = run([...sources, first.certificates].join('---\n'), options)
  expect(second.changes).toEqual([])
  return first
}

describe('sources that share a Secret', () => {
  test.each<readonly [string, string, string]>([
    ['get one Certificate with the names of both, in list order', shop + blog, ofBoth],
    [
      'in the other order, the other way round',
      blog + shop,
      certificate('Ingress/blog,Ingress/shop', dnsNames('blog.example.com', 'shop.example.com')),
    ],
    [
      'a third one, too',
      shop + blog + source('api'),
      certificate(
        'Ingress/shop,Ingress/blog,Ingress/api',
        dnsNames('shop.example.com', 'blog.example.com', 'api.example.com'),
      ),
    ],
    [
      'with a name in both, once, as it is written first',
      source('shop', { hosts: ['a.com', 'b.com'] }) +
        source('blog', {
          hosts: ['b.com', 'c.com'],
          annotations: `${issuer}, cert-manager.io/alt-names: A.com`,
        }),
      certificate('Ingress/shop,Ingress/blog', dnsNames('a.com', 'b.com', 'c.com')),
    ],
    [
      'an Ingress and an HTTPProxy with the same host',
      shop + source('shop', { kind: 'HTTPProxy' }),
      certificate('Ingress/shop,HTTPProxy.projectcontour.io/shop', dnsNames('shop.example.com')),
    ],
    [
      'an Ingress and the Gateway that replaces it',
      shop + source('edge', { kind: 'Gateway', hosts: ['shop.example.com', 'new.example.com'] }),
      certificate('Ingress/shop,Gateway/edge', dnsNames('shop.example.com', 'new.example.com')).replace(
        'shop,Gateway/edge\n',
        'shop,Gateway/edge\n    acme.cert-manager.io/http01-parentrefname: edge\n    acme.cert-manager.io/http01-parentrefkind: Gateway\n',
      ),
    ],
    [
      'with addresses and e-mail addresses',
      source('shop', { hosts: ['a.com', '10.0.0.1'] }) +
        source('blog', {
          hosts: ['10.0.0.2'],
          annotations: `${issuer}, cert-manager.io/email-sans: ops@a.com`,
        }),
      certificate(
        'Ingress/shop,Ingress/blog',
        `${dnsNames('a.com')}  ipAddresses:\n    - 10.0.0.1\n    - 10.0.0.2\n  emailAddresses:\n    - ops@a.com\n`,
      ),
    ],
    [
      'with one common name, which one of them has',
      shop + source('blog', { annotations: `${issuer}, cert-manager.io/common-name: blog.example.com` }),
      certificate(
        'Ingress/shop,Ingress/blog',
        `${dnsNames('shop.example.com', 'blog.example.com')}  commonName: blog.example.com\n`,
      ),
    ],
    [
      'with the same common name',
      source('shop', { annotations: `${issuer}, cert-manager.io/common-name: shop.example.com` }) +
        source('blog', { annotations: `${issuer}, cert-manager.io/common-name: shop.example.com` }),
      certificate(
        'Ingress/shop,Ingress/blog',
        `${dnsNames('shop.example.com', 'blog.example.com')}  commonName: shop.example.com\n`,
      ),
    ],
    [
      'with the labels that all of them have',
      source('shop', { labels: 'team: web, app: shop' }) + source('blog', { labels: 'app: blog, team: web' }),
      certificate(
        'Ingress/shop,Ingress/blog',
        dnsNames('shop.example.com', 'blog.example.com'),
        '  labels:\n    team: web\n',
      ),
    ],
    [
      'with the same lifetime, written in two ways',
      source('shop', { annotations: `${issuer}, cert-manager.io/duration: 720h` }) +
        source('blog', { annotations: `${issuer}, cert-manager.io/duration: 43200m` }),
      certificate(
        'Ingress/shop,Ingress/blog',
        `${dnsNames('shop.example.com', 'blog.example.com')}  duration: 720h0m0s\n`,
      ),
    ],
  ])('%s', (_sentence, stream, expected) => {
    const { certificates, findings } = settled(stream)
    expect(parseAll(certificates)).toEqual(parseAll(expected))
    expect(findings).toEqual([])
  })

  test('have the annotations of all of them on their Certificate', () => {
    const a = source('shop', { annotations: `${issuer}, acme.cert-manager.io/http01-edit-in-place: "true"` })
    const b = source('blog', {
      annotations: `${issuer}, acme.cert-manager.io/http01-ingress-class: nginx, example.com/cost: web`,
    })
    const { certificates } = settled(a + b, { ...merge, extraCertificateAnnotations: ['example.com/cost'] })
    expect(parseAll(certificates)).toMatchObject([
      {
        metadata: {
          annotations: {
            'ingress-shim.fn.kpt.dev/source': 'Ingress/shop,Ingress/blog',
            'acme.cert-manager.io/http01-override-ingress-name': 'shop',
            'cert-manager.io/issue-temporary-certificate': 'true',
            'acme.cert-manager.io/http01-override-ingress-class': 'nginx',
            'example.com/cost': 'web',
          },
        },
      },
    ])
  })

  test('may be the TLS blocks of one Ingress', () => {
    const stream = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: prod, annotations: {${issuer}, ${share}}}
spec:
  rules: [{host: a.com}, {host: b.com}]
  tls:
  - {hosts: [a.com], secretName: web-tls}
  - {hosts: [b.com, a.com], secretName: web-tls}
`
    const { certificates, findings } = settled(stream)
    expect(parseAll(certificates)).toEqual(parseAll(certificate('Ingress/shop', dnsNames('a.com', 'b.com'))))
    expect(findings).toEqual([])
  })

  test('are not merged across namespaces', () => {
    expect(run(shop + source('blog', { namespace: 'test' })).changes).toEqual([
      'create web-tls',
      'create web-tls',
    ])
  })
})

describe('sources that share a Secret and contradict each other', () => {
  const both = (more: string) => `${issuer}, ${more}`
  const annotations = (key: string) => `metadata.annotations[cert-manager.io/${key}]`
  const alone =
    'Until then, its certificate is that of Ingress/shop alone, without the hosts of this one. Make the two the same, or use another secretName here.'
  test.each<readonly [string, string, string, string, string]>([
    [
      'another issuer',
      '',
      'cert-manager.io/issuer: ca',
      annotations('issuer'),
      'spec.issuerRef is Issuer ca in the first and ClusterIssuer letsencrypt in the second',
    ],
    [
      'a duration on one only',
      '',
      both('cert-manager.io/duration: 720h'),
      annotations('duration'),
      'spec.duration is 720h0m0s in the first and not set in the second',
    ],
    [
      'a duration on the other only',
      both('cert-manager.io/duration: 720h'),
      issuer,
      annotations('duration'),
      'spec.duration is not set in the first and 720h0m0s in the second',
    ],
    [
      'two common names',
      both('cert-manager.io/common-name: shop.example.com'),
      both('cert-manager.io/common-name: blog.example.com'),
      annotations('common-name'),
      'spec.commonName is blog.example.com in the first and shop.example.com in the second',
    ],
    [
      'another key',
      both('cert-manager.io/private-key-algorithm: RSA'),
      both('cert-manager.io/private-key-algorithm: ECDSA'),
      annotations('private-key-algorithm'),
      'spec.privateKey.algorithm is ECDSA in the first and RSA in the second',
    ],
    [
      'a key on one only',
      '',
      both('cert-manager.io/private-key-size: "4096"'),
      annotations('private-key-size'),
      'spec.privateKey.size is 4096 in the first and not set in the second',
    ],
    [
      'other usages',
      '',
      both('cert-manager.io/usages: client auth'),
      annotations('usages'),
      'spec.usages is ["client auth"] in the first and ["digital signature","key encipherment"] in the second',
    ],
    [
      'another subject',
      both('cert-manager.io/subject-organizations: A'),
      both('cert-manager.io/subject-organizations: B'),
      annotations('subject-organizations'),
      'spec.subject.organizations is ["B"] in the first and ["A"] in the second',
    ],
    [
      'another renewal',
      '',
      both('cert-manager.io/renew-before: 240h'),
      annotations('renew-before'),
      'spec.renewBefore is 240h0m0s in the first and not set in the second',
    ],
    [
      'another history',
      '',
      both('cert-manager.io/revision-history-limit: "3"'),
      annotations('revision-history-limit'),
      'spec.revisionHistoryLimit is 3 in the first and not set in the second',
    ],
    [
      'another template',
      '',
      both(`cert-manager.io/secret-template: '{"labels": {"a": "b"}}'`),
      annotations('secret-template'),
      'spec.secretTemplate.labels.a is b in the first and not set in the second',
    ],
    [
      'an Ingress each that HTTP-01 edits',
      both('acme.cert-manager.io/http01-edit-in-place: "true"'),
      both('acme.cert-manager.io/http01-edit-in-place: "true"'),
      'metadata.annotations[acme.cert-manager.io/http01-edit-in-place]',
      'the annotation acme.cert-manager.io/http01-override-ingress-name is blog in the first and shop in the second',
    ],
  ])('%s', (_sentence, ofFirst, ofSecond, field, conflict) => {
    const first = source('shop', ofFirst === '' ? {} : { annotations: ofFirst })
    const { findings, messages, certificates } = settled(first + source('blog', { annotations: ofSecond }))
    expect(findings.filter((one) => !one.includes('secret-shared'))).toEqual([])
    expect(findings).toEqual([`error secret-shared ${field}`])
    expect(messages[0]).toBe(
      `Ingress/blog and Ingress/shop share the Secret web-tls, which has one Certificate, but ${conflict}. ${alone}`,
    )
    expect(parseAll(certificates)).toEqual(parseAll(run(first).certificates))
  })

  test('in two fields: both are said', () => {
    const other = source('blog', {
      annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 720h',
    })
    expect(run(shop + other).findings).toEqual([
      `error secret-shared ${annotations('issuer')}`,
      `error secret-shared ${annotations('duration')}`,
    ])
  })

  test('a third one waits for them', () => {
    const other = source('blog', { annotations: both('cert-manager.io/duration: 720h') })
    const { findings, messages, certificates } = settled(shop + other + source('api'))
    expect(parseAll(certificates)).toEqual(parseAll(ofShop))
    expect(findings).toEqual([
      `error secret-shared ${annotations('duration')}`,
      'error secret-shared spec.tls[0].secretName',
    ])
    expect(messages[1]).toBe(
      "The Secret web-tls can't be shared as long as Ingress/blog and Ingress/shop differ in spec.duration. Until then, its certificate is that of Ingress/shop alone, without the hosts of this one. Make those two the same, or use another secretName here.",
    )
  })

  test('the Certificate that they shared is that of the first again', () => {
    const { changes, certificates, findings } = run(
      `${shop}${source('blog', { annotations: both('cert-manager.io/duration: 720h') })}---\n${ofBoth}`,
    )
    expect(changes).toEqual(['update web-tls'])
    expect(parseAll(certificates)).toEqual(parseAll(ofShop))
    expect(findings).toContain('info certificate-names-removed spec.dnsNames')
  })
})

describe('a source of a shared Secret that is rejected', () => {
  const broken = source('blog', { annotations: `${issuer}, cert-manager.io/duration: month` })
  const refused = source('blog', { annotations: `${issuer}, cert-manager.io/duration: 1m` })
  test.each([
    ['an annotation that cannot be read', shop + broken],
    ['first in the list', broken + shop],
    ['something that admission refuses', shop + refused],
    ['a new name in the other source', source('shop', { hosts: ['new.example.com'] }) + broken],
    [
      'an issuer that nobody can tell',
      shop + source('blog', { annotations: 'cert-manager.io/cluster-issuer: ""' }),
    ],
    [
      'a value for sharing that is filled in later',
      shop +
        source('blog', {
          shares: false,
          annotations: `${issuer}, ingress-shim.fn.kpt.dev/share: "\${SHARE}"`,
        }),
    ],
    [
      'a value for sharing that is no string',
      shop + source('blog', { shares: false, annotations: `${issuer}, ingress-shim.fn.kpt.dev/share: true` }),
    ],
    ['TLS blocks that cannot be read', shop + blog.replace(/tls: .*\]/, 'tls: broken')],
    [
      'annotations that are no mapping',
      shop + blog.replace(/annotations: .*/, 'annotations: ["cert-manager.io/issuer: x"]'),
    ],
  ])('%s: nothing of the Certificate changes', (_sentence, stream) => {
    const { changes, findings } = run(`${stream}---\n${ofBoth}`)
    expect(changes).toEqual([])
    expect(
      findings.filter(
        (one) =>
          !/^(?:error|warning) (?:invalid-annotation|certificate-rejected|issuer-undetermined|annotation-not-string|placeholder-unresolved|malformed-resource)/.test(
            one,
          ),
      ),
    ).toEqual([])
  })

  test('before there is a Certificate, none is made', () => {
    expect(run(shop + broken).changes).toEqual([])
  })

  test('whose other Certificate is refused still shares this one', () => {
    const two = blog.replace(
      'secretName: web-tls}]',
      'secretName: web-tls}, {hosts: [x.com], secretName: Not_A_Name}]',
    )
    expect(parseAll(settled(shop + two).certificates)).toEqual(parseAll(ofBoth))
    expect(run(`${shop}${two}---\n${ofShop}`).changes).toEqual(['update web-tls'])
    expect(run(`${shop}${two}---\n${ofBoth}`).changes).toEqual([])
  })

  test('does not matter where it does not share', () => {
    const alone = source('blog', { annotations: `${issuer}, cert-manager.io/duration: month`, shares: false })
    expect(parseAll(run(shop + alone).certificates)).toEqual(parseAll(ofShop))
  })
})

describe('a source of a shared Secret that goes', () => {
  test('takes its names with it', () => {
    const { changes, certificates, findings, messages } = settled(`${shop}---\n${ofBoth}`)
    expect(changes).toEqual(['update web-tls'])
    expect(parseAll(certificates)).toEqual(parseAll(ofShop))
    expect(findings).toEqual(['info certificate-names-removed spec.dnsNames'])
    expect(messages).toEqual([
      'blog.example.com goes from this Certificate, since Ingress/blog no longer shares the Secret web-tls. The certificate is issued anew without it: make sure that nobody serves it with this Secret any more.',
    ])
  })

  test('with another Secret of its own, too', () => {
    const { findings, changes } = settled(`${shop}${source('blog', { secret: 'blog-tls' })}---\n${ofBoth}`)
    expect(changes).toEqual(['update web-tls', 'create blog-tls'])
    expect(findings).toEqual(['info certificate-names-removed spec.dnsNames'])
  })

  test('the first one, too', () => {
    expect(parseAll(settled(`${blog}---\n${ofBoth}`).certificates)).toEqual(
      parseAll(certificate('Ingress/blog', dnsNames('blog.example.com'))),
    )
  })

  test('says nothing where the others have its names', () => {
    const stream = `${source('shop', { hosts: ['shop.example.com', 'blog.example.com'] })}---\n${ofBoth}`
    expect(settled(stream).findings).toEqual([])
  })

  test('as the last one, takes the Certificate with it', () => {
    const { changes, findings } = run(`${source('other', { secret: 'other-tls' })}---\n${ofBoth}`)
    expect(changes).toEqual(['create other-tls', 'remove web-tls'])
    expect(findings).toEqual(['info certificate-removed'])
  })

  test('a name that one of them drops is no news', () => {
    const before = certificate(
      'Ingress/shop,Ingress/blog',
      dnsNames('shop.example.com', 'old.example.com', 'blog.example.com'),
    )
    expect(settled(`${shop}${blog}---\n${before}`).findings).toEqual([])
  })
})

describe('a Certificate that is there', () => {
  const owned = ofShop.replace(
    / {2}annotations:\n.*\n/,
    '  ownerReferences: [{apiVersion: networking.k8s.io/v1, kind: Ingress, name: blog, uid: u, controller: true}]\n',
  )
  test.each([
    ['of one of them becomes that of both', ofShop, ['update web-tls']],
    [
      'of both in the other order is put right',
      ofBoth
        .replace('shop,Ingress/blog', 'shop,Ingress/blog')
        .replace('Ingress/shop,Ingress/blog', 'Ingress/blog,Ingress/shop'),
      ['update web-tls'],
    ],
    [
      'of both with blanks between is theirs',
      ofBoth.replace('shop,Ingress', 'shop, Ingress'),
      ['update web-tls'],
    ],
    ['of another name serves them', ofBoth.replace('name: web-tls', 'name: prod-web-tls'), []],
    ["that the cluster's shim made for one of them is theirs", owned, ['update web-tls']],
    ['of somebody else is left alone', ofShop.replace(/ {2}annotations:\n.*\n/, ''), []],
  ])('%s', (_sentence, existing, changes) => {
    expect(run(`${shop}${blog}---\n${existing}`).changes).toEqual(changes)
  })

  test('of somebody else is said of both', () => {
    const existing = ofShop.replace(/ {2}annotations:\n.*\n/, '')
    expect(
      run(`${shop}${blog}---\n${existing}`).findings.filter((one) => one.includes('not-ours')),
    ).toHaveLength(2)
  })

  test('loses a label that not all of them have, and the message names them all', () => {
    const before = ofBoth.replace('  annotations:', '  labels: {app: shop}\n  annotations:')
    const { messages } = run(`${source('shop', { labels: 'app: shop' })}${blog}---\n${before}`)
    expect(messages).toEqual([
      "metadata.labels[app] is removed from this Certificate, since Ingress/shop and Ingress/blog don't all ask for it. To keep it, put the label app on each of them.",
    ])
  })
})

describe('what is not shared', () => {
  const takeOff =
    'The Secret web-tls will hold the certificate of Ingress/shop, which asks for other contents, so this Ingress would silently be served that one. Take the issuer annotation off this one if that certificate is meant for both, or use another secretName here.'
  const key = 'ingress-shim.fn.kpt.dev/share: "true"'
  test.each<readonly [string, boolean, boolean, Partial<Options>, string]>([
    ['neither setting nor annotations', false, false, {}, ''],
    ['the setting without annotations', false, false, merge, ''],
    [
      'both annotations without the setting',
      true,
      true,
      {},
      ' To have one Certificate for both, set sharedSecrets: merge in the functionConfig.',
    ],
    [
      'the second annotation is missing',
      true,
      false,
      merge,
      ` To have one Certificate for both, annotate Ingress/blog with ${key} too.`,
    ],
    [
      'the first annotation is missing',
      false,
      true,
      merge,
      ` To have one Certificate for both, annotate Ingress/shop with ${key} too.`,
    ],
    [
      'one annotation and the setting are missing',
      true,
      false,
      {},
      ` To have one Certificate for both, set sharedSecrets: merge in the functionConfig and annotate Ingress/blog with ${key} too.`,
    ],
  ])('%s: the first gets the Secret, and the message says how', (_sentence, a, b, options, hint) => {
    const stream = source('shop', { shares: a }) + source('blog', { shares: b })
    const { certificates, findings, messages } = run(stream, options)
    expect(parseAll(certificates)).toEqual(parseAll(ofShop))
    expect(findings).toEqual(['error secret-shared spec.tls[0].secretName'])
    expect(messages).toEqual([`${takeOff}${hint}`])
  })

  test('two TLS blocks of an Ingress that is only annotated: the message names the setting', () => {
    const twice = shop.replace(
      'secretName: web-tls}]',
      'secretName: web-tls}, {hosts: [x.com], secretName: web-tls}]',
    )
    const { findings, messages } = run(twice, {})
    expect(findings).toEqual(['error duplicate-secret-name spec.tls[1].secretName'])
    expect(messages[0]).toContain(
      'To have one Certificate for both, set sharedSecrets: merge in the functionConfig.',
    )
  })

  test('two TLS blocks without a name are still refused', () => {
    const nameless = shop.replace('secretName: web-tls}]', 'secretName: ""}, {hosts: [x.com]}]')
    expect(run(nameless).findings).toContain('error duplicate-secret-name spec.tls[1].secretName')
  })

  test('a third source without the annotation wants other contents', () => {
    const { findings, certificates } = run(shop + blog + source('api', { shares: false }))
    expect(parseAll(certificates)).toEqual(parseAll(ofBoth))
    expect(findings).toEqual(['error secret-shared spec.tls[0].secretName'])
  })

  test('a first source without the annotation keeps the Secret', () => {
    const { findings, certificates } = run(source('api', { shares: false }) + shop + blog)
    expect(parseAll(certificates)).toMatchObject([{ spec: { dnsNames: ['api.example.com'] } }])
    expect(findings).toEqual([
      'error secret-shared spec.tls[0].secretName',
      'error secret-shared spec.tls[0].secretName',
    ])
  })
})

describe('sets', () => {
  const certificatesOf = (files: readonly (readonly [directory: string, text: string])[]) => {
    const manifests = files
      .flatMap(([directory, text]) => parseAll(text).map((object) => ({ object, directory })))
      .map((manifest, position) => ({ ...manifest, position }))
    const { changes, findings } = ingressShim(manifests, { ...defaultOptions, ...merge, rules: quiet })
    return {
      created: changes.map((change) =>
        change.kind === 'create' && 'spec' in change.item
          ? [change.source, change.item.spec.dnsNames]
          : change.kind,
      ),
      rules: findings.map(({ rule }) => rule),
    }
  }

  test('each has its own shared Certificate', () => {
    expect(
      certificatesOf([
        ['a', shop + blog],
        ['b', shop + blog],
      ]),
    ).toEqual({
      created: [
        [0, ['shop.example.com', 'blog.example.com']],
        [2, ['shop.example.com', 'blog.example.com']],
      ],
      rules: [],
    })
  })

  test('a source that a set only sees from outside keeps its Secret for itself', () => {
    const { created, rules } = certificatesOf([
      ['', source('edge')],
      ['a', shop + source('x', { secret: 'x' })],
      ['b', source('x', { secret: 'x' })],
    ])
    expect(created).toContainEqual([0, ['edge.example.com']])
    expect(created).not.toContainEqual([1, expect.anything()])
    expect(rules).toEqual(['secret-shared'])
  })
})

describe('checks of a shared Certificate', () => {
  const acme = (profile = '') => `---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {name: letsencrypt}
spec: {acme: {email: a@example.com, ${profile} server: "https://acme-v02.api.letsencrypt.org/directory", privateKeySecretRef: {name: k}, solvers: [{dns01: {cloudflare: {}}}]}}
`
  const many = (name: string, count: number) =>
    source(name, { hosts: Array.from({ length: count }, (_, index) => `${name}${index}.example.com`) })

  test.each([
    ['100 names', 50, 50, '', []],
    ['101 names', 50, 51, '', ['error acme-too-many-names spec.tls[0].secretName']],
    [
      '26 names with the profile tlsserver',
      13,
      13,
      'profile: tlsserver,',
      ['error acme-too-many-names spec.tls[0].secretName'],
    ],
  ])('%s of both together, said once', (_sentence, a, b, profile, expected) => {
    expect(run(many('shop', a) + many('blog', b) + acme(profile)).findings).toEqual(expected)
  })

  test('a wildcard of one and a name of the other, said of the name', () => {
    const stream = source('shop', { hosts: ['*.example.com'] }) + blog + acme()
    expect(run(stream).outcome.findings).toMatchObject([
      { rule: 'acme-redundant-name', position: 1, field: { path: 'spec.tls[0].hosts[0]' } },
    ])
  })

  test('a common name that is a host of the other', () => {
    const stream =
      source('shop', { annotations: `${issuer}, cert-manager.io/common-name: blog.example.com` }) +
      blog +
      acme()
    expect(run(stream).findings).toEqual([])
  })
})

function parseAll(stream: string): readonly unknown[] {
  return parseAllDocuments(stream)
    .map((document) => document.toJS())
    .filter((object) => object !== null)
}
