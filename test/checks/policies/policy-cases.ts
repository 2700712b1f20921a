import { ingress } from '../rule-cases.ts'

/** A CertificateRequestPolicy `team` for every issuer, which allows the usages that cert-manager asks for and example.com. */
export function policy({
  name = 'team',
  metadata = '',
  selector = '{issuerRef: {}}',
  dnsNames = '{values: ["example.com"]}',
  usages = '[digital signature, key encipherment]',
  allowed = '',
  constraints = '',
  spec = '',
}: Record<string, string> = {}): string {
  return `
apiVersion: policy.cert-manager.io/v1alpha1
kind: CertificateRequestPolicy
metadata: {name: "${name}"${metadata === '' ? '' : `, ${metadata}`}}
spec:
  selector: ${selector}
  allowed:
    ${dnsNames === '' ? '' : `dnsNames: ${dnsNames}`}
    ${usages === '' ? '' : `usages: ${usages}`}
    ${allowed}
  ${constraints === '' ? '' : `constraints: {${constraints}}`}
  ${spec}
`
}

/** A policy that allows nothing of what a source can ask for. */
export const closed = policy({ name: 'closed', dnsNames: '', usages: '' })

/** An Ingress that asks for example.com, and for what its annotations say, each without its domain. */
export function asking(annotations: Readonly<Record<string, string>> = {}, others = {}): string {
  const all = { 'cluster-issuer': 'letsencrypt', ...annotations }
  const written = Object.entries(all).map(
    ([name, value]) => `cert-manager.io/${name}: ${JSON.stringify(value)}`,
  )
  return ingress({ annotations: written.join(', '), ...others })
}

/** Where a result is, as the cases have it. */
export function at(name: string, value?: string): string {
  return `Ingress/web metadata.annotations[cert-manager.io/${name}]${value === undefined ? '' : `: ${value}`}`
}
