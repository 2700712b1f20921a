import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { lineOfField } from '../../src/krm/yaml/field-line.ts'
import { type Step, stepsOf } from '../../src/krm/yaml/step.ts'

describe('the steps of a path', () => {
  it.each([
    ['', []],
    ['spec', ['spec']],
    ['spec.tls[1].secretName', ['spec', 'tls', 1, 'secretName']],
    ['spec.tls[1].hosts[0]', ['spec', 'tls', 1, 'hosts', 0]],
    [
      'metadata.annotations[cert-manager.io/duration]',
      ['metadata', 'annotations', 'cert-manager.io/duration'],
    ],
    ['metadata.annotations[]', ['metadata', 'annotations', '']],
    ['spec.rules.host-not-covered', ['spec', 'rules', 'host-not-covered']],
  ])('%s', (path, steps) => {
    expect(stepsOf(path)).toEqual(steps)
  })
})

const ingress = `# The shop.
apiVersion: networking.k8s.io/v1

kind: Ingress
metadata:
  # annotations: not these
  labels: {annotations: nor these}
  annotations:
    text: |
      duration: in a text
    "quoted": a
    'single' : b
    duration: c # this one
    duration-more: d
spec:
  tls:
  - hosts:
    - a.example.com
    -   b.example.com
    secretName: one
  -
    secretName: two
  - secretName: three
    hosts: [c.example.com, d.example.com]
  rules:
    - host: a.example.com
    - # a comment
      host: b.example.com
`

describe('the line of a field', () => {
  it.each([
    ['metadata', 5],
    ['metadata.annotations', 8],
    ['metadata.annotations[quoted]', 11],
    ['metadata.annotations[single]', 12],
    ['metadata.annotations[duration]', 13],
    ['spec.tls[0]', 17],
    ['spec.tls[0].hosts', 17],
    ['spec.tls[0].hosts[1]', 19],
    ['spec.tls[0].secretName', 20],
    ['spec.tls[1].secretName', 22],
    ['spec.tls[2].secretName', 23],
    ['spec.rules[0].host', 26],
    ['spec.rules[1].host', 28],
  ])('%s', (path, line) => {
    expect(lineOfField(ingress.split('\n'), 1, stepsOf(path))).toMatchObject({ number: line, isThere: true })
  })

  it.each([
    ['the whole resource', '', 2],
    ['a field that is missing', 'metadata.annotations[missing]', 8],
    ['a field of a field that is missing', 'status.conditions[0]', 2],
    ['an entry that is missing', 'spec.tls[3].hosts', 16],
    ['an entry of a list in flow style', 'spec.tls[2].hosts[1]', 24],
    ['an entry of what is no list', 'metadata[0]', 5],
    ['a key that JavaScript has too', 'metadata.__proto__', 5],
  ])('is that of the nearest one around it for %s', (_, path, line) => {
    expect(lineOfField(ingress.split('\n'), 1, stepsOf(path)).number).toBe(line)
  })

  it('is counted from where the document begins in its file', () => {
    expect(lineOfField(ingress.split('\n'), 101, ['kind']).number).toBe(104)
  })

  it.each([
    ['no lines', ''],
    ['lines without text', '\n  \n# a comment\n'],
  ])('is the first where the document has %s', (_, text) => {
    expect(lineOfField(text.split('\n'), 7, ['kind'])).toEqual({ number: 7, text: '', isThere: false })
  })

  it.each([
    ['an Ingress of an example', readFileSync('examples/ingress/ingress.yaml', 'utf8')],
    ['a Deployment of an example', readFileSync('examples/ingress/deployment.yaml', 'utf8')],
    ['an issuer of an example', readFileSync('examples/ingress/issuer.yaml', 'utf8')],
    ['a Certificate of an example', readFileSync('examples/ingress/certificate_shop-tls.yaml', 'utf8')],
    ['lines that end as on Windows', ingress.replaceAll('\n', '\r\n')],
  ])('is what yaml finds, for every field of %s', (_, text) => {
    const fields = fieldsByYaml(text)
    expect(fields.length).toBeGreaterThan(5)
    expect(fields.map(([steps]) => [steps, lineOfField(text.split('\n'), 1, steps).number])).toEqual(fields)
  })
})

/** Every field that doesn't stand in a collection in flow style, and its line. */
function fieldsByYaml(text: string): [steps: Step[], line: number][] {
  const lines = new LineCounter()
  const fields: [Step[], number][] = []
  const visit = (node: unknown, steps: Step[]): void => {
    if (!isCollection(node) || node.flow) return
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (isScalar(key)) add([...steps, String(key.value)], key, value)
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) if (!isPair(item)) add([...steps, index], item, item)
    }
  }
  const add = (steps: Step[], at: unknown, value: unknown): void => {
    // The entry of a list begins at its dash, which yaml doesn't say: it may stand alone on a line above.
    const onOwnLine = isNode(at) && at.range ? lines.linePos(at.range[0]).line : 0
    if (typeof steps.at(-1) === 'string') fields.push([steps, onOwnLine])
    visit(value, steps)
  }
  visit(parseDocument(text, { lineCounter: lines }).contents, [])
  return fields
}
