import { describe, expect, test } from 'vitest'
import type { Options } from '../../../src/shim/options.ts'
import { scenario } from '../scenario.ts'

const meta = (name: string) => `{name: ${name}, namespace: prod, annotations: {cert-manager.io/issuer: ca}}`
const gateway = (listener: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: ${meta('gw')}
spec: {gatewayClassName: nginx, listeners: [${listener}]}
`
const listenerSet = (spec: string) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: ${meta('ls')}
spec: ${spec.replace('listeners}', `listeners: ${listeners}}`)}
`
const route = (spec: string, { kind = 'HTTPRoute', namespace = 'prod' } = {}) => `
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata: {name: shop, namespace: ${namespace}}
spec: ${spec}
`
const listeners =
  '[{name: l, port: 443, protocol: HTTPS, hostname: a.com, tls: {certificateRefs: [{name: s}]}}]'
const https = 'name: l, port: 443, protocol: HTTPS'
const byRoutes = { gatewayHosts: 'routes', rules: { 'host-not-covered': 'off' } } as const
const withSecret = 'tls: {certificateRefs: [{name: s}]}'
const fromLabelled = 'allowedRoutes: {namespaces: {from: Selector, selector: {matchLabels: {team: web}}}}'

describe('what is said of a listener that gets no Certificate', () => {
  test.each([
    [
      'none has TLS',
      '{name: l, port: 80, protocol: HTTP, hostname: a.com}',
      [
        'This Gateway asks for Certificates but has no TLS listener, so nothing will ever be issued for it. Add one with the host and the Secret to store the certificate in, or remove the annotation that asks for Certificates.',
      ],
    ],
    [
      'no hostname',
      `{${https}, ${withSecret}}`,
      [
        'The listener l has no hostname, so it is skipped and gets no Certificate. Give it the hostname that the Certificate is for, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'no name either, so that its place is named',
      `{port: 443, protocol: HTTPS, ${withSecret}}`,
      [
        'The listener spec.listeners[0] has no hostname, so it is skipped and gets no Certificate. Give it the hostname that the Certificate is for, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'no tls',
      `{${https}, hostname: a.com}`,
      [
        'The listener l has no tls, so it is skipped and gets no Certificate. Add tls with a certificateRef, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'no Secret',
      `{${https}, hostname: a.com, tls: {}}`,
      [
        'The listener l names no Secret, so it is skipped and gets no Certificate. Add a certificateRef with the name of a Secret, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'a reference to a foreign group, kind and namespace',
      `{${https}, hostname: a.com, tls: {certificateRefs: [{name: s, group: x.com, kind: Y, namespace: other}]}}`,
      [
        'The listener l refers to the group x.com, so it is skipped and gets no Certificate. Refer to a Secret, whose group is "", or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
        'The listener l refers to a Y, so it is skipped and gets no Certificate. Refer to a Secret, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
        'The listener l refers to a Secret in another namespace, for which cert-manager creates no Certificate, so it is skipped and gets no Certificate. Refer to a Secret in the namespace of this Gateway, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'another TLS mode',
      `{${https}, hostname: a.com, tls: {mode: terminate, certificateRefs: [{name: s}]}}`,
      [
        'The listener l has the TLS mode "terminate", so it is skipped and gets no Certificate. Use Terminate, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'a protocol in lower case',
      `{name: l, port: 443, protocol: tls, hostname: a.com, ${withSecret}}`,
      [
        'The listener l has the protocol "tls" where Gateway API has TLS, so it is skipped and gets no Certificate. Write TLS, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(gateway(input)).messages).toEqual(messages)
  })
})

describe('what is said of the hosts that Routes give', () => {
  test.each<
    readonly [sentence: string, input: string, options: Partial<Options>, messages: readonly string[]]
  >([
    [
      'neither names a host',
      gateway(`{${https}, ${withSecret}}`),
      byRoutes,
      [
        'The listener l has no hostname, and no Route here that attaches to it names a host, so it is skipped and gets no Certificate. Give it the hostname that the Certificate is for, name the hosts in its Routes, or name it in metadata.annotations[cert-manager.io/ignore-tls-listeners] if it needs none.',
      ],
    ],
    [
      'no Route names a host below a wildcard',
      gateway(`{${https}, hostname: "*.a.com", ${withSecret}}`),
      byRoutes,
      [
        'No Route here that attaches to the listener l names a host below *.a.com. Gateway API forbids certificates for wildcards that come from a hostname, so this listener gets none. Name the hosts in the Route, or write a Certificate for the wildcard by hand.',
      ],
    ],
    [
      'a wildcard in a listener without a name',
      gateway(`{port: 443, protocol: HTTPS, hostname: "*.a.com", ${withSecret}}`),
      byRoutes,
      [
        'No Route here that attaches to the listener spec.listeners[0] names a host below *.a.com. Gateway API forbids certificates for wildcards that come from a hostname, so this listener gets none. Name the hosts in the Route, or write a Certificate for the wildcard by hand.',
      ],
    ],
    [
      'a Route for all hosts',
      `${gateway(`{${https}, hostname: "*.a.com", ${withSecret}}`)}---${route('{parentRefs: [{name: gw}]}')}`,
      byRoutes,
      [
        'The HTTPRoute prod/shop attaches to the listener l for all hosts. Gateway API forbids certificates for wildcards that come from a hostname, so this listener gets none. Name the hosts in the Route, or write a Certificate for the wildcard by hand.',
      ],
    ],
    [
      'a Route for a wildcard, beside one for a host',
      `${gateway(`{${https}, hostname: "*.a.com", ${withSecret}}`)}---${route('{parentRefs: [{name: gw}], hostnames: ["*.a.com", b.a.com]}')}`,
      byRoutes,
      [
        'The HTTPRoute prod/shop attaches to the listener l for *.a.com. Gateway API forbids certificates for wildcards that come from a hostname, so its Certificate has the other hosts only. Name the hosts in the Route, or write a Certificate for the wildcard by hand.',
      ],
    ],
    [
      'a Route of a namespace with unknown labels',
      `${gateway(`{${https}, ${withSecret}, ${fromLabelled}}`)}---${route('{parentRefs: [{name: gw, namespace: prod}], hostnames: [a.com]}', { namespace: 'dev' })}`,
      byRoutes,
      [
        'The listener l takes Routes from namespaces by their labels, and those of the namespace of the HTTPRoute dev/shop are not known here; it is taken to attach. Put its Namespace here as well, and its labels are looked at.',
      ],
    ],
    [
      'a Route with a template for a host',
      `${gateway(`{${https}, ${withSecret}}`)}---${route('{parentRefs: [{name: gw}], hostnames: ["{{ .Values.host }}"]}')}`,
      byRoutes,
      [
        'The HTTPRoute prod/shop attaches to this listener with the host {{ .Values.host }}, a template that nobody has rendered, so the hosts of its Certificate are not known, and nothing is generated. Render the chart first, and give the result to this function.',
      ],
    ],
  ])('%s', (_sentence, input, options, messages) => {
    expect(scenario(input, options).messages).toEqual(messages)
  })
})

describe('what is said of a ListenerSet', () => {
  test.each([
    [
      'no spec',
      'null',
      [
        'This is empty where Kubernetes expects a mapping with a parentRef and listeners, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'no parentRef',
      '{listeners}',
      [
        'This ListenerSet has no spec.parentRef, so the API server would refuse it. Name its Gateway in spec.parentRef.name.',
      ],
    ],
    [
      'the parentRefs of routes',
      '{parentRefs: [{name: gw}], listeners}',
      [
        'This ListenerSet has no spec.parentRef, so the API server would refuse it. Name its Gateway in spec.parentRef.name instead of parentRefs, which only routes have.',
      ],
    ],
    [
      'a parentRef without a name',
      '{parentRef: {kind: Gateway}, listeners}',
      [
        'This is empty where Kubernetes expects the name of a Gateway, so the API server would refuse this resource. Fill it in.',
      ],
    ],
    [
      'a parentRef that is a string',
      '{parentRef: gw, listeners}',
      [
        'This is a string where Kubernetes expects a mapping, so the API server would refuse this resource. Fix its type.',
      ],
    ],
    [
      'fields of a parentRef that are numbers',
      '{parentRef: {name: 1, kind: 2, group: 3, namespace: 4}, listeners}',
      [
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
        'This is a number where Kubernetes expects a string, so the API server would refuse this resource. Fix its type.',
      ],
    ],
  ])('%s', (_sentence, input, messages) => {
    expect(scenario(listenerSet(input)).messages).toEqual(messages)
  })
})
