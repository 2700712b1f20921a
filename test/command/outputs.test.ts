import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/krm/results/formats/formats.ts'
import { command, runCommand, temporaryDirectory } from '../command.ts'

const ingress = (name: string) => `- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: ${name}
    annotations: {cert-manager.io/issuer: ca}
  spec:
    rules: [{host: example.com}]
    tls: [{hosts: [example.com], secretName: ${name}-tls}]
`
const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${ingress('web')}`
const written = runCommand([], { input: list }).stdout

/** Runs a shell script in which `$shim` is the command, in a directory that has the list as `list.yaml`. */
function shell(script: string, directory = directoryWithList()) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, shim: `${process.execPath} ${command}` },
  })
  return { code: status, stdout, stderr }
}

function directoryWithList(): string {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'list.yaml'), list)
  return directory
}

const read = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8')

describe('an output', () => {
  it.each([
    ['the standard output by its name, a pipe', '$shim -o /dev/stdout < list.yaml | cat'],
    [
      'the standard output by its name, a file that others write too',
      '{ printf %s; $shim -o /dev/stdout < list.yaml; } > all; cat all',
    ],
    ['a dash', '$shim -o - < list.yaml'],
    ['a descriptor', '$shim -o /dev/fd/3 < list.yaml 3>&1'],
    ['a pipe with a name', 'mkfifo pipe; $shim -o pipe < list.yaml & cat pipe'],
  ])('can be %s', (_, script) => {
    expect(shell(script)).toEqual({ code: 0, stdout: written, stderr: '' })
  })

  it('is appended where the shell appends', () => {
    expect(shell('echo "# first" > all; $shim -o /dev/stdout < list.yaml >> all; cat all').stdout).toBe(
      `# first\n${written}`,
    )
  })

  it('makes the file that a dangling link names', () => {
    const directory = directoryWithList()
    mkdirSync(join(directory, 'sub'))
    symlinkSync('sub/second', join(directory, 'first'))
    symlinkSync('target.yaml', join(directory, 'sub/second'))
    expect(runCommand(['-i', 'list.yaml', '-o', 'first'], { cwd: directory }).code).toBe(0)
    expect(readlinkSync(join(directory, 'first'))).toBe('sub/second')
    expect(read(directory, 'sub/target.yaml')).toBe(written)
    expect(readdirSync(join(directory, 'sub')).sort()).toEqual(['second', 'target.yaml'])
  })

  it('does not replace a file that is read-only', () => {
    const directory = directoryWithList()
    writeFileSync(join(directory, 'out.yaml'), 'old')
    chmodSync(join(directory, 'out.yaml'), 0o444)
    expect(runCommand(['-i', 'list.yaml', '-o', 'out.yaml'], { cwd: directory })).toEqual({
      code: 2,
      stdout: '',
      stderr: "krm-ingress-shim: Can't write out.yaml: it is read-only.\n",
    })
    expect(read(directory, 'out.yaml')).toBe('old')
  })

  it('is the same file under all names of it', () => {
    const directory = directoryWithList()
    linkSync(join(directory, 'list.yaml'), join(directory, 'other.yaml'))
    expect(runCommand(['-i', 'list.yaml', '-o', 'list.yaml'], { cwd: directory }).code).toBe(0)
    expect(read(directory, 'other.yaml')).toBe(written)
    expect(statSync(join(directory, 'other.yaml')).nlink).toBe(2)
  })

  it('keeps a link to a device a link', () => {
    const directory = directoryWithList()
    symlinkSync('/dev/null', join(directory, 'nothing'))
    expect(runCommand(['-i', 'list.yaml', '-o', 'nothing'], { cwd: directory }).code).toBe(0)
    expect(lstatSync(join(directory, 'nothing')).isSymbolicLink()).toBe(true)
  })

  it.each([
    [
      'a full device',
      '$shim < list.yaml > /dev/full',
      "Can't write the standard output: no space is left on the device.",
    ],
    [
      'a full device by its name',
      '$shim -o /dev/full < list.yaml',
      "Can't write /dev/full: no space is left on the device.",
    ],
    ['a stream that is closed', '$shim < list.yaml >&-', "Can't write the standard output: it is closed."],
    [
      'help on a full device',
      '$shim --help > /dev/full',
      "Can't write the standard output: no space is left on the device.",
    ],
  ])('is never lost in silence: %s', (_, script, message) => {
    expect(shell(script)).toEqual({ code: 2, stdout: '', stderr: `krm-ingress-shim: ${message}\n` })
  })

  it.each([
    ['is thrown away on purpose', '$shim < list.yaml > /dev/null'],
    ['is not asked for, into a closed stream', '$shim --check < list.yaml >&-'],
  ])('is nothing to complain about where it %s', (_, script) => {
    expect(shell(script)).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('several outputs', () => {
  it('are all written', () => {
    const directory = directoryWithList()
    const args = formats.flatMap((format) => ['--format', `${format}:out.${format}`])
    expect(runCommand([...args, '-i', 'list.yaml', '-o', 'out.yaml'], { cwd: directory }).code).toBe(0)
    expect(readdirSync(directory).sort()).toEqual(
      ['list.yaml', 'out.yaml', ...formats.map((format) => `out.${format}`)].sort(),
    )
  })

  it.each([
    ['the folder of the list is missing', ['--results', 'out.txt', '-o', 'missing/out.yaml']],
    ['the folder of the results is missing', ['--results', 'missing/out.txt', '-o', 'out.yaml']],
    [
      'the second report is a directory',
      ['--format', 'json:out.json', '--format', 'text:.', '-o', 'out.yaml'],
    ],
  ])('leave nothing behind where %s', (_, args) => {
    const directory = directoryWithList()
    const { code, stderr } = runCommand(['-i', 'list.yaml', ...args], { cwd: directory })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^krm-ingress-shim: Can't write .*\n$/)
    expect(readdirSync(directory)).toEqual(['list.yaml'])
  })

  it('leave nothing behind where the standard output is full', () => {
    const directory = directoryWithList()
    expect(shell('$shim --results out.txt < list.yaml > /dev/full', directory).code).toBe(2)
    expect(readdirSync(directory)).toEqual(['list.yaml'])
  })

  it.each([
    [
      'the results and the list',
      '-i list.yaml -o x --results x',
      "x can't be both the output and the results as text",
    ],
    [
      'two ways to write one name',
      '-i list.yaml -o x --results ./x',
      "./x can't be both the output and the results as text",
    ],
    [
      'a link and its target',
      '-i list.yaml -o x --results link',
      "link can't be both the output and the results as text",
    ],
    [
      'results over the input',
      '-i list.yaml --results list.yaml',
      "list.yaml can't be both the input and the results as text",
    ],
    [
      'results over the input of the shell',
      '--results list.yaml < list.yaml',
      "list.yaml can't be both the input and the results as text",
    ],
    [
      'results over the output of the shell',
      '--results x < list.yaml > x',
      "x can't be both the output and the results as text",
    ],
    [
      'a list over its functionConfig',
      '-i list.yaml -f shim.yaml -o shim.yaml',
      "shim.yaml can't be both the functionConfig and the output",
    ],
    [
      'two reports',
      '--check -i list.yaml --format json:y --format sarif:y',
      "y can't be both the results as json and the results as sarif",
    ],
    [
      'results among the list',
      '-i list.yaml --format json:/dev/stdout',
      "/dev/stdout can't be both the output and the results as json",
    ],
  ])('are not written into one file: %s', (_, args, message) => {
    const directory = directoryWithList()
    writeFileSync(join(directory, 'shim.yaml'), '{apiVersion: v1, kind: ConfigMap}')
    symlinkSync('x', join(directory, 'link'))
    expect(shell(`$shim ${args}`, directory)).toEqual({
      code: 2,
      stdout: '',
      stderr: `krm-ingress-shim: ${message}. Give each a file of its own.\n`,
    })
    expect(read(directory, 'list.yaml')).toBe(list)
  })

  it('may all be thrown away', () => {
    expect(shell('$shim -i list.yaml -o /dev/null --results /dev/null').code).toBe(0)
  })
})
