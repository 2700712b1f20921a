import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/command/command.ts'
import { MemoryHost } from '../host/memory-host.ts'

const listOf = (duration: string) => `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: web
    annotations:
      cert-manager.io/issuer: ca
      cert-manager.io/duration: ${duration}
  spec:
    tls:
    - hosts: [example.com]
      secretName: web-tls
`
const good = listOf('2160h')
const wrong = listOf('ninety days')

/** Runs the command in a world that has nothing but this input and these files. */
async function run(host: MemoryHost) {
  const code = await runCommand(host)
  return { code, stdout: host.written[1], stderr: host.written[2] }
}

describe('in any world, the command', () => {
  it('reads the standard input and writes the standard output', async () => {
    const { code, stdout, stderr } = await run(new MemoryHost([], good))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout?.startsWith(good)).toBe(true)
    expect(stdout).toContain('kind: Certificate')
  })

  it('says on the standard error what is wrong', async () => {
    const { code, stderr } = await run(new MemoryHost(['--check'], wrong))
    expect(code).toBe(1)
    expect(stderr).toMatch(/^<stdin>:10: error: Ingress web .*\n1 error; .*\n$/)
  })

  it('replaces a file by its new contents, and leaves no other behind', async () => {
    const host = new MemoryHost(['-i', 'list.yaml', '-o', 'list.yaml'])
    host.files.set('/work/list.yaml', good)
    expect(await run(host)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect([...host.files.keys()]).toEqual(['/work/list.yaml'])
    expect(host.files.get('/work/list.yaml')).toContain('kind: Certificate')
  })

  it.each(['createFile', 'rename'] as const)('keeps the old file where %s fails', async (call) => {
    const host = new MemoryHost(['-i', 'list.yaml', '-o', 'list.yaml'])
    host.files.set('/work/list.yaml', good)
    host.failing[call] = 'ENOSPC'
    expect(await run(host)).toEqual({
      code: 2,
      stdout: '',
      stderr: "krm-ingress-shim: Can't write list.yaml: no space is left on the device.\n",
    })
    expect([...host.files]).toEqual([['/work/list.yaml', good]])
  })

  it('ends quietly where the reader of its output went away', async () => {
    const host = new MemoryHost([], good)
    host.failing.write = 'EPIPE'
    expect(await run(host)).toEqual({ code: 141, stdout: '', stderr: '' })
  })

  it('says why the standard input cannot be read', async () => {
    const host = new MemoryHost([], good)
    host.failing.read = 'EISDIR'
    expect((await run(host)).stderr).toBe(
      "krm-ingress-shim: Can't read the standard input: it is a directory.\n",
    )
  })

  it('says where the licenses are, if they did not ship with it', async () => {
    const host = new MemoryHost(['--licenses'])
    expect([await runCommand(host), host.written[2]]).toEqual([
      2,
      'krm-ingress-shim: The licenses are in the file NOTICES.txt, which ships with the program and is not beside it.\n',
    ])
  })

  it('prints the help where a person sits at the standard input', async () => {
    const host = new MemoryHost()
    host.terminals.add(0)
    const { code, stdout, stderr } = await run(host)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Usage:')
  })

  it.each([
    ['on a terminal', {}, true],
    ['with NO_COLOR', { NO_COLOR: '1' }, false],
    ['on a terminal without colours', { TERM: 'dumb' }, false],
  ])('writes in colour %s: %o %s', async (_, variables, colored) => {
    const host = new MemoryHost(['--check'], wrong)
    host.terminals.add(2)
    Object.assign(host.variables, variables)
    expect((await run(host)).stderr?.includes('\u001b[31m')).toBe(colored)
  })

  it('names a place in the file of the user that an item came from', async () => {
    const file = wrong.slice(wrong.indexOf('- ') + 2).replaceAll('\n  ', '\n')
    const annotations = "annotations:\n      internal.config.kubernetes.io/path: 'web.yaml'"
    const host = new MemoryHost(['--check'], wrong.replace('annotations:', annotations))
    host.files.set('/work/web.yaml', file)
    expect((await run(host)).stderr).toMatch(/^web\.yaml:7: error: /)
  })
})
