import { afterAll, test } from 'vitest'
import { startReaders } from '../readers/readers.ts'
import { keepPromises } from './promises/promises.ts'

/* What `npm run fuzz` has found: each input once broke a promise. */

const { readers, missing, end } = startReaders()
afterAll(end)

const list = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n'
const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  annotations:
    cert-manager.io/issuer: ca
spec:
  tls:
  - hosts: [example.com]
    secretName: web-tls
`

function ingressAt(path: string): string {
  return ingress.replace('annotations:', `annotations:\n    internal.config.kubernetes.io/path: ${path}`)
}

function listOf(...items: readonly string[]): string {
  return `${list}items:\n${items.map((item) => `- ${item.trim().replaceAll('\n', '\n  ')}\n`).join('')}`
}

const finds: Readonly<Record<string, string>> = {
  'a block scalar whose text looks like a ResourceList': ` |+\n\n${listOf(ingress)}`,
  'a document that is a comment for yaml, since a carriage return alone ends that': '--- # c\r{kind: List}\r',
  'an anchor within what has an anchor of the same name': ingress
    .replace('[example.com]', '&x [&x example.com]')
    .concat('  - hosts: [*x]\n    secretName: other-tls\n'),
  'a Certificate that says what it is by an alias of another item': listOf(
    ingress,
    `apiVersion: cert-manager.io/v1
kind: &kind Certificate
metadata: {name: a-tls}
spec: {secretName: a-tls}
`,
    `apiVersion: cert-manager.io/v1
kind: *kind
metadata: {name: old-tls, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/old}}
spec: {secretName: old-tls}
`,
  ),
  'a key that is there twice in a functionConfig behind the results': `${listOf()}results: []
functionConfig:
  kind: IngressShim
  kind: IngressShim
`,
  'a source of a set with a path that leaves its package': listOf(
    ingressAt('../web.yaml'),
    ingressAt('a/web.yaml'),
  ),
}

test.each(Object.entries(finds))(`%s${missing}`, async (_name, input) => {
  const go = readers.filter(({ name }) => name === 'yaml.v2' || name === 'yaml.v3')
  await keepPromises(Buffer.from(input), go)
})
