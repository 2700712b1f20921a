import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand, temporaryDirectory } from '../command.ts'

const ingress = (name: string, host = `${name}.example.com`) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  annotations:
    cert-manager.io/cluster-issuer: letsencrypt
spec:
  rules:
  - host: ${host}
  tls:
  - hosts: [${host}] # the public name
    secretName: ${name}-tls
`

const certificate = (name: string, host = `${name}.example.com`) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}-tls
  annotations:
    ingress-shim.fn.kpt.dev/source: Ingress/${name}
spec:
  secretName: ${name}-tls
  issuerRef:
    name: letsencrypt
    kind: ClusterIssuer
    group: cert-manager.io
  dnsNames:
  - ${host}
  usages:
  - digital signature
  - key encipherment
`

/** A folder with these files, by their paths. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const root = temporaryDirectory()
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

function rulesOf(stdout: string): readonly string[] {
  return stdout.split('\n').flatMap((line) => /^(.+?): \w+: .*\[(.+)\]$/.exec(line)?.slice(1).join(' ') ?? [])
}

describe('check says what is wrong and what a render would change, and writes nothing', () => {
  test.each<
    readonly [
      name: string,
      files: Readonly<Record<string, string>>,
      args: readonly string[],
      results: readonly string[],
    ]
  >([
    ['nothing of a folder without Certificates', { 'a/i.yaml': ingress('web') }, ['.'], []],
    [
      'every missing one, with --rendered',
      { 'a/i.yaml': ingress('web') },
      ['.', '--rendered'],
      ['a/i.yaml:1 certificate-missing'],
    ],
    [
      'one that is missing beside others',
      { 'i.yaml': `${ingress('web')}---\n${ingress('api')}`, 'certificate_web-tls.yaml': certificate('web') },
      ['.'],
      ['i.yaml:14 certificate-missing'],
    ],
    [
      'one that is out of date',
      { 'i.yaml': ingress('web', 'new.example.com'), 'c.yaml': certificate('web') },
      ['.'],
      ['i.yaml:1 certificate-outdated'],
    ],
    [
      'one that is left over',
      { 'i.yaml': ingress('web'), 'c.yaml': `${certificate('web')}---\n${certificate('old')}` },
      ['.'],
      ['c.yaml:19 certificate-leftover'],
    ],
    [
      'each folder on its own',
      { 'a/i.yaml': ingress('web'), 'a/c.yaml': certificate('web'), 'b/i.yaml': ingress('web') },
      ['a', 'b'],
      [],
    ],
    [
      'files that are named singly as one input',
      { 'a/i.yaml': ingress('web'), 'a/c.yaml': certificate('web') },
      ['a/i.yaml', 'a/c.yaml'],
      [],
    ],
    [
      'a file that says it is a resource and is broken',
      { 'i.yaml': 'apiVersion: v1\nkind: A\na: "b\n' },
      ['.'],
      ['i.yaml file-unreadable'],
    ],
    [
      'nothing of what is skipped: dot folders, node_modules, templates, patches, ignored files',
      {
        '.hidden/i.yaml': ingress('web'),
        'node_modules/x/i.yaml': ingress('web'),
        'chart/Chart.yaml': 'name: x\n',
        'chart/templates/i.yaml': `{{ if .x }}\n${ingress('web')}`,
        'kustomization.yaml': 'resources: [i.yaml]\npatches: [{path: patch.yaml}]\n',
        'i.yaml': ingress('web'),
        'patch.yaml': ingress('web', 'patched.example.com'),
        'old/.krmignore': 'i.yaml\n',
        'old/i.yaml': ingress('web'),
        'notes.yaml': 'a: b\n',
      },
      ['.'],
      [],
    ],
  ])('%s', (_name, files, args, results) => {
    const cwd = folderOf(files)
    const { code, stdout } = runCommand(['check', ...args], { cwd })
    expect({ results: rulesOf(stdout), code }).toEqual({ results, code: results.length === 0 ? 0 : 1 })
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(cwd, path), 'utf8')).toBe(text)
  })

  test('the standard input too', () => {
    const { code, stdout } = runCommand(['check', '-', '--rendered'], { input: ingress('web') })
    expect({ results: rulesOf(stdout), code }).toEqual({
      results: ['<stdin>:1 certificate-missing'],
      code: 1,
    })
  })

  test.each([
    ['the call that renders what was checked', ['check', '.'], 'Run `krm-ingress-shim write .`, or'],
    [
      'with the settings and the paths of the check',
      ['check', 'my apps', 'i.yaml', '-d', 'prune=false'],
      "Run `krm-ingress-shim write 'my apps' i.yaml -d prune=false`, or",
    ],
    [
      'with the file of its settings',
      ['check', 'my apps', '-f', 'shim.yaml'],
      "write 'my apps' -f shim.yaml`, or",
    ],
  ])('drift names %s', (_name, args, call) => {
    const cwd = folderOf({
      'i.yaml': ingress('api'),
      'my apps/i.yaml': ingress('web'),
      'shim.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: {prune: "false"}\n',
    })
    expect(runCommand([...args, '--rendered'], { cwd }).stdout).toContain(call)
  })

  test('drift of a stream names no call, since none renders that in place', () => {
    expect(runCommand(['check', '-', '--rendered'], { input: ingress('web') }).stdout).toContain(
      'is not there. Render again, and commit what that changes.',
    )
  })

  test('the templates of charts are left out in a line on the standard error', () => {
    const cwd = folderOf({
      'x/Chart.yaml': 'name: x\n',
      'x/templates/a.yaml': '{{ x }}',
      'x/templates/b/c.yaml': '',
    })
    expect(runCommand(['check', '.'], { cwd }).stderr).toMatch(/^\.: 2 templates of Helm charts are left out/)
  })

  test.each([
    [
      'a path that is not there',
      ['check', 'nowhere'],
      "Can't read nowhere: there is no such file or folder.",
    ],
    ['no path', ['check'], 'check needs a file or folder, such as `krm-ingress-shim check .`'],
    ['an unknown option', ['check', '.', '--render'], 'Unknown option --render. Did you mean --rendered?'],
    ['write of the standard input', ['write', '-'], "write can't render the standard input in place."],
  ])('%s is exit code 2', (_name, args, message) => {
    const { code, stdout, stderr } = runCommand(args, { cwd: folderOf({}) })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })
})

describe('write renders in place', () => {
  test('a new Certificate is a file beside its source, and a second run changes nothing', () => {
    const cwd = folderOf({ 'a/i.yaml': ingress('web') })
    expect(runCommand(['write', '.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'a/certificate_web-tls.yaml'), 'utf8')).toBe(certificate('web'))
    const { mtimeMs } = statSync(join(cwd, 'a/certificate_web-tls.yaml'))
    expect(runCommand(['write', '.'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(statSync(join(cwd, 'a/certificate_web-tls.yaml')).mtimeMs).toBe(mtimeMs)
    expect(runCommand(['check', '.', '--rendered'], { cwd }).code).toBe(0)
  })

  test('an edit is an edit of the file, which keeps its mode, its link and its comments', () => {
    const cwd = folderOf({
      'i.yaml': ingress('web', 'new.example.com'),
      'real/c.yaml': `# mine\n${certificate('web')}`,
    })
    chmodSync(join(cwd, 'real/c.yaml'), 0o600)
    symlinkSync('real/c.yaml', join(cwd, 'c.yaml'))
    expect(runCommand(['write', 'i.yaml', 'c.yaml'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'real/c.yaml'), 'utf8')).toBe(
      `# mine\n${certificate('web', 'new.example.com')}`,
    )
    expect(lstatSync(join(cwd, 'c.yaml')).isSymbolicLink()).toBe(true)
    expect(statSync(join(cwd, 'real/c.yaml')).mode & 0o777).toBe(0o600)
  })

  test('a removed Certificate takes its document, and a file that then holds nothing is deleted', () => {
    const cwd = folderOf({
      'i.yaml': ingress('web'),
      'c.yaml': `${certificate('web')}---\n${certificate('gone')}`,
      'd.yaml': certificate('old'),
    })
    expect(runCommand(['write', '.'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'c.yaml'), 'utf8')).toBe(certificate('web'))
    expect(existsSync(join(cwd, 'd.yaml'))).toBe(false)
  })

  test('a name that is taken by something else gets one more document', () => {
    const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n'
    const cwd = folderOf({ 'i.yaml': ingress('web'), 'certificate_web-tls.yaml': other })
    expect(runCommand(['write', '.'], { cwd }).code).toBe(0)
    expect(readFileSync(join(cwd, 'certificate_web-tls.yaml'), 'utf8')).toBe(
      `${other}---\n${certificate('web')}`,
    )
  })

  test('a kustomization that does not list the new file is named', () => {
    const cwd = folderOf({ 'i.yaml': ingress('web'), 'kustomization.yaml': 'resources:\n- i.yaml\n' })
    const { code, stderr } = runCommand(['write', '.'], { cwd })
    expect({ results: rulesOf(stderr), code }).toEqual({
      results: ['kustomization.yaml certificate-unlisted'],
      code: 0,
    })
    expect(stderr).toContain('Add `- certificate_web-tls.yaml` to its resources.')
  })

  test('--dry-run writes nothing, and --diff shows what would change', () => {
    const cwd = folderOf({ 'i.yaml': ingress('web', 'new.example.com'), 'c.yaml': certificate('web') })
    const { code, stdout } = runCommand(['write', '.', '--dry-run', '--diff'], { cwd })
    expect(code).toBe(0)
    expect(stdout).toBe(`--- a/c.yaml
+++ b/c.yaml
@@ -11,7 +11,7 @@
     kind: ClusterIssuer
     group: cert-manager.io
   dnsNames:
-  - web.example.com
+  - new.example.com
   usages:
   - digital signature
   - key encipherment
`)
    expect(readFileSync(join(cwd, 'c.yaml'), 'utf8')).toBe(certificate('web'))
  })
})

describe('settings below a folder', () => {
  const settings = 'apiVersion: fn.kpt.dev/v1alpha1\nkind: IngressShim\nspec: {prune: false}\n'
  const files = {
    'a/ingress-shim.yaml': settings,
    'b/c/ingress-shim.yaml': settings,
    'b/i.yaml': ingress('web'),
  }
  const unused = 'are not used: those at or above the path count for all of it.'

  test.each([
    [['check', '.'], `.: the settings in a/ingress-shim.yaml and 1 more ${unused}`],
    [['write', '.'], `.: the settings in a/ingress-shim.yaml and 1 more ${unused}`],
    [['inventory', 'b'], `b: the settings in b/c/ingress-shim.yaml ${unused}`],
  ])('%j says that they are not used', (args, line) => {
    expect(runCommand(args, { cwd: folderOf(files) }).stderr).toContain(line)
  })

  test.each([
    ['that have their own', ['check', 'a', 'b/c']],
    ['where the call has others', ['check', '.', '-d', 'prune=false']],
    ['named as files', ['check', 'a/ingress-shim.yaml', 'b/i.yaml']],
    ['with --quiet', ['check', '.', '--quiet']],
  ])('nothing is said of folders %s', (_, args) => {
    expect(runCommand(args, { cwd: folderOf(files) }).stderr).toBe('')
  })
})

describe('the settings are the nearest ingress-shim.yaml', () => {
  const settings = (prune: boolean) =>
    `apiVersion: fn.kpt.dev/v1alpha1\nkind: IngressShim\nmetadata: {name: shim}\nspec: {prune: ${prune}, resources: [nowhere.yaml]}\n`
  const leftover = ['certificate-leftover']
  const files = { 'a/i.yaml': ingress('web'), 'a/c.yaml': `${certificate('web')}---\n${certificate('old')}` }
  test.each<
    readonly [
      name: string,
      more: Readonly<Record<string, string>>,
      args: readonly string[],
      rules: readonly string[],
    ]
  >([
    ['at the path', { 'a/ingress-shim.yaml': settings(false) }, [], []],
    ['above the path, up to the folder that holds .git', { 'ingress-shim.yaml': settings(false) }, [], []],
    [
      'the nearest of two',
      { 'ingress-shim.yaml': settings(false), 'a/ingress-shim.yaml': settings(true) },
      [],
      leftover,
    ],
    [
      'none, where the call has a functionConfig',
      { 'a/ingress-shim.yaml': settings(false) },
      ['-d', 'prune=true'],
      leftover,
    ],
  ])('%s', (_name, more, args, rules) => {
    const cwd = folderOf({ ...files, ...more })
    const { stdout } = runCommand(['check', 'a', ...args], { cwd })
    expect(rulesOf(stdout).map((line) => line.split(' ')[1])).toEqual(rules)
  })
})
