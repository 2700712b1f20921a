import {
  annotations,
  block,
  gateway,
  hosts,
  ingress,
  ingressShim,
  list,
  listBehind,
  listener,
  repeat,
  site,
} from '../manifests.mjs'

/** Many resources that are looked up for one another: listeners, routes, issuers, solvers, Secrets. */
export const acrossResources = {
  gatewayListeners: (n) => list(gateway(repeat(n, (i) => listener(i)))),
  gatewayListenersOneSecret: (n) => list(gateway(repeat(n, (i) => listener(i, { secret: 's' })))),
  gatewayIgnore: (n) => {
    const others = Array.from({ length: n }, (_, i) => `m${i}`).join(',')
    const extra = annotations(`cert-manager.io/ignore-tls-listeners: "${others}"`)
    return list(
      gateway(
        repeat(n, (i) => listener(i)),
        { extra },
      ),
    )
  },
  httpRoutes: (n) =>
    list(
      gateway(repeat(n, (i) => listener(i))),
      repeat(n, (i) => httpRoute(i)),
    ),
  hostsFromRoutes: (n) =>
    withHostsFromRoutes(
      gateway(repeat(n, (i) => listener(i, { hostname: `"*.h${i}.x.com"` }))),
      repeat(n, (i) => httpRoute(i, `a.h${i}.x.com`)),
    ),
  hostsFromRoutesOneListener: (n) =>
    withHostsFromRoutes(
      gateway(listener(0, { hostname: '' })),
      repeat(n, (i) => httpRoute(i)),
    ),
  listenerSets: (n) =>
    list(
      gateway('    - name: x\n      port: 80\n      protocol: HTTP\n', {
        spec: '    allowedListeners:\n      namespaces:\n        from: All\n',
      }),
      repeat(n, listenerSet),
    ),
  issuers: (n) =>
    list(
      repeat(n, issuer),
      repeat(n, (i) => site(i, { issuer: `cert-manager.io/issuer: i${i}` })),
    ),
  externalIssuers: (n) =>
    list(
      repeat(n, externalIssuer),
      repeat(n, (i) => site(i, { issuer: `cert-manager.io/issuer: i${i}` })),
    ),
  challenges: (n) => list(issuerByRoute, gateway(repeat(n, (i) => listener(i)))),
  solvers: (n) => list(issuerWithSolvers(n), ingress('a', { tls: repeat(n, block), routed: hosts(n) })),
  secrets: (n) =>
    list(
      repeat(n, secret),
      repeat(n, (i) => ingress(`a${i}`, { tls: block(i) })),
    ),
}

const withHostsFromRoutes = (...parts) => listBehind(ingressShim('    gatewayHosts: routes\n'), ...parts)

const httpRoute = (i, hostname = `h${i}.x.com`) => `- apiVersion: gateway.networking.k8s.io/v1
  kind: HTTPRoute
  metadata:
    name: r${i}
    namespace: p
  spec:
    parentRefs:
    - name: g
    hostnames:
    - ${hostname}
`

const listenerSet = (i) => `- apiVersion: gateway.networking.k8s.io/v1
  kind: ListenerSet
  metadata:
    name: r${i}
    namespace: p
  spec:
    parentRef:
      name: g
      kind: Gateway
      group: gateway.networking.k8s.io
    listeners:
${listener(i, { name: 'l' })}`

const issuer = (i) => `- apiVersion: cert-manager.io/v1
  kind: Issuer
  metadata:
    name: i${i}
    namespace: prod
  spec:
    acme:
      server: x
      privateKeySecretRef:
        name: k${i}
      solvers:
      - http01:
          ingress:
            ingressClassName: nginx
`

const externalIssuer = (i) => `- apiVersion: certmanager.step.sm/v1beta1
  kind: StepIssuer
  metadata:
    name: i${i}
    namespace: prod
`

/** The one that all sources name unless they say otherwise. */
const issuerByRoute = `- apiVersion: cert-manager.io/v1
  kind: ClusterIssuer
  metadata:
    name: le
  spec:
    acme:
      server: x
      solvers:
      - http01:
          gatewayHTTPRoute: {}
`

const issuerWithSolvers = (n) => `- apiVersion: cert-manager.io/v1
  kind: ClusterIssuer
  metadata:
    name: le
  spec:
    acme:
      server: x
      privateKeySecretRef:
        name: k
      solvers:
${repeat(n, solver)}`

const solver = (i) => `      - selector:
          dnsNames: [h${i}.example.com]
        http01:
          ingress:
            ingressClassName: nginx
`

const secret = (i) => `- apiVersion: v1
  kind: Secret
  metadata:
    name: s${i}
    namespace: prod
  type: kubernetes.io/tls
`
