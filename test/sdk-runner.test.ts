import { describe, expect, it } from 'vitest'
import { ingressShimFunc } from '../src/kpt.ts'
import { runCommand } from './command.ts'
import { FileFormat, parse, runFnWithConfigs, stringify } from './sdk.ts'

const list = `apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
  # Two items of one key, as a package has them while it is being rearranged.
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: z}, data: {copy: first}}
  - {apiVersion: v1, kind: ConfigMap, metadata: {name: z}, data: {copy: second}}
  - apiVersion: example.com/v1
    kind: Counter
    metadata:
      name: a # counts all
    spec:
      limit: 9007199254740993 # above 2^53
  - apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata:
      name: web
      annotations:
        cert-manager.io/issuer: ca
    spec:
      tls:
        - hosts: [example.com]
`

/** What the SDK's `run` does between its input and its output. */
async function throughTheSdk(input: string): Promise<string> {
  const configs = await parse(input, FileFormat.YAML)
  await runFnWithConfigs(ingressShimFunc, configs)
  return stringify(configs, FileFormat.YAML)
}

const throughTheCommand = async (input: string) => runCommand([], { input }).stdout

describe.each([
  { by: "the SDK's own runner", run: throughTheSdk, kept: false },
  { by: 'this command', run: throughTheCommand, kept: true },
])('one list, run by $by', ({ run, kept }) => {
  const keeps = kept ? 'keeps' : 'loses'

  it.each([
    ['comments', '# counts all'],
    ['the first of two items of one key', 'copy: first'],
    ['integers above 2^53', 'limit: 9007199254740993'],
    ["the specification's severity", 'severity: warning'],
  ])(`${keeps} %s`, async (_, text) => {
    const output = await run(list)
    if (kept) expect(output).toContain(text)
    else expect(output).not.toContain(text)
  })

  it(`${keeps} the order of the items`, async () => {
    const output = await run(list)
    expect(output.indexOf('name: z') < output.indexOf('name: a')).toBe(kept)
  })

  it('keeps the second of two items of one key', async () => {
    expect(await run(list)).toContain('copy: second')
  })
})

describe('what the SDK writes in place of it', () => {
  it.each([
    ['another integer', 'limit: 9007199254740992'],
    ['a severity that the specification does not have', 'severity: warn\n'],
  ])('%s', async (_, text) => {
    expect(await throughTheSdk(list)).toContain(text)
  })
})
