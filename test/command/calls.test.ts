import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand as runInWorld } from '../../src/command/command.ts'
import { formats } from '../../src/krm/results/formats/formats.ts'
import { command, runCommand, temporaryDirectory } from '../command.ts'
import { MemoryHost, systemError } from '../host/memory-host.ts'

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations: {cert-manager.io/issuer: ca}
spec:
  rules: [{host: a.com}]
  tls: [{hosts: [a.com], secretName: web-tls}]
`

function folder(): string {
  const root = temporaryDirectory()
  mkdirSync(join(root, '.git'))
  mkdirSync(join(root, 'empty'))
  writeFileSync(join(root, 'web.yaml'), ingress)
  return root
}

const printed = (...args: readonly string[]) => runCommand(args)

describe('the help', () => {
  it.each([
    ['help', '--help'],
    ['help check', 'check --help'],
    ['help completion', 'completion -h'],
  ])('%s is %s', (one, other) => {
    expect(printed(...one.split(' '))).toEqual(printed(...other.split(' ')))
  })

  it.each([
    ['check', ['--diff', '--rendered', '--fail-on'], ['--dry-run', '--output']],
    ['write', ['--diff', '--dry-run', '--function-config'], ['--rendered', '--input']],
    ['schema', ['--help'], ['--format']],
  ])('of %s has its options, and no others', (command, own, others) => {
    const { code, stdout } = printed('help', command)
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: krm-ingress-shim ${command}`)
    for (const option of own) expect(stdout).toContain(option)
    for (const option of others) expect(stdout).not.toContain(option)
  })

  it.each([[], ['check'], ['write'], ['completion']])('of %s is 80 columns wide at most', (...command) => {
    expect(
      Math.max(
        ...printed('help', ...command)
          .stdout.split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(80)
  })
})

describe('a call that makes no sense says what would', () => {
  it.each([
    ['chek .', 'Unknown command chek. Did you mean check?'],
    ['help chek', 'Unknown command chek. Did you mean check?'],
    ['help me', 'Unknown command me. `krm-ingress-shim help` lists all of them.'],
    [
      'web.yaml',
      'Unknown command web.yaml. Manifests are read from the standard input, or from a file with -i FILE; `krm-ingress-shim check PATH` checks files and folders.',
    ],
    ['check', 'check needs a file or folder, such as `krm-ingress-shim check .`'],
    ['check ', "check can't take an empty path. Is it a variable that isn't set?"],
    [
      'check . -',
      'The input is empty, where a ResourceList or a stream of manifests is expected. Did the program that writes it fail?',
    ],
    ['check . --format', '--format needs a value.'],
    ['check . --format xml', `--format can be ${formats.join(', ')}, but not "xml".`],
    ['check . --format sarif:', '--format sarif: names no file behind the colon.'],
    [
      'check . --format sarif --format sarif',
      '--format sarif and --format sarif would both go to the same place. Give one of them a file: --format sarif:FILE.',
    ],
    ['check . --format sarif:nowhere/x', "Can't write nowhere/x: there is no such file or directory."],
    [
      'check . --format sarif:x --format json:./x',
      "./x can't be both the results as sarif and the results as json. Give each a file of its own.",
    ],
    [
      'check web.yaml --format json:web.yaml',
      "web.yaml can't be both the input and the results as json. Give each a file of its own.",
    ],
    [
      'write . -f web.yaml --format json:web.yaml',
      "web.yaml can't be both the functionConfig and the results as json. Give each a file of its own.",
    ],
    ['check . -d', '--data needs a value.'],
    ['check . -d prune', '-d prune sets nothing: write it as key=value.'],
    ['check loop', "Can't read loop: its symbolic links form a loop."],
    ['check dangling', "Can't read dangling: there is no such file or folder."],
  ])('%s', (line, message) => {
    const cwd = folder()
    symlinkSync('loop', join(cwd, 'loop'))
    symlinkSync('nowhere', join(cwd, 'dangling'))
    const { code, stdout, stderr } = runCommand(line.split(' '), { cwd })
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: '',
      stderr: `krm-ingress-shim: ${message}\n`,
    })
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toBe(ingress)
  })
})

