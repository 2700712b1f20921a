import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, temporaryDirectory } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'
import { describeWith } from '../e2e/programs.ts'
import { type Trace, traced } from './trace.ts'

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {cert-manager.io/issuer: ca}}
spec: {tls: [{hosts: [example.com], secretName: web-tls}]}
`
const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const list = `${head}items:\n- ${ingress.trim().replaceAll('\n', '\n  ')}\n`
const settings = (spec: string) => `apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata: {name: ingress-shim}
spec: ${spec}
`
const functionConfig = (spec: string) =>
  `functionConfig:\n  ${settings(spec).trim().replaceAll('\n', '\n  ')}\n`

/** The working directory of each call; beside them are files and folders that no call names. */
const files = {
  'ingress-shim.yaml': settings('{defaultIssuerName: ca}'),
  'settings.yaml': settings('{}'),
  'list.yaml': list,
  'app/ingress.yaml': ingress,
  'app/sub/certificate.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: web-tls}\n',
  'app/kustomization.yaml':
    'resources: [ingress.yaml, ../other/secret.yaml]\npatches: [{path: ../other/patch.yaml}]\n',
  'app/notes.txt': 'Not read.',
  'app/.hidden/ingress.yaml': ingress,
  'app/node_modules/ingress.yaml': ingress,
  'other/secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: web-tls}\n',
  'other/patch.yaml': ingress,
}
const app = ['app', 'app/ingress.yaml', 'app/kustomization.yaml', 'app/sub', 'app/sub/certificate.yaml']

interface Call {
  readonly name: string
  readonly args: readonly string[]
  readonly input?: string
  /** What it reads and writes. */
  readonly reads?: readonly string[]
  readonly writes?: readonly string[]
}

const calls: readonly Call[] = [
  { name: 'a list', args: [], input: list },
  {
    name: 'a list whose annotations name files',
    args: [],
    input: list.replace(
      'annotations: {',
      'annotations: {config.kubernetes.io/path: ../../other/secret.yaml, ',
    ),
  },
  { name: 'a stream', args: [], input: ingress },
  { name: 'check of a stream', args: ['check', '-'], input: ingress, reads: ['ingress-shim.yaml'] },
  {
    name: 'a generator',
    args: [],
    input: `${head}${functionConfig('{resources: [app/ingress.yaml]}')}items: []\n`,
    reads: ['app/ingress.yaml'],
  },
  {
    name: 'a generator that names a file outside',
    args: [],
    input: `${head}${functionConfig('{resources: [../secret.yaml]}')}items: []\n`,
  },
  {
    name: 'a generator that names a link to a file outside',
    args: [],
    input: `${head}${functionConfig('{resources: [link.yaml]}')}items: []\n`,
  },
  {
    name: 'files that the call names',
    args: ['-i', 'list.yaml', '-f', 'settings.yaml', '-o', 'out.yaml', '--format', 'sarif:out.sarif'],
    reads: ['list.yaml', 'settings.yaml'],
    writes: ['out.sarif', 'out.yaml'],
  },
  {
    name: 'one file for input and output',
    args: ['-i', 'list.yaml', '-o', 'list.yaml'],
    reads: ['list.yaml'],
    writes: ['list.yaml'],
  },
  { name: 'check', args: ['check', '--rendered', 'app'], reads: [...app, 'ingress-shim.yaml'] },
  {
    name: 'write',
    args: ['write', 'app'],
    reads: [...app, 'ingress-shim.yaml'],
    writes: ['app/certificate_web-tls.yaml'],
  },
  {
    name: 'write without writing',
    args: ['write', '--dry-run', '--diff', 'app'],
    reads: [...app, 'ingress-shim.yaml'],
  },
  { name: 'explain', args: ['explain', 'issuer-missing'] },
  { name: 'schema', args: ['schema'] },
  { name: 'a wrong call', args: ['--wrong'] },
]

function workingDirectory(): string {
  const root = temporaryDirectory()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'here', name)), { recursive: true })
    writeFileSync(join(root, 'here', name), text)
  }
  writeFileSync(join(root, 'secret.yaml'), ingress)
  symlinkSync('../secret.yaml', join(root, 'here/link.yaml'))
  symlinkSync('../../secret.yaml', join(root, 'here/app/sub/link.yaml'))
  return join(root, 'here')
}

/** What the system says of the process, and what its loader reads of libraries. */
const ofTheSystem = /^\/(?:proc\/self|sys\/fs\/cgroup|(?:usr\/)?lib(?:64)?)\/|^\/etc\/ld\.so\./

/** A file is written beside its place, and then put there. */
const withoutSuffix = (path: string) => path.replace(/\.\d+\.tmp$/, '')

function seenIn(directory: string, trace: Trace, ownFiles: ReadonlySet<string>) {
  const named = (paths: readonly string[]) => {
    const names = paths.filter((path) => !ownFiles.has(path)).map((path) => relative(directory, path))
    return [...new Set(names)].sort()
  }
  return {
    reads: named(trace.read.filter((path) => !ofTheSystem.test(path))),
    writes: named(trace.written.map(withoutSuffix)),
    network: trace.network,
    processes: trace.processes,
  }
}

function itTouchesNothingElse(program: readonly string[], ownFiles: () => ReadonlySet<string>): void {
  it.each(calls)('$name', ({ args, input = '', reads = [], writes = [] }) => {
    const cwd = workingDirectory()
    const trace = traced([...program, ...args], { cwd, input })
    expect(trace.stderr).not.toMatch(/strace|ptrace/)
    expect(seenIn(cwd, trace, ownFiles())).toEqual({
      reads: [...reads].sort(),
      writes: [...writes].sort(),
      network: [],
      processes: [],
    })
  })
}

describeWith('strace', 'no file but those of the call, no connection and no other program:', () => {
  describe('in Node', () => {
    // What Node itself reads before it runs any script.
    const node = () => traced([process.execPath, '-e', ''], { cwd: '/' }).read
    // It maps its own file at times, and at times not.
    const always = [process.execPath, command, join(dirname(command), 'rules.json')]
    itTouchesNothingElse([process.execPath, command], () => new Set([...node(), ...always]))
  })

  describeExecutable('in the executable', () => {
    itTouchesNothingElse([executable], () => new Set())
  })
})
