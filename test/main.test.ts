import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { version } from '../package.json'
import { formats } from '../src/krm/results/formats/formats.ts'
import { command, runCommand, temporaryDirectory } from './command.ts'

const ingress = (annotations: string) => `- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: web # the name
    namespace: prod
    annotations: ${annotations}
  spec:
    tls:
      - hosts: ['example.com']
        secretName: web-tls
`

const list = (items: string, rest = '') => `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
${items}${rest}`

const good = list(ingress('{cert-manager.io/issuer: ca}'))
const wrong = list(ingress('{cert-manager.io/issuer: ca, cert-manager.io/duration: ninety days}'))
const plain = list(ingress('{}'))

describe('a list that can be read', () => {
  it('is written with its Certificates, quietly, and the exit code is 0', () => {
    const { code, stdout, stderr } = runCommand([], { input: good })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(parse(stdout).items).toMatchObject([
      { kind: 'Ingress' },
      { kind: 'Certificate', metadata: { name: 'web-tls' } },
    ])
  })

  it('comes back byte for byte where there is nothing to do', () => {
    expect(runCommand([], { input: plain })).toEqual({ code: 0, stdout: plain, stderr: '' })
  })

  it('comes back byte for byte the second time', () => {
    const { stdout } = runCommand([], { input: good })
    expect(runCommand([], { input: stdout })).toEqual({ code: 0, stdout, stderr: '' })
  })

  it('is written with its results where one is an error, and the exit code is 1', () => {
    const { code, stdout, stderr } = runCommand([], { input: wrong })
    expect(code).toBe(1)
    expect(parse(stdout).results).toMatchObject([
      {
        severity: 'error',
        resourceRef: { kind: 'Ingress', name: 'web', namespace: 'prod' },
        field: { path: 'metadata.annotations[cert-manager.io/duration]', currentValue: 'ninety days' },
        tags: { rule: 'invalid-annotation' },
      },
    ])
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        /: error: Ingress prod\/web metadata\.annotations\[cert-manager\.io\/duration\]: ./,
      ),
      '1 error; to read more: krm-ingress-shim explain invalid-annotation',
      '',
    ])
  })

  it.each([
    ['an Ingress', ingress('{cert-manager.io/issuer: ca, cert-manager.io/issuer: other}'), ''],
    [
      'the functionConfig',
      ingress('{cert-manager.io/issuer: ca}'),
      'functionConfig: {apiVersion: v1, apiVersion: v1}\n',
    ],
  ])('keeps both of two equal keys in %s, and an error says that they are there', (_, items, rest) => {
    const input = list(items, rest)
    const { code, stdout, stderr } = runCommand([], { input })
    expect(code).toBe(1)
    expect(stdout).toContain(items)
    expect(stdout).not.toContain('kind: Certificate')
    expect(stderr).toMatch(/: error: .*can't be relied on: the key .* appears twice/)
  })

  it('comes from a file and goes to a file', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'in.yaml'), good)
    const run = runCommand(['-i', 'in.yaml', '--output=out.yaml'], { cwd: directory })
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(directory, 'out.yaml'), 'utf8')).toBe(runCommand([], { input: good }).stdout)
    expect(readdirSync(directory).sort()).toEqual(['in.yaml', 'out.yaml'])
  })

  it('can be written over itself, which keeps the mode and the link of the file', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'list.yaml'), good)
    chmodSync(join(directory, 'list.yaml'), 0o640)
    symlinkSync('list.yaml', join(directory, 'link.yaml'))
    expect(runCommand(['-i', 'link.yaml', '-o', 'link.yaml'], { cwd: directory }).code).toBe(0)
    expect(readFileSync(join(directory, 'list.yaml'), 'utf8')).toContain('kind: Certificate')
    expect(statSync(join(directory, 'list.yaml')).mode & 0o777).toBe(0o640)
    expect(readdirSync(directory).sort()).toEqual(['link.yaml', 'list.yaml'])
  })

  it('can be written into a device, which stays one', () => {
    expect(runCommand(['-o', '/dev/null'], { input: good })).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  it('is read from a slow pipe that does not block', () => {
    const script = `(printf '%s' "$FIRST"; sleep 0.2; printf '%s' "$REST") | "$0" "$1"`
    const env = { ...process.env, FIRST: good.slice(0, 50), REST: good.slice(50) }
    const { stdout, status } = spawnSync('sh', ['-c', script, process.execPath, command], {
      env,
      encoding: 'utf8',
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: runCommand([], { input: good }).stdout })
  })
})

