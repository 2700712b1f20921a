import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/command/command.ts'
import { MemoryHost } from '../host/memory-host.ts'

const listOf = (item: string) => `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${item}`

const ingress = ({
  annotations = '{cert-manager.io/issuer: ca}',
  tls = '[{hosts: [a.com], secretName: web}]',
}) =>
  listOf(`- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata: {name: web, annotations: ${annotations}}
  spec: {rules: [{host: a.com}], tls: ${tls}}
`)

const wrong = ingress({ annotations: '{cert-manager.io/issuer: ca, cert-manager.io/duration: x}' })
/** A warning, and no error. */
const doubtful = ingress({ tls: '[{hosts: [a.com], secretName: web}, {secretName: none}]' })
/** An info alone: nothing routes the host. */
const unrouted = ingress({ tls: '[{hosts: [a.com, b.com], secretName: web}]' })
const allInfos = ['-d', 'rules=tls-hosts-missing=info']
/** No Certificate at all, and one result. */
const skipped = ingress({ tls: '[{secretName: none}]' })

async function stderrOf(args: readonly string[], input: string, host = new MemoryHost(args, input)) {
  await runCommand(host)
  return host.written[2] ?? ''
}

describe('the user sees', () => {
  it.each<[sentence: string, args: string[], input: string, rules: string[]]>([
    ['an error', [], wrong, ['invalid-annotation']],
    ['a warning', [], doubtful, ['tls-hosts-missing']],
    ['no warning in a quiet run', ['-q'], doubtful, []],
    ['an error in a quiet run', ['--quiet'], wrong, ['invalid-annotation']],
    ['no info', [], unrouted, []],
    ['an info in a verbose run', ['--verbose'], unrouted, ['host-not-routed']],
    [
      'an info that is the only word on a source without Certificates',
      allInfos,
      skipped,
      ['tls-hosts-missing'],
    ],
    ['no such info where the source has a Certificate', allInfos, doubtful, []],
  ])('%s', async (_, args, input, rules) => {
    const stderr = await stderrOf(args, input)
    expect([...stderr.matchAll(/\[([a-z0-9-]+)\]$/gm)].map(([, rule]) => rule)).toEqual(rules)
  })

  it.each([
    ['always, by --color=always', ['--color=always'], {}, false, true],
    ['never, by --color=never', ['--color=never'], {}, true, false],
    ['on a terminal', ['--color=auto'], {}, true, true],
    ['not in a pipe', [], {}, false, false],
    ['not with NO_COLOR', [], { NO_COLOR: '1' }, true, false],
    ['even with NO_COLOR, by --color=always', ['--color', 'always'], { NO_COLOR: '1' }, true, true],
  ])('colours %s', async (_, args, variables, isTerminal, colored) => {
    const host = new MemoryHost(args, wrong)
    if (isTerminal) host.terminals.add(2)
    Object.assign(host.variables, variables)
    expect((await stderrOf(args, wrong, host)).includes('\u001b[')).toBe(colored)
  })

  it('nothing that could do harm in a message about the call', async () => {
    const stderr = await stderrOf(['-i', 'a\u202e\u009b\n::error::x'], '')
    expect(stderr).toBe(
      "krm-ingress-shim: Can't read a\\u{202e}\\u{9b}\\n::error::x: there is no such file or directory.\n",
    )
  })
})

describe('a result that is in the list already', () => {
  it('is not added again, and still counts', async () => {
    const first = new MemoryHost([], wrong)
    await runCommand(first)
    const once = first.written[1] ?? ''
    const second = new MemoryHost([], once)
    expect(await runCommand(second)).toBe(1)
    expect(second.written[1]).toBe(once)
  })
})

describe('explain', () => {
  it('prints the page of a rule', async () => {
    const host = new MemoryHost(['explain', 'host-invalid'])
    host.shipped['rules.json'] = JSON.stringify({ 'host-invalid': '# host-invalid\n' })
    expect([await runCommand(host), host.written[1]]).toEqual([0, '# host-invalid\n'])
  })

  it('prints the summary where the page is not at hand', async () => {
    const host = new MemoryHost(['explain', 'host-invalid'])
    await runCommand(host)
    expect(host.written[1]).toMatch(/^# host-invalid\n\n\*error\*: .+\n$/)
  })

  it('lists all rules with their severities', async () => {
    const host = new MemoryHost(['explain'])
    await runCommand(host)
    expect(host.written[1]).toMatch(/^host-not-covered +warning +A resource .+\.$/m)
  })
})
