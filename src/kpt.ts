import { readFileBelowWorkingDirectory } from './command/files/working-directory.ts'
import { ingressShimFunction } from './function.ts'
import { nodeHost } from './host/node.ts'
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
 * import { ingressShimFunc } from 'krm-ingress-shim/kpt'
 *
 * run(ingressShimFunc)
 */
export const ingressShimFunc = kptFunc(
  ingressShimFunction,
  { readFile: (name) => readFileBelowWorkingDirectory(nodeHost, name), today: nodeHost.today },
  usage,
)
