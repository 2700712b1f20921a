import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/shim/options.ts'
import { ingress, scenario } from '../scenario.ts'

const auto = 'kubernetes.io/tls-acme: "true"'
const inTeam = (
  annotationsOfNamespace: string,
) => `${ingress({ annotations: auto, metadata: 'namespace: team-a' })}---
apiVersion: v1
kind: Namespace
metadata: {name: team-a, annotations: {${annotationsOfNamespace}}}
`
const route = (annotations: string) => `
apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: web, annotations: {${annotations}}}
spec: {host: example.com, tls: {termination: edge, externalCertificate: {name: web-tls}}, to: {kind: Service, name: web}}
`

describe('what is said of issuer annotations that are wrong', () => {
  test.each([
    [
      'no issuer, and no default one',
      auto,
      [
        'No issuer is named, so no Certificate can be requested. Add the annotation cert-manager.io/cluster-issuer or cert-manager.io/issuer, or set defaultIssuerName in the functionConfig.',
      ],
    ],
    [
      'an empty issuer',
      'cert-manager.io/issuer: ""',
      [
        'The annotation cert-manager.io/issuer is empty, so no Certificate can be requested. Give it the name of an issuer, or remove it.',
      ],
    ],
    [
      'an empty cluster-issuer',
      'cert-manager.io/cluster-issuer: ""',
      [
        'The annotation cert-manager.io/cluster-issuer is empty, so no Certificate can be requested. Give it the name of an issuer, or remove it.',
      ],
    ],
    [
      'both',
      'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b',
      [
        "cert-manager.io/issuer cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
      ],
    ],
    [
      "a cluster-issuer of cert-manager's own kind and group",
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer-kind: ClusterIssuer, cert-manager.io/issuer-group: cert-manager.io',
      [
        "cert-manager.io/issuer-group cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
        "cert-manager.io/issuer-kind cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
      ],
    ],
    [
      'a cluster-issuer with an empty kind',
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer-kind: ""',
      [
        "cert-manager.io/issuer-kind cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
      ],
    ],
    [
      'a cluster-issuer of another group',
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer-group: example.com',
      [
        "cert-manager.io/issuer-group cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. For an external issuer, rename cert-manager.io/cluster-issuer to cert-manager.io/issuer: its kind says that it is for the whole cluster.",
      ],
    ],
    [
      'a cluster-issuer of another kind',
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer-kind: StepIssuer',
      [
        "cert-manager.io/issuer-kind cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. For an external issuer, rename cert-manager.io/cluster-issuer to cert-manager.io/issuer: its kind says that it is for the whole cluster.",
      ],
    ],
    [
      'everything at once',
      'cert-manager.io/cluster-issuer: b, cert-manager.io/issuer: a, cert-manager.io/issuer-group: example.com',
      [
        "cert-manager.io/issuer cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
        "cert-manager.io/issuer-group cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(ingress({ annotations: input })).messages).toEqual(messages)
  })
})

describe('what is said of a default issuer that nobody can tell', () => {
  test.each([
    [
      'both annotations',
      'cert-manager.io/issuer: a, cert-manager.io/cluster-issuer: b',
      [
        'This Ingress names no issuer, and the Namespace team-a has both cert-manager.io/cluster-issuer and cert-manager.io/issuer, so no Certificate can be requested. Remove one of the two there, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
      ],
    ],
    [
      'a template',
      'cert-manager.io/issuer: "{{ .Values.issuer }}"',
      [
        'This Ingress names no issuer, and cert-manager.io/issuer of the Namespace team-a is a template that nobody has rendered, so no Certificate can be requested. Render it first, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
      ],
    ],
    [
      'an empty name',
      'cert-manager.io/cluster-issuer: ""',
      [
        'This Ingress names no issuer, and cert-manager.io/cluster-issuer of the Namespace team-a is empty, so no Certificate can be requested. Give cert-manager.io/cluster-issuer there the name of an issuer, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
      ],
    ],
    [
      'no string',
      'cert-manager.io/issuer: [a]',
      [
        'This Ingress names no issuer, and cert-manager.io/issuer of the Namespace team-a is not a string, so no Certificate can be requested. Give cert-manager.io/issuer there the name of an issuer, or name an issuer here with cert-manager.io/cluster-issuer or cert-manager.io/issuer.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(inTeam(input)).messages).toEqual(messages)
  })
})

describe('what is said of issuers by other settings', () => {
  test.each<
    readonly [sentence: string, input: string, options: Partial<Options>, messages: readonly string[]]
  >([
    [
      'no entry for the namespace',
      ingress({ annotations: auto }),
      { issuers: [{ namespaces: ['team-*'], name: 'ca' }] },
      [
        'No issuer is named, so no Certificate can be requested. Add the annotation cert-manager.io/cluster-issuer or cert-manager.io/issuer, or name its namespace in an entry of issuers in the functionConfig.',
      ],
    ],
    [
      "a kind that cert-manager doesn't have, by the default issuer",
      ingress({ annotations: auto }),
      { defaultIssuerName: 'ca', defaultIssuerKind: 'PCAIssuer' },
      [
        'cert-manager would refuse the Certificate web-tls, so it is not written. The group cert-manager.io has no issuers of kind PCAIssuer, only Issuer and ClusterIssuer. For an external issuer, name its group too, with cert-manager.io/issuer-group (or defaultIssuerGroup).',
      ],
    ],
    [
      'the same by an entry for the namespace',
      ingress({ annotations: auto }),
      { issuers: [{ namespaces: ['*'], name: 'ca', kind: 'PCAIssuer' }] },
      [
        'cert-manager would refuse the Certificate web-tls, so it is not written. The group cert-manager.io has no issuers of kind PCAIssuer, only Issuer and ClusterIssuer. For an external issuer, name its group too, with cert-manager.io/issuer-group (or group in issuers).',
      ],
    ],
    [
      'the same by an override',
      ingress(),
      { issuerOverride: [{ from: { name: 'ca' }, to: { kind: 'PCAIssuer' } }] },
      [
        'cert-manager would refuse the Certificate web-tls, so it is not written. The group cert-manager.io has no issuers of kind PCAIssuer, only Issuer and ClusterIssuer. For an external issuer, name its group too, with cert-manager.io/issuer-group (or group in issuerOverride).',
      ],
    ],
    [
      'an empty name by the own annotation of Routes',
      route('cert-manager.io/issuer-name: ""'),
      { routerAccess: true },
      [
        'The annotation cert-manager.io/issuer-name is empty, so no Certificate can be requested. Give it the name of an issuer, or remove it.',
      ],
    ],
    [
      'both annotations of a Route',
      route('cert-manager.io/issuer-name: a, cert-manager.io/cluster-issuer: b'),
      { routerAccess: true },
      [
        "cert-manager.io/issuer-name cannot be combined with cert-manager.io/cluster-issuer: cert-manager can't tell which issuer is meant and issues nothing. Remove one of the two.",
      ],
    ],
  ])('%s', (_sentence, input, options, messages) => {
    expect(scenario(input, options).messages).toEqual(messages)
  })
})