describe('the functionConfig of the call', () => {
  const auto = list(ingress('{kubernetes.io/tls-acme: "true"}'))
  const issuers = (yaml: string) =>
    parse(yaml).items.flatMap((item: { spec?: { issuerRef?: unknown } }) => item.spec?.issuerRef ?? [])

  it('is given as data', () => {
    const args = ['-d', 'defaultIssuerName=a=b', '--data', 'defaultIssuerKind=ClusterIssuer']
    expect(issuers(runCommand(args, { input: auto }).stdout)).toEqual([
      { name: 'a=b', kind: 'ClusterIssuer', group: 'cert-manager.io' },
    ])
  })

  it('is given as a file, and used in place of that of the list', () => {
    const directory = temporaryDirectory()
    const config = '{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, spec: {defaultIssuerName: file}}'
    writeFileSync(join(directory, 'shim.yaml'), config)
    const own = 'functionConfig: {apiVersion: v1, kind: ConfigMap, data: {defaultIssuerName: own}}\n'
    const { stdout } = runCommand(['-f', 'shim.yaml'], { cwd: directory, input: `${auto}${own}` })
    expect(issuers(stdout)).toMatchObject([{ name: 'file' }])
    expect(stdout).toContain(own)
  })

  it("can be cert-manager's own configuration file", () => {
    const directory = temporaryDirectory()
    const config = `
apiVersion: controller.config.cert-manager.io/v1alpha1
kind: ControllerConfiguration
logging:
  verbosity: 2
ingressShimConfig:
  defaultIssuerName: shared
  defaultIssuerKind: ClusterIssuer
`
    writeFileSync(join(directory, 'controller.yaml'), config)
    const { stdout } = runCommand(['-f', 'controller.yaml'], { cwd: directory, input: auto })
    expect(issuers(stdout)).toMatchObject([{ name: 'shared', kind: 'ClusterIssuer' }])
  })

  it('leaves the list as it is where it is wrong, and says so in an error', () => {
    const { code, stdout, stderr } = runCommand(['-d', 'defaultIsuerName=ca'], { input: good })
    expect(code).toBe(1)
    expect(stdout.startsWith(good)).toBe(true)
    expect(parse(stdout).results).toMatchObject([
      {
        severity: 'error',
        field: { path: 'data.defaultIsuerName', proposedValue: 'defaultIssuerName' },
        tags: { rule: 'function-config-invalid' },
      },
    ])
    expect(stderr).toBe(
      '<command line>: error: data.defaultIsuerName: This is not a known setting, so it would do nothing. Did you mean defaultIssuerName? [function-config-invalid]\n1 error; to read more: krm-ingress-shim explain function-config-invalid\n',
    )
  })
})

describe('help', () => {
  it.each(['--help', '-h'])('%s prints it, with examples', (arg) => {
    const { code, stdout, stderr } = runCommand([arg])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^krm-ingress-shim: /)
    expect(stdout).toContain('kpt fn eval')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each(['--version', '-v'])('%s prints the version', (arg) => {
    expect(runCommand([arg])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })
})

describe('input that is not a list', () => {
  it.each([
    ['nothing at all', '', /empty/],
    ['broken YAML', 'a: [b\nc: }', /./],
    ['a list that is cut in the middle of a quoted text', `${good.slice(0, good.indexOf("com'"))}`, /./],
    [
      'another kind of that group',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceLst\n',
      /Did you mean ResourceList/,
    ],
    ['a plain string', 'hello', /ResourceList/],
    [
      'items that are not a list',
      'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: web\n',
      /items/,
    ],
    ['an item that is a string', list('- web\n'), /Item 0/],
    ['an item that is a list', list('- - web\n'), /Item 0/],
    ['bytes that are not UTF-8', new Uint8Array([0xff, 0xfe, 0x00, 0x61]), /./],
  ])('%s: exit code 2, one message, nothing on stdout', (_, input, message) => {
    const { code, stdout, stderr } = runCommand([], { input })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^krm-ingress-shim: .+\n$/)
    expect(stderr).not.toMatch(/bug|^ {4}at /m)
    expect(stderr).toMatch(message)
  })

  it('leaves the file that was to be written alone', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'list.yaml'), 'not a list')
    expect(runCommand(['-i', 'list.yaml', '-o', 'list.yaml'], { cwd: directory }).code).toBe(2)
    expect(readFileSync(join(directory, 'list.yaml'), 'utf8')).toBe('not a list')
    expect(readdirSync(directory)).toEqual(['list.yaml'])
  })
})

