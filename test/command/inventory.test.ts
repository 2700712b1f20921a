import { describe, expect, test } from 'vitest'
import { runCommand } from '../../src/command/command.ts'
import { MemoryHost } from '../host/memory-host.ts'

const ingress = (
  host: string,
  annotation = 'cert-manager.io/cluster-issuer: letsencrypt',
) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  annotations: {${annotation}}
spec:
  rules: [{host: ${host}}]
  tls:
  - hosts: [${host}]
    secretName: shop-tls
`

async function run(args: readonly string[], files: Readonly<Record<string, string>>, input = '') {
  const host = new MemoryHost(['inventory', ...args], input)
  for (const [name, text] of Object.entries(files)) host.files.set(`/work/${name}`, text)
  const code = await runCommand(host)
  return { code, stdout: host.written[1] ?? '', stderr: host.written[2] ?? '', files: host.files }
}

const shop = { 'shop.yaml': ingress('shop.example.com') }

describe('inventory writes', () => {
  test('Markdown to the standard output, and nothing else', async () => {
    const { code, stdout, stderr, files } = await run(['.'], shop)
    expect({ code, stderr, files: files.size }).toEqual({ code: 0, stderr: '', files: 1 })
    expect(stdout).toContain('| **new** | `shop.example.com` | — | `shop-tls` |')
    expect(stdout).toContain('`Ingress/shop`<br>`shop.yaml:10`')
  })

  test('several formats at once, to files of their own', async () => {
    const { stdout, files } = await run(['.', '--format', 'html:a.html', '--format', 'csv'], shop)
    expect(stdout).toMatch(/^host,state,.*\r\nshop\.example\.com,new,/)
    expect(files.get('/work/a.html')).toMatch(/^<!doctype html>/)
  })

  test('what is on the standard input', async () => {
    const { stdout } = await run(['-', '--format', 'json'], {}, ingress('piped.example.com'))
    expect(JSON.parse(stdout).certificates[0].sources[0]).toEqual({
      reference: 'Ingress/shop',
      location: { path: '<stdin>', line: 10 },
    })
  })

  test('several paths together, in the order in which they are named', async () => {
    const files = { 'b/i.yaml': ingress('b.example.com'), 'a/i.yaml': ingress('a.example.com') }
    const { stdout } = await run(['b', 'a', '--format', 'csv'], files)
    expect(stdout.match(/^\w\.example\.com/gm)).toEqual(['b.example.com', 'a.example.com'])
  })

  test('by the nearest settings, or those of the call', async () => {
    const files = { 'shop.yaml': ingress('shop.example.com', 'kubernetes.io/tls-acme: "true"') }
    const { stdout } = await run(['.', '-d', 'defaultIssuerName=corporate'], files)
    expect(stdout).toContain('`Issuer corporate`<br>from: default')
  })
})

describe('inventory says, on the standard error,', () => {
  const broken = { ...shop, 'broken.yaml': 'apiVersion: v1\nkind: Ingress\n  x: [' }
  const rejected = { 'shop.yaml': ingress('shop.example.com', 'cert-manager.io/issuer: ""') }

  test('which files are not in it', async () => {
    const { code, stderr } = await run(['.'], broken)
    expect(code).toBe(0)
    expect(stderr).toMatch(/^broken\.yaml: not in the inventory: /)
  })

  test('that errors are in the way, and how to see them', async () => {
    const { code, stdout, stderr } = await run(['.'], rejected)
    expect(code).toBe(0)
    expect(stdout).toContain('1 host without a certificate')
    expect(stderr).toBe('.: 1 error is in the way of Certificates; to see it: krm-ingress-shim check .\n')
  })

  test.each([[broken], [rejected]])('nothing of that with --quiet', async (files) => {
    expect((await run(['.', '--quiet'], files)).stderr).toBe('')
  })
})

test.each([
  ['no path', [], 'inventory needs a file or folder, such as `krm-ingress-shim inventory .`'],
  ['an empty path', [''], "inventory can't take an empty path."],
  ['a path that is not there', ['nowhere'], "Can't read nowhere: there is no such file or folder."],
  [
    'a format of results',
    ['.', '--format', 'sarif'],
    '--format can be markdown, csv, html, json, but not "sarif".',
  ],
  ['a format that is nearly one', ['.', '--format', 'htm'], 'Did you mean html?'],
  [
    'two formats in one place',
    ['.', '--format', 'csv', '--format', 'json'],
    'would both go to the same place',
  ],
  ['an option of check', ['.', '--fail-on', 'error'], 'Unknown option --fail-on.'],
  [
    'a file over what it reads',
    ['shop.yaml', '--format', 'csv:shop.yaml'],
    "shop.yaml can't be both the input and",
  ],
  ['settings that cannot be used', ['.', '-d', 'prun=true'], 'prun'],
])('inventory with %s is exit 2, and writes nothing', async (_name, args, message) => {
  const { code, stdout, stderr, files } = await run(args, shop)
  expect({ code, stdout, shop: files.get('/work/shop.yaml') }).toEqual({
    code: 2,
    stdout: '',
    shop: shop['shop.yaml'],
  })
  expect(stderr).toContain(message)
})

test('its help says what it takes and gives', async () => {
  const { code, stdout } = await run(['--help'], {})
  expect(code).toBe(0)
  expect(stdout).toContain('Usage: krm-ingress-shim inventory PATH…')
  expect(stdout).toContain('--format FORMAT[:FILE]')
})
