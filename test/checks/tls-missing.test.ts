import { tlsMissing } from '../../src/checks/tls-missing.ts'
import { gateway, ingress, ruleCases } from './rule-cases.ts'

const http = '[{name: http, port: 80, protocol: HTTP}]'

ruleCases(tlsMissing, {
  hits: [
    ['an annotated Ingress without spec.tls', ingress({ tls: '' }), ['Ingress/web spec.tls']],
    ['an annotated Ingress with an empty spec.tls', ingress({ tls: '[]' }), ['Ingress/web spec.tls']],
    ['an annotated Ingress whose spec.tls is null', ingress({ tls: 'null' }), ['Ingress/web spec.tls']],
    ['an annotated Ingress without a spec', ingress().replace(/spec:.*/s, ''), ['Ingress/web spec.tls']],
    [
      'an annotated Ingress whose spec is null',
      ingress().replace(/spec:.*/s, 'spec: null'),
      ['Ingress/web spec.tls'],
    ],
    [
      'an Ingress with an auto annotation',
      ingress({ tls: '', annotations: 'kubernetes.io/tls-acme: "true"' }),
      ['Ingress/web spec.tls'],
    ],
    [
      'an Ingress with another mistake beside it',
      ingress({ tls: '', annotations: 'cert-manager.io/issuer: ""' }),
      ['Ingress/web spec.tls'],
    ],
    [
      'an annotated Gateway with plain listeners only',
      gateway({ listeners: http }),
      ['Gateway/web spec.listeners'],
    ],
    [
      'an annotated ListenerSet with plain listeners only',
      gateway({ kind: 'ListenerSet', spec: 'parentRef: {name: eg}', listeners: http }),
      ['ListenerSet/web spec.listeners'],
    ],
  ],
  misses: [
    ['an Ingress that asks for nothing', ingress({ tls: '', annotations: '' })],
    [
      'a TLS block that is skipped, of which another rule speaks',
      ingress({ tls: '[{secretName: web-tls}]' }),
    ],
    [
      'a spec.tls of the wrong type, of which another rule speaks',
      ingress({ tls: '{hosts: [example.com]}' }),
    ],
    ['a spec of the wrong type, of which another rule speaks', ingress().replace(/spec:.*/s, 'spec: 5')],
    [
      'a Gateway whose issuer is for the ListenerSets that it allows',
      gateway({ listeners: http, spec: 'allowedListeners: {namespaces: {from: Same}}' }),
    ],
    [
      'a listener of a protocol that is configured as TLS',
      gateway({ listeners: '[{name: x, port: 1, protocol: example.com/x, hostname: a.com}]' }),
      { gatewayAPIExtraProtocols: ['example.com/x'] },
    ],
  ],
  reads: [
    ingress({ tls: '' }),
    'This Ingress asks for Certificates but has no TLS block, so nothing will ever be issued for it. Add one with the host and the Secret to store the certificate in, or remove the annotation that asks for Certificates.',
  ],
})
