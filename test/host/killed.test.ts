import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groupedBy } from '../../src/manifest/grouped.ts'
import { command, temporaryDirectory } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'
import { describeWith } from '../e2e/programs.ts'

const ingress = (name: string, host = 'new.example.com') => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, annotations: {cert-manager.io/issuer: ca}}
spec: {tls: [{hosts: [${host}], secretName: ${name}-tls}]}
`
const certificate = (name: string) => `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}-tls, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/${name}}}
spec: {secretName: ${name}-tls, issuerRef: {name: old}, dnsNames: [old.example.com]}
`
/** Large enough to be written by several calls, as everything that a pipe or a disk takes in parts. */
const note = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: note}\ndata: {a: ${'a'.repeat(300_000)}}\n`

/** Files with Certificates that change, one whose Certificate goes, and one that gets its first. */
const files: Readonly<Record<string, string>> = {
  'first.yaml': [ingress('first'), certificate('first'), note].join('---\n'),
  'second.yaml': [note, certificate('second'), ingress('second')].join('---\n'),
  'third.yaml': ingress('third'),
  'fourth.yaml': certificate('fourth'),
}

const calls = [
  { name: 'write', args: ['write', 'app'] },
  { name: '-i and -o of one file', args: ['-i', 'app/first.yaml', '-o', 'app/first.yaml'] },
  {
    name: 'a report beside the output',
    args: ['-i', 'app/first.yaml', '-o', 'app/second.yaml', '--format', 'json:app/third.yaml'],
  },
]

/** The calls to the system by which a program changes a file that it has opened, or a folder. */
const changing =
  'write,writev,pwrite64,pwritev,ftruncate,fchmod,chmod,rename,renameat,renameat2,unlink,unlinkat'

function folderWithFiles(): string {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'app'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'app', name), text)
  return root
}

/** How often the thread that changes most does so; strace counts the calls of each thread for itself. */
function changesIn(program: readonly string[], cwd: string): number {
  const log = join(cwd, 'trace')
  spawnSync('strace', ['-f', '-qq', '-e', `trace=${changing}`, '-o', log, ...program], { cwd })
  const threads = readFileSync(log, 'utf8').match(/^\d+(?= +\w+\()/gm) ?? []
  const byThread = groupedBy(threads, (thread) => thread)
  return Math.max(...[...byThread.values()].map(({ length }) => length))
}

/** Runs the program until it is about to change something for the nth time. */
function runKilledAt(change: number, program: readonly string[], cwd: string): void {
  const kill = `inject=${changing}:signal=SIGKILL:when=${change}`
  spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${changing}`, '-e', kill, ...program], {
    cwd,
  })
}

const contentsOf = (root: string) =>
  new Map(readdirSync(join(root, 'app')).map((name) => [name, readFileSync(join(root, 'app', name), 'utf8')]))

/** Files that are neither what they were nor what they were to become; what a killed run left of a copy doesn't count. */
function halfWritten(root: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const names = new Set([...before.keys(), ...contentsOf(root).keys()])
  const now = contentsOf(root)
  return [...names]
    .filter((name) => !/\.\d+\.tmp$/.test(name))
    .filter((name) => now.get(name) !== before.get(name) && now.get(name) !== after.get(name))
}

function itWritesAllOrNothing(program: readonly string[]): void {
  it.each(calls)('$name', { timeout: 300_000 }, ({ args }) => {
    const call = [...program, ...args]
    const original = folderWithFiles()
    const before = contentsOf(original)
    const done = folderWithFiles()
    const changes = changesIn(call, done)
    const after = contentsOf(done)
    expect(after).not.toEqual(before)
    expect(changes).toBeGreaterThan(3)

    for (let change = 1; change <= changes; change += 1) {
      const root = temporaryDirectory()
      cpSync(original, root, { recursive: true })
      runKilledAt(change, call, root)
      expect(halfWritten(root, before, after), `killed at change ${change} of ${changes}`).toEqual([])
    }
  })
}

describeWith(
  'strace',
  'a file is the old or the new one, at whatever change of a file the command is killed',
  () => {
    describe('in Node', () => itWritesAllOrNothing([process.execPath, command]))
    describeExecutable('in the executable', () => itWritesAllOrNothing([executable]))
  },
)
