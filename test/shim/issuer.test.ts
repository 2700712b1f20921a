import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { at } from '../../src/manifest/manifest.ts'
import { readInventory } from '../../src/shim/inventory.ts'
import { defaultOptions, type Options } from '../../src/shim/options.ts'
import { ingress, scenario } from './scenario.ts'

function issuerRef(annotations: string, options: Partial<Options> = {}): unknown {
  const change = scenario(ingress({ annotations }), options).outcome.changes[0]
  return at(change, 'item', 'spec', 'issuerRef')
}

describe('which issuer a Certificate gets', () => {
  test.each([
    [
      'issuer names an Issuer of cert-manager',
      'cert-manager.io/issuer: ca',
      {},
      { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
    ],
    [
      'cluster-issuer names a ClusterIssuer',
      'cert-manager.io/cluster-issuer: le',
      {},
      { name: 'le', kind: 'ClusterIssuer', group: 'cert-manager.io' },
    ],
    [
      'issuer-kind and issuer-group go with issuer',
      'cert-manager.io/issuer: pca, cert-manager.io/issuer-kind: AWSPCAIssuer, cert-manager.io/issuer-group: awspca.cert-manager.io',
      {},
      { name: 'pca', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' },
    ],
    [
      'the defaults serve an auto annotation',
      'kubernetes.io/tls-acme: "true"',
      { defaultIssuerName: 'le', defaultIssuerKind: 'ClusterIssuer' },
      { name: 'le', kind: 'ClusterIssuer', group: 'cert-manager.io' },
    ],
    [
      'issuer wins over the default name and kind, and keeps the default group',
      'cert-manager.io/issuer: ca',
      { defaultIssuerName: 'le', defaultIssuerKind: 'ClusterIssuer', defaultIssuerGroup: 'example.com' },
      { name: 'ca', kind: 'Issuer', group: 'example.com' },
    ],
    [
      'an empty kind and group are left out',
      'cert-manager.io/issuer: ca, cert-manager.io/issuer-kind: "", cert-manager.io/issuer-group: ""',
      {},
      { name: 'ca' },
    ],
  ])('%s', (_name, annotations, options, expected) => {
    expect(issuerRef(annotations, options)).toEqual(expected)
  })
})

describe('issuer annotations that are wrong', () => {
  test.each([
    [
      'an auto annotation without a default issuer',
      'kubernetes.io/tls-acme: "true"',
      ['error issuer-undetermined metadata.annotations[cert-manager.io/cluster-issuer]'],
    ],
    [
      'issuer together with cluster-issuer',
      'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b',
      ['error issuer-conflict metadata.annotations[cert-manager.io/issuer]'],
    ],
    [
      'cluster-issuer together with issuer-kind and issuer-group, each reported',
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer-kind: Issuer, cert-manager.io/issuer-group: example.com',
      [
        'error issuer-conflict metadata.annotations[cert-manager.io/issuer-group]',
        'error issuer-conflict metadata.annotations[cert-manager.io/issuer-kind]',
      ],
    ],
    [
      'a kind that the group cert-manager.io does not have',
      'cert-manager.io/issuer: pca, cert-manager.io/issuer-kind: AWSPCAIssuer',
      ['error certificate-rejected metadata.annotations[cert-manager.io/issuer-kind]'],
    ],
  ])('%s', (_name, annotations, expected) => {
    const { findings, changes } = scenario(ingress({ annotations }))
    expect(findings).toEqual(expected)
    expect(changes).toEqual([])
  })
})

test.each([
  ['none where nobody names one', 'kubernetes.io/tls-acme: "true"', undefined],
  ['none where its name is empty', 'cert-manager.io/issuer: ""', undefined],
  ['none where two are named', 'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b', undefined],
  ['that of the annotation', 'cert-manager.io/issuer: a', 'a'],
])('what checks take for the issuer of a source: %s', (_sentence, annotations, expected) => {
  const manifests = [{ object: parse(ingress({ annotations })), position: 0 }]
  expect(readInventory(manifests, defaultOptions, []).sources[0]?.issuer?.name).toBe(expected)
})
