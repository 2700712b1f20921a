import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runCommand } from './command.ts'
import { scenario } from './shim/scenario.ts'

/** Packages from cert-manager's documentation, which lie beside the project where it is developed. */
const packages = new URL('../../shared/real/', import.meta.url)

const certificate = `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: quickstart-example-tls
  annotations:
    ingress-shim.fn.kpt.dev/source: Ingress/kuard
spec:
  secretName: quickstart-example-tls
  issuerRef:
    name: letsencrypt-prod
    kind: Issuer
    group: cert-manager.io
  dnsNames:
  - example.example.com
  usages:
  - digital signature
  - key encipherment
`

const isHere = existsSync(packages)
const skipped = isHere ? '' : ' (skipped: they are not here)'

describe.skipIf(!isHere)(`the packages of cert-manager's tutorials${skipped}`, () => {
  test.each(['acme-tutorial', 'acme-tutorial-v1beta1'])(
    '%s gets the Certificate that its reader expects, and no other byte changes',
    (name) => {
      const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${textsOf(name).map(asItem).join('')}`
      const run = (input: string) => runCommand(['-d', 'deprecated-api=off'], { input })
      const { code, stdout } = run(list)
      expect(code).toBe(0)
      expect(stdout.startsWith(list)).toBe(true)
      const { items } = parse(stdout)
      expect(items).toHaveLength(parse(list).items.length + 1)
      expect(items.at(-1)).toEqual(parse(certificate))
      expect(run(stdout).stdout).toBe(stdout)
    },
  )

  test.each([
    ['acme-tutorial', []],
    ['acme-tutorial-v1beta1', ['warning deprecated-api apiVersion']],
  ])('%s: what an expert would say, and nothing else', (name, expected) => {
    expect(scenario(textsOf(name).join('\n---\n')).findings).toEqual(expected)
  })
})

function textsOf(name: string): readonly string[] {
  const folder = new URL(`${name}/`, packages)
  return readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
}

/** A manifest as an entry of a list, with its comments and trailing blanks; some are indented as a whole. */
function asItem(text: string): string {
  const margin = text.length - text.trimStart().length
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(margin))
  return `- ${lines.join('\n  ')}\n`
}
