import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { command, temporaryDirectory } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'

/** Evenly over the time of a run. More for a figure that is published: KILLS=200 npx vitest run test/host/killed.test.ts */
const kills = Number(process.env.KILLS ?? 40)
const atOnce = 4

const names = Array.from({ length: 200 }, (_, index) => `web-${index}`)
const ingress = (name: string, host: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: ${name}, annotations: {cert-manager.io/issuer: ca}}
spec: {tls: [{hosts: [${host}], secretName: ${name}-tls}]}
`
const outdated = (name: string) => `---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}-tls, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/${name}}}
spec: {secretName: ${name}-tls, issuerRef: {name: old}, dnsNames: [old.example.com]}
`

/** Two files that change, and one that is made. */
const files: Readonly<Record<string, string>> = {
  'first.yaml': names.map((name) => `---\n${ingress(name, 'a.example.com')}${outdated(name)}`).join(''),
  'second.yaml': names
    .map((name) => `---\n${ingress(`b-${name}`, 'b.example.com')}${outdated(`b-${name}`)}`)
    .join(''),
  'third.yaml': ingress('new', 'new.example.com'),
}

const calls = [
  { name: 'write', args: ['write', 'app'] },
  { name: '-i and -o of one file', args: ['-i', 'app/first.yaml', '-o', 'app/first.yaml'] },
]

function folderWithFiles(): string {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'app'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'app', name), text)
  return root
}

/** Runs the program to its end, or to the moment when it is killed; gives the milliseconds that it took. */
async function run(program: readonly string[], cwd: string, killAfter?: number): Promise<number> {
  const [file = '', ...args] = program
  const start = performance.now()
  const child = spawn(file, args, { cwd, stdio: 'ignore' })
  const end = new Promise((resolve) => child.on('close', resolve))
  if (killAfter !== undefined) await Promise.race([end, setTimeout(killAfter)])
  if (killAfter !== undefined) child.kill('SIGKILL')
  await end
  return performance.now() - start
}

const contentsOf = (root: string) =>
  new Map(readdirSync(join(root, 'app')).map((name) => [name, readFileSync(join(root, 'app', name), 'utf8')]))

/** Files that are neither what they were nor what they were to become; what a killed run left of a copy doesn't count. */
function halfWritten(root: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const now = [...contentsOf(root)].filter(([name]) => !/\.\d+\.tmp$/.test(name))
  const lost = [...before.keys()].filter((name) => !now.some(([other]) => other === name))
  const half = now.filter(([name, text]) => text !== before.get(name) && text !== after.get(name))
  return [...lost, ...half.map(([name]) => name)]
}

function itWritesAllOrNothing(program: readonly string[]): void {
  it.each(calls)(`$name, killed ${kills} times`, { timeout: 300_000 }, async ({ args }) => {
    const done = folderWithFiles()
    const before = contentsOf(done)
    const milliseconds = await run([...program, ...args], done)
    const after = contentsOf(done)
    expect(after).not.toEqual(before)

    const bad: string[] = []
    const original = folderWithFiles()
    const killed = async (index: number) => {
      const root = temporaryDirectory()
      cpSync(original, root, { recursive: true })
      await run([...program, ...args], root, ((index + 1) * milliseconds * 1.2) / kills)
      bad.push(...halfWritten(root, before, after))
    }
    for (let index = 0; index < kills; index += atOnce)
      await Promise.all(Array.from({ length: atOnce }, (_, next) => killed(index + next)))
    expect(bad).toEqual([])
  })
}

describe('a file is the old or the new one whenever the command is killed', () => {
  describe('in Node', () => itWritesAllOrNothing([process.execPath, command]))
  describeExecutable('in the executable', () => itWritesAllOrNothing([executable]))
})
