// What the shapes are put together from: manifests as items of a ResourceList, in block style.

const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n'

export const list = (...parts) => head + parts.join('')

/** A list with something between its kind and its items. */
export const listBehind = (before, ...parts) => list(...parts).replace('items:\n', `${before}items:\n`)

/** The text of `n` parts, one after the other. */
export const repeat = (n, part) => Array.from({ length: n }, (_, i) => part(i)).join('')

export const hosts = (n, letter = 'h') => Array.from({ length: n }, (_, i) => `${letter}${i}.example.com`)

/** Lines of annotations, as `ingress` takes them. */
export const annotations = (...lines) => lines.map((line) => `      ${line}\n`).join('')

/** A TLS block with one host and a Secret of its own. */
export const block = (i) => `    - hosts:
      - h${i}.example.com
      secretName: s${i}
`

const rulesOf = (names) => `    rules:\n${names.map((name) => `    - host: ${name}\n`).join('')}`

/** An Ingress that asks for Certificates; `routed` are the hosts of its rules. */
export function ingress(name, options = {}) {
  const { namespace = 'prod', issuer = 'cert-manager.io/cluster-issuer: le' } = options
  const { extra = '', tls = block(0), routed } = options
  return `- apiVersion: networking.k8s.io/v1
  kind: Ingress
  metadata:
    name: ${name}
    namespace: ${namespace}
    annotations:
${annotations(issuer)}${extra}  spec:
    tls:
${tls}${routed ? rulesOf(routed) : ''}`
}

/** The `i`th of many Ingresses: one host, one Secret, and nothing wrong with it. */
export const site = (i, options = {}) =>
  ingress(`a${i}`, { tls: block(i), routed: [`h${i}.example.com`], ...options })

/** A Certificate of ours, which is out of date unless a source asks for just this. */
export function certificate(name, options = {}) {
  const { source = 'Ingress/a', secret = name, dnsNames = ['old.example.com'], labels = '' } = options
  return `- apiVersion: cert-manager.io/v1
  kind: Certificate
  metadata:
    name: ${name}
    namespace: prod
${labels}    annotations:
      ingress-shim.fn.kpt.dev/source: ${source}
  spec:
    secretName: ${secret}
    issuerRef:
      name: old
    dnsNames:
${dnsNames.map((name) => `    - ${name}\n`).join('')}`
}

/** The Certificate of `site(i)`, out of date. */
export const certificateOfSite = (i) => certificate(`s${i}`, { source: `Ingress/a${i}` })

/** A ConfigMap whose data are these lines. */
export const configMap = (data) => `- apiVersion: v1
  kind: ConfigMap
  metadata:
    name: c
  data:${data}`

/** An IngressShim with these lines in its spec. */
export const ingressShim = (spec) => `functionConfig:
  apiVersion: fn.kpt.dev/v1alpha1
  kind: IngressShim
  metadata:
    name: x
  spec:
${spec}`

/** A TLS listener. */
export const listener = (
  i,
  { name = `l${i}`, secret = `s${i}`, hostname = `h${i}.x.com` } = {},
) => `    - name: ${name}
      hostname: ${hostname}
      port: 443
      protocol: HTTPS
      tls:
        mode: Terminate
        certificateRefs:
        - name: ${secret}
`

/** A Gateway that asks for Certificates. */
export const gateway = (
  listeners,
  { extra = '', spec = '' } = {},
) => `- apiVersion: gateway.networking.k8s.io/v1
  kind: Gateway
  metadata:
    name: g
    namespace: p
    annotations:
      cert-manager.io/cluster-issuer: le
${extra}  spec:
    gatewayClassName: x
${spec}    listeners:
${listeners}`
