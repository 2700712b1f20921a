import { readFileBelowWorkingDirectory } from './command/files.ts'
import { ingressShimFunction } from './function.ts'
import { kptFunc } from './krm/run/kpt-func.ts'

const usage = `Adds the Certificate that each TLS block of an annotated Ingress asks for, as cert-manager's ingress-shim
does in a cluster. Configure it with a ConfigMap or an IngressShim:

apiVersion: fn.kpt.dev/v1alpha1
kind: IngressShim
metadata:
  name: ingress-shim
spec:
  defaultIssuerName: letsencrypt
  defaultIssuerKind: ClusterIssuer`

/**
 * The function for programs that are built on the kpt functions SDK:
 *
 * import { run } from 'kpt-functions'
 * import { ingressShimFunc } from 'krm-ingress-shim'
 *
 * run(ingressShimFunc)
 */
export const ingressShimFunc = kptFunc(ingressShimFunction, readFileBelowWorkingDirectory, usage)

export { ingressShim, type Outcome, wanted } from './ingress-shim.ts'
export type { Change, FieldEdit } from './manifest/change.ts'
export type { FieldOfFinding, Finding, Json, Severity } from './manifest/finding.ts'
export type { Manifest } from './manifest/manifest.ts'
export type {
  Certificate,
  CertificateSpec,
  PrivateKey,
  SecretTemplate,
  Subject,
} from './shim/certificates/certificate.ts'
export { defaultOptions, type Options } from './shim/options.ts'
