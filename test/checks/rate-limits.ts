import { ingress, issuer, stream } from './rule-cases.ts'

/** What a render of many sources is tested with: each asks for one Certificate of its own. */

export interface Site {
  readonly hosts: readonly string[]
  readonly namespace?: string
  readonly issuer?: string
  readonly ignore?: string
}

/** An Ingress `web-1`, `web-2` … for each site. */
export function sites(all: readonly Site[]): string {
  return stream(
    ...all.map(({ hosts, namespace = 'prod', issuer = 'letsencrypt', ignore }, index) =>
      ingress({
        name: `web-${index + 1}`,
        namespace,
        annotations: `cert-manager.io/cluster-issuer: ${issuer}${ignore === undefined ? '' : `, ingress-shim.fn.kpt.dev/ignore: ${ignore}`}`,
        spec: `rules: [${hosts.map((host) => `{host: "${host}"}`).join(', ')}]`,
        tls: `[{hosts: [${quoted(hosts)}], secretName: web-${index + 1}-tls}]`,
      }),
    ),
  )
}

/** As many sites as asked for, each with what a number gives. */
export function many(count: number, siteOf: (number: number) => Site): readonly Site[] {
  return Array.from({ length: count }, (_, index) => siteOf(index + 1))
}

/** The Certificate of `web-<number>`, ours, with the names that it has so far. */
export function certificate(
  number: number,
  hosts: readonly string[],
  more: Record<string, string> = {},
): string {
  const { name = `web-${number}-tls`, issuer = 'letsencrypt', namespace = 'prod', ours = 'true' } = more
  return `
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: ${name}
  namespace: ${namespace}
  ${ours === 'true' ? `annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web-${number}}` : ''}
spec:
  secretName: ${name}
  issuerRef: {name: ${issuer}, kind: ClusterIssuer, group: cert-manager.io}
  dnsNames: [${quoted(hosts)}]
`
}

export const production = issuer()

export const staging = issuer({
  name: 'letsencrypt-staging',
  server: 'https://acme-staging-v02.api.letsencrypt.org/directory',
})

function quoted(hosts: readonly string[]): string {
  return hosts.map((host) => `"${host}"`).join(', ')
}
