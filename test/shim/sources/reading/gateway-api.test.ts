import { readingCases } from '../reading.ts'

readingCases(['gateway.networking.k8s.io/v1', 'Gateway'], {
  'with a TLS listener': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with listeners that share a Secret, beside one without TLS': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}, {name: b, protocol: TLS, hostname: b.com, tls: {certificateRefs: [{name: s}]}}, {name: c, protocol: HTTP, hostname: c.com}]}',
    reads: [
      '2 × TLS listener in spec.listeners',
      'names a.com, b.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'names the Secret prod/s (spec.listeners[1].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname), b.com (spec.listeners[1].hostname)',
    ],
  },
  'with several Secrets of one listener': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}, {name: t}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'names the Secret prod/t (spec.listeners[0].tls.certificateRefs[1].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
      'wants the Secret prod/t (spec.listeners[0].tls.certificateRefs[1].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with a Secret of another namespace': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s, namespace: certs}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'names the Secret certs/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'warning listener-skipped spec.listeners[0].tls.certificateRefs[0].namespace: "certs"',
    ],
  },
  'with a Secret of its own namespace': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s, namespace: prod}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with a namespace that is filled in later': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s, namespace: other}]}}]}',
    namespace: '${NAMESPACE}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret ${NAMESPACE}/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'names the Secret other/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret ${NAMESPACE}/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with a placeholder for each part of a reference': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {mode: "${MODE}", certificateRefs: [{name: s, namespace: "${NS}", group: "${G}", kind: "${K}"}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'names the Secret ${NS}/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'where TLS is passed through': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {mode: Passthrough, certificateRefs: [{name: s}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
    ],
  },
  'with another TLS mode': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {mode: Other, certificateRefs: [{name: s}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'warning listener-skipped spec.listeners[0].tls.mode: "Other"',
    ],
  },
  'with nulls where there are defaults': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {mode: null, certificateRefs: [{name: s, group: null, kind: null, namespace: null}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with a listener that is left out': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}, {name: m, protocol: https}]}',
    annotations: 'cert-manager.io/issuer: ca, cert-manager.io/ignore-tls-listeners: "l, m"',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
    ],
  },
  'with protocols of another spelling': {
    spec: '{listeners: [{name: a, protocol: https}, {name: b, protocol: Tls}, {name: c, protocol: HTTPSX}, {name: d, protocol: TCP}]}',
    reads: [
      '2 × TLS listener in spec.listeners',
      'warning listener-skipped spec.listeners[0].protocol: "https" -> "HTTPS"',
      'warning listener-skipped spec.listeners[1].protocol: "Tls" -> "TLS"',
    ],
  },
  'with a further protocol': {
    spec: '{listeners: [{name: l, port: 443, protocol: example.com/tls, hostname: a.com, tls: {certificateRefs: [{name: s}]}}]}',
    options: { gatewayAPIExtraProtocols: ['example.com/tls'] },
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'without a hostname': {
    spec: '{listeners: [{name: l, protocol: HTTPS, tls: {certificateRefs: [{name: s}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names ""',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'warning listener-skipped spec.listeners[0].hostname',
    ],
  },
  'with numbers': {
    spec: '{listeners: [{name: 1, protocol: HTTPS, hostname: 2, tls: {mode: 3, certificateRefs: [{name: 4, group: 5, kind: 6, namespace: 7}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names ""',
      'names the Secret prod/ (spec.listeners[0].tls.certificateRefs[0].name)',
      'error malformed-resource spec.listeners[0].name: 1',
      'error malformed-resource spec.listeners[0].hostname: 2',
      'error malformed-resource spec.listeners[0].tls.mode: 3',
      'error malformed-resource spec.listeners[0].tls.certificateRefs[0].name: 4',
      'error malformed-resource spec.listeners[0].tls.certificateRefs[0].group: 5',
      'error malformed-resource spec.listeners[0].tls.certificateRefs[0].kind: 6',
      'error malformed-resource spec.listeners[0].tls.certificateRefs[0].namespace: 7',
    ],
  },
  'with a protocol that is a number': {
    spec: '{listeners: [{name: a, protocol: 1}]}',
    reads: ['0 × TLS listener in spec.listeners', 'error malformed-resource spec.listeners[0].protocol: 1'],
  },
  'with texts instead of mappings': {
    spec: '{listeners: [l, {name: a, protocol: HTTPS, hostname: a.com, tls: s}, {name: b, protocol: HTTPS, hostname: b.com, tls: {certificateRefs: [s]}}, {name: c, protocol: HTTPS, hostname: c.com, tls: {certificateRefs: s}}]}',
    reads: [
      '3 × TLS listener in spec.listeners',
      'names a.com, b.com, c.com',
      'names the Secret prod/ (spec.listeners[2].tls.certificateRefs[0].name)',
      'error malformed-resource spec.listeners[0]: "l"',
      'error malformed-resource spec.listeners[1].tls: "s"',
      'error malformed-resource spec.listeners[2].tls.certificateRefs[0]: "s"',
      'error malformed-resource spec.listeners[3].tls.certificateRefs: "s"',
    ],
  },
  'with an empty name of a Secret': {
    spec: '{listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: ""}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/ (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/ (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with listeners that are a text': {
    spec: '{listeners: l}',
    reads: ['0 × TLS listener in spec.listeners', 'error malformed-resource spec.listeners: "l"'],
  },
  'without anything': {
    spec: '',
    reads: ['0 × TLS listener in spec.listeners'],
  },
})

readingCases(['gateway.networking.k8s.io/v1', 'ListenerSet'], {
  'with a TLS listener': {
    spec: '{parentRef: {name: gw}, listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}]}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'with the issuer of its Gateway': {
    spec: '{parentRef: {name: gw}, listeners: [{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}]}',
    annotations: '',
    others:
      '{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: gw, namespace: prod, annotations: {cert-manager.io/issuer: ca}}, spec: {allowedListeners: {namespaces: {from: Same}}}}',
    reads: [
      '1 × TLS listener in spec.listeners',
      'names a.com',
      'names the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name)',
      'wants the Secret prod/s (spec.listeners[0].tls.certificateRefs[0].name) for a.com (spec.listeners[0].hostname)',
    ],
  },
  'without anything': {
    spec: '',
    reads: ['1 × TLS listener in spec.listeners', 'error malformed-resource spec'],
  },
  'with a spec that is a text': {
    spec: 'gw',
    reads: ['0 × TLS listener in spec.listeners', 'error malformed-resource spec: "gw"'],
  },
})
