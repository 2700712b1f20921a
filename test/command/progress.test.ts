import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/command/command.ts'
import { command, temporaryDirectory } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'
import { describeWith, runProgram } from '../e2e/programs.ts'
import { MemoryHost } from '../host/memory-host.ts'

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, annotations: {cert-manager.io/issuer: ca}}
spec: {rules: [{host: a.com}], tls: [{hosts: [a.com], secretName: web-tls}]}
`

/** What a terminal shows for good after the line was drawn, emptied and drawn again, and every line that was drawn. */
function shownBy(stderr: string) {
  const [first = '', ...later] = stderr.split('\r\u001b[K')
  const [cut, uncut] = ['\u001b[?7l', '\u001b[?7h']
  const drawn = later.filter((text) => text.startsWith(cut) && text.endsWith(uncut))
  return {
    left: first + (later.at(-1) ?? ''),
    drawn: drawn.map((text) => text.slice(cut.length, -uncut.length)),
  }
}

async function run(args: readonly string[], pace: number, variables: Readonly<Record<string, string>> = {}) {
  const host = new MemoryHost(args, `${ingress}---\n${ingress}`)
  host.pace = pace
  host.terminals.add(2)
  Object.assign(host.variables, variables)
  host.files.set('/work/broken.yaml', 'a: "b')
  await runCommand(host)
  return shownBy(host.written[2] ?? '')
}

describe('on a terminal, a run', () => {
  it('of more than a second says how far it is, and leaves nothing of it', async () => {
    const { left, drawn } = await run(['check', '-', '--fail-on', 'warning'], 500)
    expect({ left, drawn }).toEqual({
      left: '',
      drawn: ['Reading items: 1 of 2', 'Checking resources: 2', 'Finding the lines of results: 0 of 1'],
    })
  })

  it.each([
    ['of less than a second', [], 20, {}],
    ['with --quiet', ['--quiet'], 500, {}],
    ['on a terminal that can empty no line', [], 500, { TERM: 'dumb' }],
  ])('%s says nothing of it', async (_, args, pace, variables) => {
    expect((await run(['check', '-', ...args], pace, variables)).drawn).toEqual([])
  })

  it('empties the line before it says why it failed', async () => {
    const { left, drawn } = await run(['-i', 'broken.yaml'], 1000)
    expect(drawn).toEqual(['Reading items: 0 of 1'])
    expect(left).toMatch(/^krm-ingress-shim: The input looks cut off: /)
  })
})

const onTerminal = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))'

/** Runs a script with a terminal of its own, in a folder with a manifest and a pipe that takes a second to say another. */
function runOnTerminal(program: string, script: string) {
  const cwd = temporaryDirectory()
  writeFileSync(join(cwd, 'web.yaml'), ingress)
  const slowly = 'mkfifo pipe; (exec > pipe; sleep 1.2; echo "{apiVersion: v1, kind: ConfigMap, data: {}}") &'
  const args = ['-c', onTerminal, 'sh', '-c', `${slowly} "$1" ${script}`, 'sh', program]
  const { code, stdout } = runProgram('python3', args, cwd, { env: { TERM: 'xterm' } })
  return { code, ...shownBy(stdout) }
}

const onRealTerminals = (program: string) => () => {
  it.each([
    [
      'the function',
      '-i pipe > out.yaml',
      ['Reading items: 0 of 1', 'Checking resources: 0', 'Writing items'],
    ],
    ['check', 'check web.yaml pipe', ['Looking for resources in files: 0 of 2', 'Checking resources: 1']],
    [
      'write',
      'write . -f pipe',
      ['Looking for resources in files: 0 of 1', 'Checking resources: 1', 'Writing files: 1'],
    ],
  ])('%s', (_, script, drawn) => {
    expect(runOnTerminal(program, script)).toEqual({ code: 0, left: '', drawn })
  })

  it('nothing where the standard error is a file', () => {
    expect(runOnTerminal(program, 'check web.yaml pipe 2> log; cat log')).toEqual({
      code: 0,
      left: '',
      drawn: [],
    })
  })
}

describeWith(
  'python3',
  'on a real terminal, a slow run shows its line and leaves nothing of it:',
  onRealTerminals(command),
)

describeExecutable('the executable on a real terminal', () => {
  describeWith('python3', 'shows the same:', onRealTerminals(executable))
})
