import { describe, expect, test } from 'vitest'
import { certificate, controlled, list, ours, quiet, spec } from './certificate.ts'
import { ingress, scenario } from './scenario.ts'

describe('a Certificate that no TLS block names any more', () => {
  const old = certificate({ name: 'old-tls', metadata: ours, body: spec.replace('web-tls', 'old-tls') })

  test.each([
    [
      'is removed where our annotation makes it ours',
      list(ingress(), old),
      ['create web-tls', 'remove old-tls'],
    ],
    [
      'is removed where its source has gone from the list',
      list(ingress({ name: 'other', annotations: 'x: y' }), old),
      ['remove old-tls'],
    ],
    ['stays where nothing in the list could be a source', old, []],
    [
      'stays where a resource that asks for nothing names its Secret',
      list(ingress({ annotations: 'x: y', tls: '[{secretName: old-tls}]' }), old),
      [],
    ],
    [
      'is removed where only a resource of another namespace names its Secret',
      list(ingress({ annotations: 'x: y', metadata: 'namespace: b', tls: '[{secretName: old-tls}]' }), old),
      ['remove old-tls'],
    ],
    [
      'stays where admission refuses the Certificate that its source wants instead',
      list(ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 1m' }), old),
      [],
    ],
    [
      'is removed where it is controlled by a source of the list',
      list(
        ingress(),
        certificate({
          name: 'old-tls',
          metadata: controlled('Ingress', 'web'),
          body: spec.replace('web-tls', 'old-tls'),
        }),
      ),
      ['create web-tls', 'remove old-tls'],
    ],
    [
      'stays where its controller is not in the list',
      list(
        ingress(),
        certificate({
          name: 'old-tls',
          metadata: controlled('Ingress', 'gone'),
          body: spec.replace('web-tls', 'old-tls'),
        }),
      ),
      ['create web-tls'],
    ],
    [
      'stays where nobody made it',
      list(ingress(), certificate({ name: 'old-tls', body: spec.replace('web-tls', 'old-tls') })),
      ['create web-tls'],
    ],
    [
      'stays where its source is wrong today',
      list(ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d' }), old),
      [],
    ],
    [
      'stays where a source of the list cannot even be named',
      list('{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: 1}', old),
      [],
    ],
    [
      'stays where a TLS block that is skipped still names it',
      list(ingress({ tls: '[{secretName: old-tls}]' }), old),
      [],
    ],
    [
      'stays where a source of another name names it',
      list(ingress({ name: 'other', tls: '[{hosts: [example.com], secretName: old-tls}]' }), old),
      ['update old-tls'],
    ],
    [
      'is removed where another of ours serves its Secret',
      list(ingress(), certificate({ name: 'renamed', metadata: ours }), certificate({ metadata: ours })),
      ['remove renamed'],
    ],
  ])('%s', (_name, input, changes) => {
    expect(scenario(input, quiet).changes).toEqual(changes)
  })

  test('stays with prune: false, without a word', () => {
    const { changes, findings } = scenario(list(ingress(), old), { prune: false })
    expect({ changes, findings }).toEqual({ changes: ['create web-tls'], findings: [] })
  })
})

describe('what is said of a Certificate that no source needs', () => {
  const old = certificate({ name: 'old-tls', metadata: ours, body: spec.replace('web-tls', 'old-tls') })
  const copy = certificate({ name: 'copy', metadata: ours })

  test.each([
    ['it is removed', list(ingress(), old), ['1 info certificate-removed']],
    [
      'another of ours serves its Secret: nothing else is said',
      list(ingress(), certificate({ metadata: ours }), copy),
      ['2 info certificate-removed spec.secretName'],
    ],
    [
      'it is kept for a resource that names its Secret',
      list(old, ingress({ annotations: 'x: y', tls: '[{secretName: web-tls}, {secretName: old-tls}]' })),
      ['1 warning certificate-kept spec.tls[1].secretName'],
    ],
    [
      'it is kept for a Gateway, to which ingress2gateway copies no annotations',
      list(
        old,
        '{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: web}, spec: {listeners: [{name: a, tls: {certificateRefs: [{name: old-tls}]}}]}}',
      ),
      ['1 warning certificate-kept spec.listeners[0].tls.certificateRefs[0].name'],
    ],
    ['it is kept where nothing could be a source', old, ['0 warning certificate-kept']],
    [
      'its source is rejected today: it stays without a word',
      list(ingress({ annotations: 'cert-manager.io/issuer: ca, cert-manager.io/duration: 90d' }), old),
      ['0 error invalid-annotation metadata.annotations[cert-manager.io/duration]'],
    ],
  ])('%s', (_name, input, said) => {
    const { findings, outcome } = scenario(input)
    expect(findings.map((finding, index) => `${outcome.findings[index]?.position} ${finding}`)).toEqual(said)
  })
})