describe('a call that is wrong', () => {
  it.each([
    [['--outptu', 'x'], 'Unknown option --outptu. Did you mean --output?'],
    [['-x'], 'Unknown option -x. See --help for the options.'],
    [
      ['--', '-x'],
      'Unknown command -x. Manifests are read from the standard input, or from a file with -i FILE; `krm-ingress-shim check PATH` checks files and folders.',
    ],
    [
      ['list.yaml'],
      'Unknown command list.yaml. Manifests are read from the standard input, or from a file with -i FILE; `krm-ingress-shim check PATH` checks files and folders.',
    ],
    [
      ['-'],
      'Unknown command -. Manifests are read from the standard input, or from a file with -i FILE; `krm-ingress-shim check PATH` checks files and folders.',
    ],
    [['explian', 'host-invalid'], 'Unknown command explian. Did you mean explain?'],
    [['explain', 'host-invlid'], 'There is no rule host-invlid. Did you mean host-invalid?'],
    [
      ['explain', 'nothing-like-it'],
      'There is no rule nothing-like-it. `krm-ingress-shim explain` lists all of them.',
    ],
    [['explain', 'a', 'b'], 'explain can\'t take "b" too. See `krm-ingress-shim help explain`.'],
    [['schema', 'a'], 'schema can\'t take "a" too. See `krm-ingress-shim help schema`.'],
    [['completion'], 'completion needs the name of a shell: bash, zsh, fish.'],
    [['completion', 'bsh'], 'completion can be bash, zsh, fish, but not "bsh". Did you mean bash?'],
    [
      ['explain', '--check'],
      'Unknown option --check. It is for a call without a command, which renders what it reads; see `krm-ingress-shim --help`.',
    ],
    [
      ['write', '.', '-oout.yaml'],
      'Unknown option -oout.yaml. It is for a call without a command, which renders what it reads; see `krm-ingress-shim --help`.',
    ],
    [['--rendered'], 'Unknown option --rendered. It is an option of check.'],
    [['inventory', '.', '--diff'], 'Unknown option --diff. It is an option of check and write.'],
    [['-qx'], 'Unknown option -x. See --help for the options.'],
    [['-i'], '--input needs a value.'],
    [['--output='], '--output needs a value.'],
    [['--version=2'], '--version takes no value.'],
    [['-i', 'a', '-i', 'b'], '--input can be given only once.'],
    [['--format', 'sarf'], `--format can be ${formats.join(', ')}, but not "sarf". Did you mean sarif?`],
    [['--format', 'sarif:'], '--format sarif: names no file behind the colon.'],
    [
      ['--format', 'sarif', '--format', 'json'],
      '--format sarif and --format json would both go to the same place. Give one of them a file: --format json:FILE.',
    ],
    [
      ['--format', 'sarif:x', '--results', 'y'],
      "--results y doesn't say which format it is for. Write the file behind each format: --format FORMAT:FILE.",
    ],
    [['--quiet', '--verbose'], '--quiet cannot be combined with --verbose.'],
    [['--color', 'yes'], '--color can be auto, always, never, but not "yes".'],
    [['--fail-on=never'], '--fail-on can be error, warning, info, but not "never".'],
    [['--check', '-o', 'x'], '--check writes no list, so it cannot be combined with --output.'],
    [['--check=yes'], '--check takes no value.'],
    [['-d', 'prune'], '-d prune sets nothing: write it as key=value.'],
    [['-d', '=false'], '-d =false sets nothing: write it as key=value.'],
    [['-d', 'a=b', '-f', 'x'], '-f cannot be combined with -d: there is only one functionConfig.'],
    [['-i', 'missing.yaml'], "Can't read missing.yaml: there is no such file or directory."],
    [['-i', '.'], "Can't read .: it is a directory."],
    [['-f', 'missing.yaml'], "Can't read missing.yaml: there is no such file or directory."],
    [
      ['-f', 'broken.yaml'],
      'Can\'t read the functionConfig in broken.yaml: line 2, column 1: missing closing "quote. Fix it and try again.',
    ],
    [['-f', 'two.yaml'], 'two.yaml has 2 YAML documents, but a functionConfig is a single document.'],
    [['-o', 'missing/out.yaml'], "Can't write missing/out.yaml: there is no such file or directory."],
    [['-o', 'directory'], "Can't write directory: it is a directory."],
    [['-o', 'two.yaml/out.yaml'], "Can't write two.yaml/out.yaml: a part of its path is not a directory."],
  ])('%j: exit code 2, one message, nothing on stdout', (args, message) => {
    const directory = temporaryDirectory()
    mkdirSync(join(directory, 'directory'))
    writeFileSync(join(directory, 'two.yaml'), 'a: 1\n---\nb: 2\n')
    writeFileSync(join(directory, 'broken.yaml'), 'kind: "IngressShim\n')
    expect(runCommand(args, { cwd: directory, input: good })).toEqual({
      code: 2,
      stdout: '',
      stderr: `krm-ingress-shim: ${message}\n`,
    })
    expect(readdirSync(directory).sort()).toEqual(['broken.yaml', 'directory', 'two.yaml'])
  })
})

