import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { command } from '../command.ts'
import {
  changedIn,
  commit,
  copyOfExample,
  describeWith,
  packageOf,
  readIn,
  runProgram,
  writeIn,
} from './programs.ts'

const kptfile = (name: string, pipeline = '') => `apiVersion: kpt.dev/v1
kind: Kptfile
metadata:
  name: ${name}
${pipeline}`

const pipeline = `pipeline:
  mutators:
    - exec: ${command}
      configPath: ingress-shim.yaml
`

const ingressShim = (spec: string) => `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata:
  name: ingress-shim
  annotations:
    config.kubernetes.io/local-config: "true"
spec:
  ${spec}
`

const ingress = (name: string, annotation: string, ...secrets: string[]) => `# The ${name} of the company.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name} # and its name
  annotations:
    ${annotation}
spec:
  tls:
${secrets.map((secret) => `    - hosts: [${name}.example.com] # one host\n      secretName: ${secret}\n`).join('')}`

const certificate = (name: string, source: string, issuer: string) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  annotations:
    ingress-shim.fn.kpt.dev/source: Ingress/${source}
spec:
  secretName: ${name}
  issuerRef:
    name: ${issuer}
    kind: Issuer
    group: cert-manager.io
  dnsNames:
  - ${source}.example.com
  usages:
  - digital signature
  - key encipherment
