import { ingress } from '../shim/sources/ingress.ts'
import type { Check } from './check.ts'

/**
 * An API version that clusters no longer serve. Kubernetes removed both beta versions of Ingress in v1.22
 * (kubernetes.io/docs/reference/using-api/deprecation-guide); Gateway API still serves v1beta1 beside v1.
 */
export const deprecatedApi: Check = {
  rule: {
    id: 'deprecated-api',
    severity: 'warning',
    summary: 'An Ingress has an API version that Kubernetes removed in 1.22.',
  },
  *find({ sources }) {
    const [today = ''] = ingress.apiVersions
    for (const { sourceKind, apiVersion, position } of sources) {
      if (sourceKind !== ingress || apiVersion === today) continue
      yield {
        rule: this.rule,
        message: `Kubernetes has not served Ingresses of ${apiVersion} since 1.22, so a cluster of today refuses this one. Move it to ${today}: a backend is service.name and service.port there, and each path needs a pathType.`,
        position,
        field: { path: 'apiVersion', currentValue: apiVersion, proposedValue: today },
      }
    }
  },
}
