/** The spec of a Certificate that is as the Ingress `web` of the scenarios wants it. */
export const spec = `
spec:
  secretName: web-tls
  issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
  dnsNames: [example.com]
  usages: [digital signature, key encipherment]
`
export function certificate({ name = 'web-tls', metadata = '', body = spec }): string {
  return `apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata:\n  name: ${name}\n${metadata}${body}`
}
export const ours = '  annotations: {ingress-shim.fn.kpt.dev/source: Ingress/web}\n'
export const controlled = (kind: string, name: string) =>
  `  ownerReferences: [{apiVersion: networking.k8s.io/v1, kind: ${kind}, name: ${name}, uid: u1, controller: true}]\n`
export const list = (...documents: string[]) => documents.join('\n---\n')
export const quiet = { rules: { 'secret-issued-twice': 'off' } } as const
