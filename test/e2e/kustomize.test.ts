import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parse, parseAllDocuments, stringify } from 'yaml'
import { command, temporaryDirectory } from '../command.ts'
import { describeWith, readIn, runProgram, writeIn } from './programs.ts'

function build(files: Readonly<Record<string, string>>, directory = temporaryDirectory()) {
  for (const [name, text] of Object.entries(files)) writeIn(directory, name, text)
  const args = ['build', '--enable-alpha-plugins', '--enable-exec', '.']
  const run = runProgram('kustomize', args, directory)
  return { ...run, resources: parseAllDocuments(run.stdout).map((document) => document.toJS()) }
}

const plugin = `config.kubernetes.io/function: |
      exec:
        path: ${command}`

const ingressShim = (spec: string) => `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata:
  name: ingress-shim
  annotations:
    ${plugin}
spec: ${spec}
`

const ingress = (
  name: string,
  annotations = 'cert-manager.io/issuer: ca',
) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  annotations:
    ${annotations}
spec:
  tls:
    - hosts: [${name}.example.com]
      secretName: ${name}-tls
`

/** A Certificate as it leaves kustomize: nothing of kpt or kustomize is left on it. */
const certificate = (name: string, source: string, host: string, namespace?: string) => ({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: {
    name,
    ...(namespace !== undefined && { namespace }),
    annotations: { 'ingress-shim.fn.kpt.dev/source': `Ingress/${source}` },
  },
  spec: {
    secretName: name,
    issuerRef: { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
    dnsNames: [host],
    usages: ['digital signature', 'key encipherment'],
  },
})

const certificatesOf = <T extends { kind?: string }>(resources: readonly T[]) =>
  resources.filter(({ kind }) => kind === 'Certificate')

describeWith('kustomize', 'kustomize, as a transformer', () => {
  const transformers = 'resources: [web.yaml]\ntransformers: [shim.yaml]\n'

  it('knows its own Certificates of a base again, although kustomize has renamed them', () => {
    const { resources, stderr, code } = build({
      'base/kustomization.yaml': 'resources: [web.yaml, certificate.yaml]\n',
      'base/web.yaml': ingress('web').replace('spec:', 'spec:\n  rules:\n    - host: web.example.com'),
      'base/certificate.yaml': stringify(certificate('web-tls', 'web', 'web.example.com')),
      'kustomization.yaml': 'namePrefix: dev-\nresources: [base]\ntransformers: [shim.yaml]\n',
      'shim.yaml': ingressShim('{}'),
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const renamed = certificate('web-tls', 'dev-web', 'web.example.com')
    expect(certificatesOf(resources)).toEqual([
      { ...renamed, metadata: { ...renamed.metadata, name: 'dev-web-tls' } },
    ])
  })

  it('works on the resources as patches, prefix and namespace have left them', () => {
    const { resources, stderr, code } = build({
      'kustomization.yaml': `${transformers}namePrefix: staging-
namespace: staging
patches:
  - path: hosts.yaml
`,
      'shim.yaml': ingressShim('{}'),
      'web.yaml': ingress('web'),
      'hosts.yaml': `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {tls: [{hosts: [staging.example.com], secretName: web-tls}]}