describe('a bug', () => {
  it('is called one, without a stack trace, and nothing is written', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'break.cjs'), 'Object.hasOwn = () => { throw new TypeError("broken") }')
    const { code, stdout, stderr } = runCommand([], {
      input: good,
      env: { NODE_OPTIONS: `--require ${directory}/break.cjs` },
    })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      `krm-ingress-shim: This is a bug in krm-ingress-shim ${version}: broken. Please report it with the smallest list that shows it, with Secrets taken out.\n`,
    )
  })
})

describe('a reader that goes away', () => {
  it('ends the command quietly, with the code that a broken pipe gives', async () => {
    const padding = `- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {a: ${'x'.repeat(1 << 20)}}}\n`
    const child = spawn(process.execPath, [command], { stdio: ['pipe', 'pipe', 'pipe'] })
    let stderr = ''
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.stdout.destroy()
    child.stdin.end(list(padding))
    const code = await new Promise((done) => child.on('close', done))
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' })
  })
})

describe('a terminal', () => {
  const inTerminal = (line: string) =>
    spawnSync('script', ['-qec', line, '/dev/null'], {
      encoding: 'utf8',
      input: '',
      timeout: 20_000,
      env: { ...process.env, TERM: 'xterm', NO_COLOR: '' },
    })
  const hasScript = spawnSync('script', ['--version']).status === 0

  it.runIf(hasScript)('gets the help where no input is given, in place of a wait', () => {
    const { stdout, status } = inTerminal(`${process.execPath} ${command}`)
    expect(stdout).toContain('Usage:')
    expect(status).toBe(2)
  })

  it.runIf(hasScript)('gets colours, unless NO_COLOR is set', () => {
    const directory = temporaryDirectory()
    writeFileSync(join(directory, 'list.yaml'), wrong)
    const line = `${process.execPath} ${command} -i ${directory}/list.yaml -o /dev/null`
    expect(inTerminal(line).stdout).toContain('\u001b[31merror\u001b[0m')
    expect(inTerminal(`NO_COLOR=1 ${line}`).stdout).not.toContain('\u001b')
  })
})