`

const eval_ = (directory: string, ...args: string[]) =>
  runProgram('kpt', ['fn', 'eval', '.', '--exec', command, ...args], directory)
const render = (directory: string, ...args: string[]) =>
  runProgram('kpt', ['fn', 'render', '.', '--allow-exec', ...args], directory)

describeWith('kpt', 'kpt fn eval', () => {
  it('adds the Certificate beside its Ingress, with the settings of the command line', () => {
    const directory = packageOf({
      Kptfile: kptfile('shop'),
      'apps/web.yaml': ingress('web', 'kubernetes.io/tls-acme: "true"', 'web-tls'),
    })
    expect(eval_(directory, '--', 'defaultIssuerName=letsencrypt')).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe('?? apps/certificate_web-tls.yaml\n')
    expect(readIn(directory, 'apps/certificate_web-tls.yaml')).toBe(
      certificate('web-tls', 'web', 'letsencrypt'),
    )
  })

  it('puts two Certificates of one name into one file, as two documents', () => {
    const directory = packageOf({
      Kptfile: kptfile('shop'),
      'a.yaml': ingress('web', 'cert-manager.io/issuer: ca', 'web-tls').replace(
        'metadata:',
        'metadata:\n  namespace: a',
      ),
      'b.yaml': ingress('web', 'cert-manager.io/issuer: ca', 'web-tls').replace(
        'metadata:',
        'metadata:\n  namespace: b',
      ),
    })
    expect(eval_(directory)).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe('?? certificate_web-tls.yaml\n')
    expect(readIn(directory, 'certificate_web-tls.yaml').match(/^ {2}namespace: .$/gm)).toEqual([
      '  namespace: a',
      '  namespace: b',
    ])
    commit(directory)
    expect(eval_(directory)).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe('')
  })

  it('fails for a setting that is unknown, and changes nothing', () => {
    const directory = packageOf({
      Kptfile: kptfile('shop'),
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ca', 'web-tls'),
    })
    const { code, stderr } = eval_(directory, '--', 'defaultIsuerName=ca')
    expect(code).toBe(1)
    expect(stderr).toContain('data.defaultIsuerName: This is not a known setting')
    expect(changedIn(directory)).toBe('')
  })

  it('needs no program to be run by kpt: source and sink do as well', () => {
    const directory = packageOf({
      Kptfile: kptfile('shop'),
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ca', 'web-tls'),
    })
    const { stdout: list } = runProgram('kpt', ['fn', 'source', '.'], directory)
    const { stdout, stderr, code } = runProgram(command, [], directory, { input: list })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(runProgram('kpt', ['fn', 'sink', 'out'], directory, { input: stdout }).code).toBe(0)
    expect(existsSync(join(directory, 'out', 'certificate_web-tls.yaml'))).toBe(true)
  })
})

describeWith('kpt', 'kpt fn render', () => {
  const files = {
    Kptfile: kptfile('shop', pipeline),
    'ingress-shim.yaml': ingressShim('defaultIssuerName: letsencrypt'),
    'web.yaml': ingress('web', 'kubernetes.io/tls-acme: "true"', 'web-tls'),
    'blog/Kptfile': kptfile('blog'),
    'blog/app/blog.yaml': ingress('blog', 'cert-manager.io/issuer: ca', 'blog-tls'),
  }

  it("puts each Certificate into its Ingress's own package, and touches no other file", () => {
    const directory = packageOf(files)
    expect(render(directory)).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe('?? blog/app/certificate_blog-tls.yaml\n?? certificate_web-tls.yaml\n')
    expect(readIn(directory, 'certificate_web-tls.yaml')).toBe(certificate('web-tls', 'web', 'letsencrypt'))
    expect(readIn(directory, 'blog/app/certificate_blog-tls.yaml')).toBe(
      certificate('blog-tls', 'blog', 'ca'),
    )
  })

  it('changes no byte the second time', () => {
    const directory = packageOf(files)
    render(directory)
    commit(directory)
    expect(render(directory)).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe('')
  })

  it("keeps what a person adds to a Certificate, and sets the function's own fields again", () => {
    const directory = packageOf(files)
    render(directory)
    const mine = readIn(directory, 'certificate_web-tls.yaml')
      .replace('spec:\n', 'spec:\n  # Bouncy needs it.\n  additionalOutputFormats:\n  - type: DER\n')
      .replace('kind: Certificate', 'kind: Certificate # of the shop')
    writeIn(directory, 'certificate_web-tls.yaml', mine.replace('name: letsencrypt', 'name: other'))
    expect(render(directory)).toMatchObject({ code: 0 })
    expect(readIn(directory, 'certificate_web-tls.yaml')).toBe(mine)
  })

  it('takes the Certificate away when its TLS block goes', () => {
    const directory = packageOf({
      ...files,
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ca', 'web-tls', 'old-tls'),
    })
    render(directory)
    commit(directory)
    writeIn(directory, 'web.yaml', ingress('web', 'cert-manager.io/issuer: ca', 'web-tls'))
    expect(render(directory)).toMatchObject({ code: 0 })
    expect(changedIn(directory)).toBe(' D certificate_old-tls.yaml\n M web.yaml\n')
  })

  it('fails for a wrong annotation, with a result that kpt prints once, and changes nothing', () => {
    const directory = packageOf({
      ...files,
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ""', 'web-tls'),
    })
    const { code, stderr, stdout } = render(directory)
    expect(code).toBe(1)
    const printed = `${stdout}${stderr}`
    expect(printed.match(/metadata\.annotations\[cert-manager\.io\/issuer\]: /g)).toHaveLength(1)
    expect(printed).toMatch(/\[error\] networking\.k8s\.io\/v1\/Ingress\/web metadata\.annotations/)
    expect(changedIn(directory)).toBe('')
  })

  it('fails for a wrong functionConfig, and names its field', () => {
    const directory = packageOf({ ...files, 'ingress-shim.yaml': ingressShim('prun: false') })
    const { code, stderr } = render(directory)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /IngressShim\/ingress-shim spec\.prun: This is not a known setting.* Did you mean prune\?/,
    )
    expect(changedIn(directory)).toBe('')
  })

  it('writes the results to a directory, whole', () => {
    const directory = packageOf({
      ...files,
      'web.yaml': ingress('web', 'cert-manager.io/issuer: ""', 'web-tls'),
    })
    render(directory, '--results-dir', 'results')
    expect(readIn(directory, 'results/results.yaml')).toMatch(/rule: issuer-undetermined/)
  })
})

const packagesIn = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('.'))

describeWith('kpt', 'the examples for kpt', () => {
  const packages = [
    'ingress',
    'subpackages',
    'external-issuer',
    'edit-in-place',
    'secret-template',
    'placeholders',
    'two-clusters',
  ]

  it.each(packages)('%s is committed as it renders', (name) => {
    const root = copyOfExample(name)
    const run = runProgram('kpt', ['fn', 'render', `examples/${name}`, '--allow-exec'], root)
    expect(run).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })

  it.each(packages)('%s gets each of its Certificates from its sources alone', (name) => {
    const root = copyOfExample(name)
    runProgram('sh', ['-c', "find . -name 'certificate_*' -exec rm {} +"], root)
    runProgram('kpt', ['fn', 'render', `examples/${name}`, '--allow-exec'], root)
    expect(changedIn(root)).toBe('')
  })

  it('are all rendered by a render of the repository, which stays as it is', () => {
    const before = changedIn('.', 'Kptfile', 'examples')
    const run = runProgram('kpt', ['fn', 'render', '--allow-exec'], '.')
    expect(run).toMatchObject({ code: 0 })
    expect(run.stderr.match(/\[PASS\]/g)).toHaveLength(
      packages.length + ['examples/sources', 'examples/whole-set'].flatMap(packagesIn).length,
    )
    expect(changedIn('.', 'Kptfile', 'examples')).toBe(before)
  })
})