`,
    })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(certificatesOf(resources)).toEqual([
      certificate('web-tls', 'staging-web', 'staging.example.com', 'staging'),
    ])
  })

  it('updates and removes Certificates that are resources already', () => {
    const { resources } = build({
      'kustomization.yaml': 'resources: [web.yaml, certificates.yaml]\ntransformers: [shim.yaml]\n',
      'shim.yaml': ingressShim('{}'),
      'web.yaml': ingress('web'),
      'certificates.yaml': ['web-tls', 'gone-tls']
        .map(
          (name) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}}
spec: {secretName: ${name}, issuerRef: {name: old}}
`,
        )
        .join('---\n'),
    })
    expect(certificatesOf(resources)).toEqual([certificate('web-tls', 'web', 'web.example.com')])
  })

  const files = {
    'shim.yaml': ingressShim('{}'),
    'base/shim.yaml': ingressShim('{}'),
    'base/web.yaml': ingress('web').replace('spec:', 'spec:\n  rules:\n    - host: web.example.com'),
    'base/kustomization.yaml': transformers,
  }

  it.each([
    [
      'namePrefix renames the Certificates and not their Secrets',
      'namePrefix: dev-',
      { 'dev-web-tls': { source: 'dev-web', secretName: 'web-tls' } },
    ],
    [
      'a prefix gives one Certificate the name of another Secret',
      `namePrefix: dev-
patches:
  - target: {kind: Ingress}
    patch: |-
      - op: add
        path: /spec/tls/-
        value: {hosts: [dev.example.com], secretName: dev-web-tls}`,
      {
        'dev-web-tls': { source: 'dev-web', secretName: 'web-tls' },
        'dev-web-tls-2': { source: 'dev-web', secretName: 'dev-web-tls' },
      },
    ],
    [
      "a patch changes the Secret's name",
      `patches:
  - target: {kind: Ingress}
    patch: |-
      - op: replace
        path: /spec/tls/0/secretName
        value: shop-tls`,
      { 'shop-tls': { source: 'web', secretName: 'shop-tls' } },
    ],
  ])(
    'gives each Secret one Certificate where base and overlay both have the shim: %s',
    (_, overlay, expected) => {
      const kustomization = `resources: [base]\ntransformers: [shim.yaml]\n${overlay}\n`
      const { resources, code, stderr } = build({ ...files, 'kustomization.yaml': kustomization })
      expect(code, stderr).toBe(0)
      const found = certificatesOf(resources).map(({ metadata, spec }) => [
        metadata.name,
        {
          source: metadata.annotations['ingress-shim.fn.kpt.dev/source'].slice(8),
          secretName: spec.secretName,
        },
      ])
      expect(Object.fromEntries(found)).toEqual(expected)
      expect(found).toHaveLength(Object.keys(expected).length)
    },
  )

  it('fails for a wrong annotation and says why, since kustomize shows no results', () => {
    const { code, stdout, stderr } = build({
      'kustomization.yaml': transformers,
      'shim.yaml': ingressShim('{}'),
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ""'),
    })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/: error: Ingress web metadata\.annotations\[cert-manager\.io\/issuer\]: ./)
    expect(stderr).toContain('\n1 error; ')
  })
})

describeWith('kustomize', 'kustomize, as a generator from an annotated Ingress', () => {
  it('gives the Certificates and not the Ingress, which is a resource too', () => {
    const { resources, stderr } = build({
      'kustomization.yaml': 'resources: [web.yaml]\ngenerators: [web.yaml]\n',
      'web.yaml': ingress('web', `cert-manager.io/issuer: ca\n    ${plugin}`),
    })
    expect(stderr).toBe('')
    expect(resources).toMatchObject([certificate('web-tls', 'web', 'web.example.com'), { kind: 'Ingress' }])
    expect(certificatesOf(resources)).toEqual([certificate('web-tls', 'web', 'web.example.com')])
  })

  it('gives the Certificates alone where the Ingress is not a resource', () => {
    const { resources } = build({
      'kustomization.yaml': 'generators: [web.yaml]\n',
      'web.yaml': ingress('web', `cert-manager.io/issuer: ca\n    ${plugin}`),
    })
    expect(resources).toEqual([certificate('web-tls', 'web', 'web.example.com')])
  })
})

