import { annotations, block, hosts, ingress, list, repeat, site } from '../manifests.mjs'

const hostsBlock = (n, letter = 'h') =>
  `    - secretName: s\n      hosts:\n${repeat(n, (i) => `      - ${letter}${i}.example.com\n`)}`

/** Many sources, TLS blocks, hosts and annotations. */
export const sources = {
  items: (n) => list(repeat(n, (i) => `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: c${i}\n`)),
  sources: (n) => list(repeat(n, (i) => site(i))),
  sourcesSameSecret: (n) =>
    list(
      repeat(n, (i) => ingress(`a${i}`, { tls: `    - hosts: [h${i}.example.com]\n      secretName: s\n` })),
    ),
  sourcesSameSecretSameSpec: (n) =>
    list(repeat(n, (i) => ingress(`a${i}`, { tls: '    - hosts: [h.example.com]\n      secretName: s\n' }))),
  sourcesManyNamespacesOneDir: (n) => list(repeat(n, inNamespace)),
  tlsBlocks: (n) => list(ingress('a', { tls: repeat(n, block) })),
  tlsBlocksClean: (n) => list(ingress('a', { tls: repeat(n, block), routed: hosts(n) })),
  tlsBlocksSameSecret: (n) =>
    list(
      ingress('a', {
        tls: repeat(n, (i) => `    - hosts: [h${i}.example.com]\n      secretName: s\n`),
      }),
    ),
  hosts: (n) => list(ingress('a', { tls: hostsBlock(n) })),
  hostsInvalid: (n) => list(ingress('a', { tls: hostsBlock(n, 'h_') })),
  hostsNotRouted: (n) => list(ingress('a', { tls: repeat(n, block), routed: hosts(n, 'g') })),
  results: (n) =>
    list(
      repeat(n, (i) =>
        ingress(`a${i}`, { tls: block(i), extra: annotations('cert-manager.io/duration: 90d') }),
      ),
    ),
  ingressRoutes: (n) => list(repeat(n, (i) => ingressRoute(`a${i}`, [`Host(\`h${i}.example.com\`)`]))),
  ingressRouteRules: (n) =>
    list(
      ingressRoute(
        'a',
        Array.from({ length: n }, (_, i) => `Host(\`h${i}.example.com\`)`),
      ),
    ),
  ingressRouteHosts: (n) =>
    list(ingressRoute('a', [`${repeat(n, (i) => `Host(\`h_${i}.example.com\`) || `)}Host(\`x\`)`])),
  ingressRouteBrackets: (n) => list(ingressRoute('a', [`${'!('.repeat(n)}Host(\`x\`)${')'.repeat(n)}`])),
  manyAnnotations: (n) => list(ingress('a', { extra: repeat(n, (i) => annotations(`k${i}: v`)) })),
  unknownAnnotations: (n) =>
    list(ingress('a', { extra: repeat(n, (i) => annotations(`cert-manager.io/k${i}: v`)) })),
}

function ingressRoute(name, rules) {
  return `- apiVersion: traefik.io/v1alpha1
  kind: IngressRoute
  metadata:
    name: ${name}
    annotations:
      cert-manager.io/issuer: ca
  spec:
    routes:
${rules.map((rule) => `    - match: '${rule}'\n`).join('')}    tls:
      secretName: ${name}-tls
`
}

function inNamespace(i) {
  return ingress('a', {
    namespace: `n${i}`,
    extra: annotations(
      "internal.config.kubernetes.io/path: 'all.yaml'",
      `internal.config.kubernetes.io/index: '${i}'`,
    ),
    tls: `    - hosts: [h${i}.example.com]\n      secretName: tls\n`,
  })
}
