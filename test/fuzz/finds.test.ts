import { afterAll, test } from 'vitest'
import { startReaders } from '../readers/readers.ts'
import { annotatedIngress, resourceListOf } from './inputs/real.ts'
import { keepPromises } from './promises/promises.ts'

/* What `npm run fuzz` has found: each input once broke a promise. */

const { readers, missing, end } = startReaders()
afterAll(end)

function ingressAt(path: string): string {
  return annotatedIngress.replace(
    'annotations:',
    `annotations:\n    internal.config.kubernetes.io/path: ${path}`,
  )
}

const finds: Readonly<Record<string, string>> = {
  'a block scalar whose text looks like a ResourceList': ` |+\n\n${resourceListOf([annotatedIngress])}`,
  'a document that is a comment for yaml, since a carriage return alone ends that': '--- # c\r{kind: List}\r',
  'an anchor within what has an anchor of the same name': annotatedIngress
    .replace('[example.com]', '&x [&x example.com]')
    .concat('  - hosts: [*x]\n    secretName: other-tls\n'),
  'a Certificate that says what it is by an alias of another item': resourceListOf([
    annotatedIngress,
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
  ]),
  'a key that is there twice in a functionConfig behind the results': `${resourceListOf([])}results: []
functionConfig:
  kind: IngressShim
  kind: IngressShim
`,
  'a key that is too long for YAML, in an item that nobody reads until it is the last one': resourceListOf([
    annotatedIngress.replace(/tls:[\s\S]*/, 'tls: []\n'),
    `kind: ConfigMap\napiVersion: v1\ndata:\n  ${'k'.repeat(1100)}: "\ufeffx"\n`,
    `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: old, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/gone}}
spec: {secretName: old}
`,
  ]),
  'a source of a set with a path that leaves its package': resourceListOf([
    ingressAt('../web.yaml'),
    ingressAt('a/web.yaml'),
  ]),
}

test.each(Object.entries(finds))(`%s${missing}`, async (_name, input) => {
  const go = readers.filter(({ name }) => name === 'yaml.v2' || name === 'yaml.v3')
  await keepPromises(Buffer.from(input), go)
})