describeWith('kustomize', 'kustomize, as a generator with an IngressShim', () => {
  const generators = 'generators: [shim.yaml]\n'

  it('reads the sources from the files that it names, of one document or several', () => {
    const { resources, stderr } = build({
      'kustomization.yaml': generators,
      'shim.yaml': ingressShim('{resources: [web.yaml, more/apps.yaml]}'),
      'web.yaml': ingress('web'),
      'more/apps.yaml': `${ingress('shop')}---\n# nothing here\n---\n${ingress('blog')}`,
    })
    expect(stderr).toBe('')
    expect(resources).toEqual([
      certificate('blog-tls', 'blog', 'blog.example.com'),
      certificate('shop-tls', 'shop', 'shop.example.com'),
      certificate('web-tls', 'web', 'web.example.com'),
    ])
  })

  it('takes sources that it inlines, with its settings', () => {
    const inline = ingress('web', 'kubernetes.io/tls-acme: "true"').replaceAll('\n', '\n      ')
    const { resources } = build({
      'kustomization.yaml': generators,
      'shim.yaml': ingressShim(`\n  defaultIssuerName: ca\n  resources:\n    - ${inline.trimEnd()}`),
    })
    expect(resources).toEqual([certificate('web-tls', 'web', 'web.example.com')])
  })

  it('names the file of a source that is wrong', () => {
    const { code, stderr } = build({
      'kustomization.yaml': generators,
      'shim.yaml': ingressShim('{resources: [web.yaml]}'),
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ""'),
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^web\.yaml(:\d+)?: error: Ingress web metadata\.annotations\[cert-manager\.io\/issuer\]: ./,
    )
  })

  it.each([
    ['an absolute path', resolve('/etc/hostname'), 'is not below the working directory'],
    ['a path with ..', '../web.yaml', 'is not below the working directory'],
    ['a path that goes down and up again', 'a/../../web.yaml', 'is not below the working directory'],
    ['a link that leads out', 'link.yaml', 'is a link to a place outside of the working directory'],
    [
      'a directory that is a link out',
      'linked/web.yaml',
      'is a link to a place outside of the working directory',
    ],
    [
      'a file that is not there',
      'missing.yaml',
      "Can't read missing.yaml: there is no such file or directory",
    ],
    ['a directory', '.', "Can't read .: it is a directory"],
    ['a file that is no YAML', 'broken.yaml', "broken.yaml can't be read as YAML"],
    ['a file that holds no resource', 'text.yaml', 'Document 1 of text.yaml is not a resource'],
  ])('refuses %s', (_, name, message) => {
    const directory = temporaryDirectory()
    writeIn(directory, 'web.yaml', ingress('web'))
    writeIn(directory, 'here/broken.yaml', 'a: [b')
    writeIn(directory, 'here/text.yaml', 'hello')
    symlinkSync('../web.yaml', join(directory, 'here', 'link.yaml'))
    symlinkSync('..', join(directory, 'here', 'linked'))
    const files = { 'kustomization.yaml': generators, 'shim.yaml': ingressShim(`{resources: ['${name}']}`) }
    const { code, stdout, stderr } = build(files, join(directory, 'here'))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/error: IngressShim ingress-shim spec\.resources\[0\]: /)
    expect(stderr).toContain(message)
  })
})

describeWith('kustomize', 'the examples for kustomize', () => {
  it.each([
    ['kustomize-transformer', '.', []],
    ['kustomize-generator', '.', []],
    [
      'pruning',
      '.',
      [/ warning: Ingress old .*old-tls, .* is kept/, / info: Certificate sale-tls: .* removed/],
    ],
    ['overlay-patches', 'production', []],
  ])('%s gives what is committed, and says what there is to say', (name, kustomization, said) => {
    const args = ['build', '--enable-alpha-plugins', '--enable-exec', `examples/${name}/${kustomization}`]
    const { code, stdout, stderr } = runProgram('kustomize', args, resolve('.'))
    expect({ code, stdout }).toEqual({ code: 0, stdout: readIn(resolve('examples', name), 'rendered.yaml') })
    const results = stderr.split('\n').filter((line) => line.startsWith('<stdin>'))
    expect(results).toEqual(said.map((result) => expect.stringMatching(result)))
  })

  it.each([
    ['sources/gateway', ['gateway.yaml', 'route.yaml', 'issuer.yaml'], ['shop-tls', 'status-tls']],
    ['sources/listener-set', ['gateway.yaml', 'listener-set.yaml', 'issuer.yaml'], ['blog-tls', 'front-tls']],
  ])(
    '%s gives under kustomize what it gives under kpt, and the same with the Certificates in place',
    (name, files, names) => {
      const example = (file: string) => readIn(resolve('examples', name), file)
      const certificates = names.map((certificate) => `certificate_${certificate}.yaml`)
      const buildWith = (resources: readonly string[]) =>
        build({
          ...Object.fromEntries(resources.map((file) => [file, example(file)])),
          'kustomization.yaml': `resources: [${resources.join(', ')}]\ntransformers: [shim.yaml]\n`,
          'shim.yaml': ingressShim('{}'),
        })
      const first = buildWith(files)
      expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
      const rendered = certificatesOf(first.resources)
      expect(rendered).toHaveLength(names.length)
      const committed = certificates.map((file) => parse(example(file)))
      expect(rendered).toEqual(expect.arrayContaining(committed))
      expect(buildWith([...files, ...certificates]).resources).toEqual(first.resources)
    },
  )
})
