import { expect, test } from 'vitest'
import { saysWhatCertificatesAre, sourcesNamedIn } from '../../src/shim/certificates/patched-source.ts'

test.each([
  ['/spec/tls', true],
  ['/spec/tls/0/hosts/-', true],
  ['/spec/listeners/0', true],
  ['/spec/servers', true],
  ['/spec/virtualhost/fqdn', true],
  ['/spec/host', true],
  ['/metadata/annotations/cert-manager.io~1duration', true],
  ['/metadata/annotations/acme.cert-manager.io~1http01-edit-in-place', true],
  ['/metadata/annotations', false],
  ['/metadata/annotations/example.com~1note', false],
  ['/spec', false],
  ['/spec/tlsOptions', false],
  ['/spec/hostname', false],
  ['/status/spec/tls', false],
])('a patch of %s says what Certificates are: %s', (pointer, expected) => {
  expect(saysWhatCertificatesAre(pointer)).toBe(expected)
})

test.each([
  ['Ingress/web', [{ kind: 'Ingress', name: 'web' }]],
  ['IngressRoute.traefik.io/web', [{ kind: 'IngressRoute', name: 'web' }]],
  ['HTTPProxy.projectcontour.io/prod/web', [{ kind: 'HTTPProxy', name: 'web' }]],
  [
    'Ingress/a, Ingress/b',
    [
      { kind: 'Ingress', name: 'a' },
      { kind: 'Ingress', name: 'b' },
    ],
  ],
])('%s names its sources', (madeFor, sources) => {
  expect(sourcesNamedIn(madeFor)).toEqual(sources)
})
