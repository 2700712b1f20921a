import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand, temporaryDirectory } from './command.ts'

const file = `# The web of the company.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: prod
  annotations:
    # Three months.
    cert-manager.io/duration: ninety days
    cert-manager.io/issuer: ca
spec:
  tls:
    - hosts: [example.com]
      secretName: web-tls
`

/** The file as `kpt fn source` gives it, with more annotations. */
function itemOf(text: string, annotations: Readonly<Record<string, string>>): string {
  const lines = Object.entries(annotations).map(([key, value]) => `    ${key}: '${value}'\n`)
  const item = text.replace('  annotations:\n', `  annotations:\n${lines.join('')}`)
  return `- ${item.trimEnd().replaceAll('\n', '\n  ')}\n`
}

const at = (path: string) => ({
  'internal.config.kubernetes.io/path': path,
  'internal.config.kubernetes.io/index': '0',
})

const listOf = (...items: string[]) =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`

const wrong = listOf(itemOf(file, {}))
const clean = listOf(itemOf(file.replace('ninety days', '2160h'), {}))
const blockSkipped = listOf(
  itemOf(file.replace('ninety days', '2160h').replace('      secretName: web-tls\n', ''), {}),
)

const placeOf = (stderr: string) => stderr.slice(0, stderr.indexOf(': error: '))

describe('the place of a result', () => {
  it('is the line of its field in the list, where its item came from no file', () => {
    expect(placeOf(runCommand([], { input: wrong }).stderr)).toBe('<stdin>:12')
  })

  it('has the name of the list, where that is a file', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'list.yaml'), wrong)
    expect(placeOf(runCommand(['-i', 'list.yaml', '--check'], { cwd: directory }).stderr)).toBe(
      'list.yaml:12',
    )
  })

  it('is the line in the file that its item came from', () => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'apps'))
    writeFileSync(join(directory, 'apps', 'web.yaml'), file)
    const input = listOf(itemOf(file, at('apps/web.yaml')))
    expect(placeOf(runCommand([], { cwd: directory, input }).stderr)).toBe('apps/web.yaml:9')
  })

  it('is the line in the right document of the file', () => {
    const directory = temporaryDirectory()
    const other = file.replace('name: web', 'name: other')
    writeFileSync(join(directory, 'all.yaml'), `${other}---\n${file}---\n${other}`)
    const input = listOf(itemOf(file, at('all.yaml')))
    expect(placeOf(runCommand([], { cwd: directory, input }).stderr)).toBe('all.yaml:24')
  })

  it('is in the package that its item came from', () => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'packages', 'shop'), { recursive: true })
    writeFileSync(join(directory, 'packages', 'shop', 'web.yaml'), file)
    const annotations = {
      ...at('web.yaml'),
      'internal.config.kubernetes.io/package-path': join(directory, 'packages', 'shop'),
    }
    const input = listOf(itemOf(file, annotations))
    expect(placeOf(runCommand([], { cwd: directory, input }).stderr)).toBe('packages/shop/web.yaml:9')
  })

  it.each([
    ['is not there', 'missing.yaml', undefined],
    ['holds another resource', 'web.yaml', file.replace('name: web', 'name: other')],
    [
      'holds the resource in another namespace',
      'web.yaml',
      file.replace('namespace: prod', 'namespace: dev'),
    ],
    ['is no YAML', 'web.yaml', '[['],
    ['is outside of the working directory', '../../../../../../etc/hostname', undefined],
  ])('has no line where the file %s', (_, name, text) => {
    const directory = temporaryDirectory()
    if (text !== undefined) writeFileSync(join(directory, name), text)
    const input = listOf(itemOf(file, at(name)))
    expect(placeOf(runCommand([], { cwd: directory, input }).stderr)).toBe(name)
  })

  it('is the line in the functionConfig of the call', () => {
    const directory = temporaryDirectory()
    const config =
      'apiVersion: fn.kpt.dev/v1alpha1\nkind: IngressShim\nspec:\n  prune: true\n  rules:\n    tls-mising: error\n'
    writeFileSync(join(directory, 'shim.yaml'), config)
    expect(placeOf(runCommand(['-f', 'shim.yaml'], { cwd: directory, input: clean }).stderr)).toBe(
      'shim.yaml:6',
    )
  })
})

describe('--check', () => {
  it('writes no list', () => {
    const { code, stdout, stderr } = runCommand(['--check'], { input: wrong })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/\n1 error; .*\n$/)
  })

  it('says nothing where all is well', () => {
    expect(runCommand(['--check'], { input: clean })).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('--fail-on', () => {
  it.each([
    ['error', 'an error', wrong, 1],
    ['error', 'a warning', blockSkipped, 0],
    ['warning', 'an error', wrong, 1],
    ['warning', 'a warning', blockSkipped, 1],
    ['warning', 'nothing', clean, 0],
    ['info', 'a warning', blockSkipped, 1],
  ])('%s, with %s', (severity, _, input, code) => {
    expect(runCommand([`--fail-on=${severity}`], { input }).code).toBe(code)
  })
})

describe('--results', () => {
  it('writes the results to the file, and nothing to the standard error', () => {
    const directory = temporaryDirectory()
    const { code, stdout, stderr } = runCommand(['--results', 'out.txt'], { cwd: directory, input: wrong })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('results:')
    expect(readFileSync(join(directory, 'out.txt'), 'utf8')).toMatch(/^<stdin>:12: error: .*\n1 error; .*\n$/)
  })

  it('empties the file where there are none, so that nobody reads old ones', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'out.txt'), 'old')
    runCommand(['--results', 'out.txt'], { cwd: directory, input: clean })
    expect(readFileSync(join(directory, 'out.txt'), 'utf8')).toBe('')
  })

  it('leaves the list unwritten where the file cannot be written', () => {
    const directory = temporaryDirectory()
    const args = ['--results', 'missing/out.txt', '-o', 'list.yaml']
    const run = runCommand(args, { cwd: directory, input: wrong })
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: "krm-ingress-shim: Can't write missing/out.txt: there is no such file or directory.\n",
    })
    expect(existsSync(join(directory, 'list.yaml'))).toBe(false)
  })
})

describe('--format', () => {
  it('json gives the results with their places', () => {
    const { stderr } = runCommand(['--format=json'], { input: wrong })
    expect(JSON.parse(stderr).results).toMatchObject([
      { tags: { rule: 'invalid-annotation' }, location: { path: '<stdin>', line: 12 } },
    ])
  })

  it('sarif gives a log that describes the rules', () => {
    const { stderr } = runCommand(['--format', 'sarif'], { input: wrong })
    const [run] = JSON.parse(stderr).runs
    expect(run.tool.driver.rules).toMatchObject([
      { id: 'invalid-annotation', shortDescription: { text: expect.stringMatching(/./) } },
    ])
    expect(run.results).toMatchObject([{ message: { text: expect.stringMatching(/^<stdin>:12: /) } }])
  })

  it('github gives workflow commands', () => {
    const { stderr } = runCommand(['--format=github'], { input: wrong })
    expect(stderr).toMatch(/^::error title=invalid-annotation::<stdin>:12: Ingress prod\/web .*\n$/)
  })

  it.each([
    ['text', ''],
    ['github', ''],
    ['gitlab', '[]\n'],
  ])('%s has for a clean list what can be read as no results', (format, expected) => {
    expect(runCommand([`--format=${format}`], { input: clean }).stderr).toBe(expected)
  })
})

describe('results under an orchestrator', () => {
  const marked = { 'internal.config.kubernetes.io/annotations-migration-resource-id': '1' }
  const input = listOf(itemOf(file, marked))
  const plugin = `functionConfig: {apiVersion: v1, kind: ConfigMap, metadata: {annotations: {config.kubernetes.io/function: 'exec: {}'}}}\n`

  it('are left to kpt, which shows them itself', () => {
    expect(runCommand([], { input }).stderr).toBe('')
  })

  it('are shown under kustomize, which does not', () => {
    expect(runCommand([], { input: `${input}${plugin}` }).stderr).toMatch(/: error: /)
  })

  it('are shown where a format is asked for', () => {
    expect(runCommand(['--format=text'], { input }).stderr).toMatch(/: error: /)
  })

  it('of the functionConfig are left to kpt too, where it has no items to mark', () => {
    const config =
      'functionConfig: {apiVersion: v1, kind: ConfigMap, metadata: {name: function-input}, data: {prun: "x"}}\n'
    const run = runCommand([], {
      input: `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n${config}`,
    })
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 1, stderr: '' })
  })
})
