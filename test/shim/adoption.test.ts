import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { adoptionOf } from '../../src/shim/certificates/adoption.ts'

const owner = (kind = 'Ingress', controller = true) =>
  `[{apiVersion: networking.k8s.io/v1, kind: ${kind}, name: web, uid: u1, controller: ${controller}}]`
const manifest = (metadata: string, { rest = '', type = 'cert-manager.io/v1, kind: Certificate' } = {}) => ({
  position: 3,
  object: parse(`{apiVersion: ${type}, metadata: ${metadata}, spec: {secretName: web-tls}${rest}}`),
})
const command = (name: string, namespace = '') =>
  `kubectl patch certificate ${name}${namespace} --type json --patch '[{"op": "remove", "path": "/metadata/ownerReferences"}]'`

describe('a Certificate that the cluster made', () => {
  test('is taken over without what belongs to the cluster, and with our annotation', () => {
    const given = manifest(
      `{name: web-tls, namespace: prod, labels: {a: b}, annotations: {c: d, kubectl.kubernetes.io/last-applied-configuration: e}, ownerReferences: ${owner()}, creationTimestamp: f, deletionGracePeriodSeconds: 1, deletionTimestamp: g, generation: 2, managedFields: [], resourceVersion: h, selfLink: i, uid: j}`,
      { rest: ', status: {notAfter: k}' },
    )
    const removed = (...path: readonly string[]) => ({ path, value: undefined })
    expect(adoptionOf(given)).toEqual({
      adopted: {
        position: 3,
        object: parse(
          '{apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {name: web-tls, namespace: prod, labels: {a: b}, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web, c: d}}, spec: {secretName: web-tls}}',
        ),
      },
      edits: [
        removed('metadata', 'creationTimestamp'),
        removed('metadata', 'deletionGracePeriodSeconds'),
        removed('metadata', 'deletionTimestamp'),
        removed('metadata', 'generation'),
        removed('metadata', 'managedFields'),
        removed('metadata', 'ownerReferences'),
        removed('metadata', 'resourceVersion'),
        removed('metadata', 'selfLink'),
        removed('metadata', 'uid'),
        removed('metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration'),
        { path: ['metadata', 'annotations', 'ingress-shim.fn.kpt.dev/source'], value: 'Ingress/web' },
        removed('status'),
      ],
      finding: {
        rule: 'certificate-adopted',
        severity: 'info',
        message: `The cluster made this Certificate for Ingress/web, and would still delete it with that, since an apply leaves ownerReferences where they are. Before you delete Ingress/web, run: ${command('web-tls', ' --namespace prod')}`,
        position: 3,
        field: { path: 'metadata.ownerReferences' },
        alwaysShown: true,
      },
    })
  })

  test('keeps an annotation of ours that it has already', () => {
    const adoption = adoptionOf(
      manifest(
        `{name: web-tls, annotations: {ingress-shim.fn.kpt.dev/source: Ingress/old}, ownerReferences: ${owner()}}`,
      ),
    )
    expect(adoption?.edits).toEqual([{ path: ['metadata', 'ownerReferences'], value: undefined }])
    expect(adoption?.adopted.object).toHaveProperty(
      ['metadata', 'annotations', 'ingress-shim.fn.kpt.dev/source'],
      'Ingress/old',
    )
  })

  test.each([
    ['web-tls', '', command('web-tls')],
    ['web.tls_1', '', command('web.tls_1')],
    ['web-tls', '""', command('web-tls')],
    ['web-tls', '7', command('web-tls')],
    ['"a b"', '"; rm"', command("'a b'", " --namespace '; rm'")],
    [`"it's"`, '', command(String.raw`'it'\''s'`)],
    ['"a\\nb"', '', command("'a\nb'")],
    ['""', '', command("''")],
  ])('of the name %s in the namespace %s: the command takes both as words', (name, namespace, expected) => {
    const given = manifest(
      `{name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`}, ownerReferences: ${owner()}}`,
    )
    expect(adoptionOf(given)?.finding.message.split(', run: ')[1]).toBe(expected)
  })

  test.each([
    ['it has no controller', manifest('{name: web-tls}')],
    ['its owner is no controller', manifest(`{name: web-tls, ownerReferences: ${owner('Ingress', false)}}`)],
    ['its controller is no source', manifest(`{name: web-tls, ownerReferences: ${owner('Deployment')}}`)],
    [
      'it is something else',
      manifest(`{name: web-tls, ownerReferences: ${owner()}}`, { type: 'example.com/v1, kind: Certificate' }),
    ],
    [
      'it is of another kind',
      manifest(`{name: web-tls, ownerReferences: ${owner()}}`, { type: 'cert-manager.io/v1, kind: Issuer' }),
    ],
    ['it has no metadata', manifest('null')],
    ['it is no mapping', { position: 0, object: 'web' }],
    [
      'it cannot be relied on',
      { ...manifest(`{name: web-tls, ownerReferences: ${owner()}}`), problem: 'a duplicate key' },
    ],
  ])('is left alone where %s', (_sentence, given) => {
    expect(adoptionOf(given)).toBeUndefined()
  })
})
