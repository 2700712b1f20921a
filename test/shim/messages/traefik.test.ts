import { describe, expect, test } from 'vitest'
import { scenario } from '../scenario.ts'

const traefik = (kind: string, spec: string, { name = 'shop', annotations = '' } = {}) => `
apiVersion: traefik.io/v1alpha1
kind: ${kind}
metadata: {name: ${name}, namespace: prod, annotations: {cert-manager.io/issuer: ca${annotations}}}
spec: ${spec}
`

describe('what is said of an IngressRoute of Traefik', () => {
  test.each([
    [
      'a parent',
      '{routes: [{match: Host(`a.com`)}], parentRefs: [{name: edge}], tls: {secretName: web-tls}}',
      [
        'This IngressRoute has parentRefs, so requests reach it through its parent, which has ended their TLS: it is skipped and gets no Certificate. Name the issuer and the Secret on the parent.',
      ],
    ],
    [
      'TLS that is passed through',
      '{routes: [{match: Host(`a.com`)}], tls: {passthrough: true, secretName: web-tls}}',
      [
        'Traefik passes the TLS of this IngressRoute through to its services and never loads a Secret for it, so it gets no Certificate. Where the services run, they need one of their own.',
      ],
    ],
    [
      'a certResolver',
      '{routes: [{match: Host(`a.com`)}], tls: {certResolver: le}}',
      [
        'The certResolver le makes Traefik itself request the certificate of this IngressRoute. Nothing reads the Secret of a Certificate here, so none is made. Remove certResolver and name a secretName, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'a certResolver beside a Secret',
      '{routes: [{match: Host(`a.com`)}], tls: {certResolver: le, secretName: web-tls}}',
      [
        'The certResolver le makes Traefik itself request the certificate of this IngressRoute. The Certificate is made all the same, so that both request one for the same hosts. Remove certResolver and name a secretName, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'no Secret',
      '{routes: [{match: Host(`a.com`)}], tls: {}}',
      [
        'This TLS block has no secretName, so it is skipped and gets no Certificate: Traefik serves the certificate of its default TLSStore. Name the Secret that the Certificate is to be stored in.',
      ],
    ],
    [
      'no Secret and no host, of which only the Secret is said',
      '{routes: [{match: PathPrefix(`/`)}], tls: {}}',
      [
        'This TLS block has no secretName, so it is skipped and gets no Certificate: Traefik serves the certificate of its default TLSStore. Name the Secret that the Certificate is to be stored in.',
      ],
    ],
    [
      'a Secret of a wrong type and no host, of which only the type is said',
      '{routes: [{match: PathPrefix(`/`)}], tls: {secretName: 7}}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'no host',
      '{routes: [{match: PathPrefix(`/`)}], tls: {secretName: web-tls}}',
      [
        'No rule names a host with Host or HostSNI, so the hosts of this TLS block are unknown: it is skipped and gets no Certificate. List the hosts that the Certificate is for in spec.tls.domains.',
      ],
    ],
    [
      'a rule that Traefik refuses',
      '{routes: [{match: "Host("}], tls: {secretName: web-tls}}',
      [
        'Traefik refuses this rule and drops its route: it ends where a value between backticks was expected. Its hosts are unknown, so nothing is generated from this IngressRoute. Fix the rule.',
      ],
    ],
    [
      'a rule that Traefik may refuse, for two reasons',
      '{routes: [{match: "Host(`a.com`, `b.com`) && Headers(`a`, `b`, `c`)"}], tls: {secretName: web-tls}}',
      [
        'Traefik drops the route of this rule unless it is set up to read it: Host has 2 values and takes 1 in the v3 syntax, and Headers is not a matcher of the v3 syntax. Its hosts count all the same. Join several values with ||, or write syntax: v2 in the route if the rule is in the old syntax.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(traefik('IngressRoute', input)).messages).toEqual(messages)
  })
})

describe('what is said of a TLSStore of Traefik', () => {
  test.each([
    [
      'another name',
      traefik('TLSStore', '{defaultCertificate: {secretName: a}}', {
        annotations: ', cert-manager.io/alt-names: a.com',
      }),
      [
        'Traefik uses the TLSStore with the name default and no other, so this one is skipped and gets no Certificate. Name it default, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'a certificate without a Secret',
      traefik('TLSStore', '{defaultCertificate: {}, certificates: [{secretName: b}]}', {
        name: 'default',
        annotations: ', cert-manager.io/alt-names: a.com',
      }),
      [
        'This certificate of the store has no secretName, so it is skipped and gets no Certificate. Name the Secret that the Certificate is to be stored in.',
      ],
    ],
    [
      'a certificate that Traefik requests itself',
      traefik('TLSStore', '{defaultGeneratedCert: {resolver: le}}', {
        name: 'default',
        annotations: ', cert-manager.io/alt-names: a.com',
      }),
      [
        'The resolver le makes Traefik itself request the default certificate, for which no Certificate is needed. Remove defaultGeneratedCert and name a Secret in defaultCertificate, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'no hosts',
      traefik('TLSStore', '{defaultCertificate: {secretName: a}}', { name: 'default' }),
      [
        'A TLSStore has no hosts, so nobody knows what its certificate is for, and none is made. Name them in the annotation cert-manager.io/alt-names.',
      ],
    ],
    [
      'no certificate',
      traefik('TLSStore', '{}', { name: 'default', annotations: ', cert-manager.io/alt-names: a.com' }),
      [
        'This TLSStore asks for Certificates but has no defaultCertificate, so nothing will ever be issued for it. Name a Secret in spec.defaultCertificate.secretName, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'an address alone, which is enough',
      traefik('TLSStore', '{defaultCertificate: {secretName: a}}', {
        name: 'default',
        annotations: ', cert-manager.io/ip-sans: 10.0.0.1',
      }),
      [],
    ],
    [
      'a common name alone, which is enough',
      traefik('TLSStore', '{defaultCertificate: {secretName: a}}', {
        name: 'default',
        annotations: ', cert-manager.io/common-name: a.com',
      }),
      [],
    ],
    [
      'texts instead of mappings',
      traefik('TLSStore', '{defaultCertificate: a, certificates: [b], defaultGeneratedCert: {resolver: 7}}', {
        name: 'default',
        annotations: ', cert-manager.io/alt-names: a.com',
      }),
      [
        'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
        'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(input).messages).toEqual(messages)
  })
})