describe('a folder', () => {
  it.each(['check', 'write'])('without manifests is no mistake, but %s says so', (command) => {
    const said =
      'empty: there are no manifests here (*.yaml, *.yml, *.json, Kptfile, Kustomization), or a .krmignore leaves them out.\n'
    expect(runCommand([command, 'empty'], { cwd: folder() })).toEqual({ code: 0, stdout: '', stderr: said })
    expect(runCommand([command, 'empty', '--quiet'], { cwd: folder() }).stderr).toBe('')
  })

  it.each([
    [
      'a folder in it that may not be read',
      'list',
      'apps/web',
      'EACCES',
      "Can't read apps/web: permission denied.",
    ],
    [
      'a file in it that is gone when it is read',
      'readFile',
      'apps/web/i.yaml',
      'ENOENT',
      "Can't read apps/web/i.yaml: there is no such file or folder.",
    ],
  ] as const)('%s is named', async (_, call, path, code, message) => {
    const host = new MemoryHost(['check', 'apps'])
    host.files.set('/work/apps/web/i.yaml', ingress)
    const original = host[call].bind(host)
    const failing = (asked: string) => {
      if (asked === path) throw systemError(code)
      return original(asked)
    }
    Object.assign(host, { [call]: failing })
    expect([await runInWorld(host), host.written]).toEqual([
      2,
      { 1: '', 2: `krm-ingress-shim: ${message}\n` },
    ])
  })

  it('that is gone, and was the working directory, is named', () => {
    const script = 'mkdir gone; cd gone; rmdir ../gone; "$0" "$1" check .'
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, command], {
      cwd: folder(),
      encoding: 'utf8',
    })
    const said = "krm-ingress-shim: Can't read .: there is no such file or folder.\n"
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: said })
  })

  it('that holds a link to itself is walked through once', () => {
    const cwd = folder()
    symlinkSync('.', join(cwd, 'itself'))
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'))
    expect(
      runCommand(['check', '.', '--rendered'], { cwd }).stdout.match(/certificate-missing\]/g),
    ).toHaveLength(1)
  })
})

describe('write', () => {
  it('leaves all files as they are where one of them is read-only', () => {
    const cwd = folder()
    runCommand(['write', '.'], { cwd })
    const before = readFileSync(join(cwd, 'certificate_web-tls.yaml'), 'utf8')
    writeFileSync(
      join(cwd, 'web.yaml'),
      `${ingress.replaceAll('a.com', 'b.com')}---\n${ingress.replaceAll('web', 'api')}`,
    )
    chmodSync(join(cwd, 'certificate_web-tls.yaml'), 0o444)
    expect(runCommand(['write', '.'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: "krm-ingress-shim: Can't write certificate_web-tls.yaml: it is read-only.\n",
    })
    expect(readFileSync(join(cwd, 'certificate_web-tls.yaml'), 'utf8')).toBe(before)
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'certificate_web-tls.yaml', 'empty', 'web.yaml'])
  })
})

describe('a file in another encoding', () => {
  it.each([
    ['Windows line ends', ingress.replaceAll('\n', '\r\n'), 'certificate-missing'],
    ['a byte order mark', `\ufeff${ingress}`, 'certificate-missing'],
    ['UTF-16', Buffer.from(`\ufeff${ingress}`, 'utf16le'), 'file-unreadable'],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${ingress}`, 'utf16le').swap16(), 'file-unreadable'],
    ['Latin-1', Buffer.from(ingress.replace('a.com', 'b\u00fcro.com'), 'latin1'), 'file-unreadable'],
  ])('%s: %#', (_, bytes, rule) => {
    const cwd = folder()
    writeFileSync(join(cwd, 'web.yaml'), bytes)
    const { code, stdout } = runCommand(['check', '.', '--rendered'], { cwd })
    expect({ code, rules: stdout.match(/(?<=\[)[a-z-]+(?=\]$)/gm) }).toEqual({ code: 1, rules: [rule] })
  })
})

describe('check writes in colour', () => {
  it.each([
    ['where the standard output is a terminal', 1, true],
    ['and not into a file that is made of it, whatever the standard error is', 2, false],
  ])('%s', async (_, terminal, colored) => {
    const host = new MemoryHost(['check', 'web.yaml', '--rendered'])
    host.files.set('/work/web.yaml', ingress)
    host.terminals.add(terminal)
    await runInWorld(host)
    expect(host.written[1]?.includes('\u001b[')).toBe(colored)
  })
})
