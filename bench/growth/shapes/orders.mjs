import { annotations, certificateOfSite, ingress, list, repeat, site } from '../manifests.mjs'

const letsEncrypt = (name, { kind = 'ClusterIssuer', server = 'acme-v02', path } = {}) =>
  `- apiVersion: cert-manager.io/v1
  kind: ${kind}
  metadata:
    name: ${name}
${kind === 'Issuer' ? '    namespace: prod\n' : ''}${path ? `    annotations:\n${annotations(`internal.config.kubernetes.io/path: ${path}`)}` : ''}  spec:
    acme:
      server: https://${server}.api.letsencrypt.org/directory
      solvers:
      - http01:
          ingress:
            ingressClassName: nginx
`

const withHost = (name, host, options) =>
  ingress(name, { tls: `    - hosts: [${host}]\n      secretName: ${name}\n`, routed: [host], ...options })

/** Many Certificates that Let's Encrypt issues. */
export const orders = {
  ordersOneDomain: (n) =>
    list(
      letsEncrypt('le'),
      repeat(n, (i) => site(i)),
    ),
  ordersManyDomains: (n) =>
    list(
      letsEncrypt('le'),
      repeat(n, (i) => withHost(`a${i}`, `www.shop-${i}.com`)),
    ),
  ordersOneSet: (n) =>
    list(
      letsEncrypt('le'),
      repeat(n, (i) => withHost(`a${i}`, 'www.example.com', { namespace: `n${i}` })),
    ),
  ordersOtherNames: (n) =>
    list(
      letsEncrypt('le'),
      repeat(n, (i) => site(i)),
      repeat(n, certificateOfSite),
    ),
  ordersManyIssuers: (n) =>
    list(
      repeat(
        n,
        (i) =>
          letsEncrypt(`i${i}`, { kind: 'Issuer' }) +
          letsEncrypt(`staging${i}`, { kind: 'Issuer', server: 'acme-staging-v02' }),
      ),
      repeat(n, (i) => site(i, { issuer: `cert-manager.io/issuer: i${i}` })),
    ),
  ordersManySets: (n) =>
    list(
      letsEncrypt('le', { path: 'issuers/le.yaml' }),
      repeat(n, (i) =>
        withHost('a', `h${i}.example.com`, {
          extra: annotations(`internal.config.kubernetes.io/path: clusters/c${i}/a.yaml`),
        }),
      ),
    ),
  renewBefore: (n) =>
    list(
      letsEncrypt('le'),
      repeat(n, (i) => site(i, { extra: annotations('cert-manager.io/renew-before: 1440h') })),
    ),
}
