import { describe, expect, test } from 'vitest'
import { ingressShim } from '../../src/ingress-shim.ts'
import { at, isFields } from '../../src/manifest/manifest.ts'
import { annotation, foreignAnnotation } from '../../src/shim/annotations.ts'
import { certificateFields, type FieldTable } from '../../src/shim/certificates/edits/certificate-fields.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { applied } from '../apply-changes.ts'
import { annotationRows, keysOf } from './annotation-rows.ts'

const options: Options = {
  ...defaultOptions,
  defaultIssuerName: 'fallback',
  extraCertificateAnnotations: ['team'],
}

interface Given {
  readonly annotations?: Readonly<Record<string, string>>
  readonly labels?: Readonly<Record<string, string>>
  readonly hosts?: readonly string[]
}

function ingress({ annotations = {}, labels = {}, hosts = ['shop.example.com'] }: Given): object {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'shop', labels, annotations: { 'kubernetes.io/tls-acme': 'true', ...annotations } },
    spec: { tls: [{ hosts, secretName: 'shop-tls' }] },
  }
}

function route(annotations: Readonly<Record<string, string>>): object {
  return {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: { name: 'shop', annotations: { 'kubernetes.io/tls-acme': 'true', ...annotations } },
    spec: {
      host: 'shop.example.com',
      tls: { termination: 'edge', externalCertificate: { name: 'shop-tls' } },
    },
  }
}

/** The one Certificate of a list after a run. */
function certificateAfter(...items: readonly object[]): object {
  const manifests = items.map((object, position) => ({ object, position }))
  const [certificate, ...others] = applied(items, ingressShim(manifests, options).changes).slice(1)
  if (certificate === undefined || others.length > 0) throw new Error('There is not exactly one Certificate.')
  return certificate
}

/** What each field comes from: a source that asks for it, and one that doesn't. */
const cases: readonly (readonly [field: string, path: readonly string[], asking: object, others: object])[] =
  [
    ...annotationRows.map(
      ({ key, example, path }) =>
        [key, keysOf(path), ingress({ annotations: { [key]: example } }), ingress({})] as const,
    ),
    [
      'a label of the source',
      ['metadata', 'labels', 'app'],
      ingress({ labels: { app: 'shop' } }),
      ingress({ labels: { tier: 'web' } }),
    ],
    [
      'an extra annotation',
      ['metadata', 'annotations', 'team'],
      ingress({ annotations: { team: 'web' } }),
      ingress({}),
    ],
    [
      'annotations in the secret-template',
      ['spec', 'secretTemplate', 'annotations', 'a'],
      ingress({ annotations: { [annotation.secretTemplate]: '{"annotations": {"a": "b"}}' } }),
      ingress({ annotations: { [annotation.secretTemplate]: '{"annotations": {"c": "d"}}' } }),
    ],
    [
      'labels in the secret-template',
      ['spec', 'secretTemplate', 'labels', 'a'],
      ingress({ annotations: { [annotation.secretTemplate]: '{"labels": {"a": "b"}}' } }),
      ingress({ annotations: { [annotation.secretTemplate]: '{"labels": {"c": "d"}}' } }),
    ],
    [
      'an address among the hosts',
      ['spec', 'ipAddresses'],
      ingress({ hosts: ['shop.example.com', '192.0.2.1'] }),
      ingress({}),
    ],
    [
      'the URIs of a Route',
      ['spec', 'uris'],
      route({ [foreignAnnotation.uriSans]: 'spiffe://example.com/shop' }),
      route({}),
    ],
    ['the hosts', ['spec', 'dnsNames'], ingress({ hosts: ['a.example.com'] }), ingress({})],
  ]

describe.each(cases)('%s', (_field, path, asking, others) => {
  const wanted = certificateAfter(asking)

  test('is written to a new Certificate', () => {
    expect(at(wanted, ...path)).toBeDefined()
  })

  test('is added to a Certificate that was made without it', () => {
    expect(certificateAfter(asking, certificateAfter(others))).toEqual(wanted)
  })

  test('is set where somebody changed it', () => {
    expect(certificateAfter(asking, withField(wanted, path, 'changed'))).toEqual(wanted)
  })

  test('is set where somebody removed it', () => {
    expect(certificateAfter(asking, withField(wanted, path, undefined))).toEqual(wanted)
  })

  test('is removed or set back where the source no longer asks for it', () => {
    expect(certificateAfter(others, wanted)).toEqual(certificateAfter(others))
  })
})

test('every field of the table is set by one of these sources, or is in every Certificate', () => {
  const inAll = ['spec.secretName', 'spec.issuerRef.name', 'metadata.annotations']
  const covered = cases.map(([, path]) => path.join('.'))
  const missing = pathsOf(certificateFields).filter(
    (field) => !inAll.includes(field) && !covered.some((path) => `${path}.`.startsWith(`${field}.`)),
  )
  expect(missing).toEqual([])
})

test('URIs that somebody added stay where the source can’t ask for any', () => {
  const added = withField(certificateAfter(ingress({})), ['spec', 'uris'], ['spiffe://example.com/shop'])
  expect(certificateAfter(ingress({}), added)).toEqual(added)
})

test('the name of the Secret is set where somebody changed it', () => {
  const wanted = certificateAfter(ingress({}))
  const changed = withField(wanted, ['spec', 'secretName'], 'other')
  expect(certificateAfter(ingress({}), changed)).toEqual(wanted)
})

test.each([annotation.duration, annotation.renewBefore])('%s in other words is no change', (key) => {
  const source = ingress({ annotations: { [key]: '360h' } })
  const field = key === annotation.duration ? 'duration' : 'renewBefore'
  const reworded = withField(certificateAfter(source), ['spec', field], '21600m')
  expect(certificateAfter(source, reworded)).toEqual(reworded)
})

/** A copy with another value at a path, or without it. */
function withField(value: unknown, [key = '', ...rest]: readonly string[], field: unknown): object {
  const fields = isFields(value) ? value : {}
  const { [key]: before, ...others } = fields
  const after = rest.length === 0 ? field : withField(before, rest, field)
  return after === undefined ? others : { ...others, [key]: after }
}

function pathsOf(table: FieldTable, above: readonly string[] = []): readonly string[] {
  return Object.entries(table).flatMap(([key, form]) =>
    typeof form === 'string' ? [[...above, key].join('.')] : pathsOf(form, [...above, key]),
  )
}
