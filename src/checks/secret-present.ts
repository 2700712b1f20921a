import { isLocalConfig } from '../manifest/local-config.ts'
import { at, isFields } from '../manifest/manifest.ts'
import { foreignAnnotation } from '../shim/annotations.ts'
import type { Resource } from '../shim/resource.ts'
import type { Check } from './check.ts'
import { ByName } from './facts/by-name.ts'

/** A Secret that is applied from the package and written by cert-manager as well. */
export const secretPresent: Check = {
  rule: {
    id: 'secret-present',
    severity: 'warning',
    summary: 'The package contains the Secret that cert-manager is to write.',
  },
  *find({ sources, resources }) {
    const secrets = new ByName(resources.filter(isSecretWithData))
    if (secrets.isEmpty) return
    for (const { namespace, position, tls } of sources) {
      for (const { name, path } of tls.secrets) {
        const secret = secrets.find(namespace, name)
        if (secret === undefined) continue
        yield {
          rule: this.rule,
          message: messageFor(secret),
          position,
          field: { path, currentValue: name },
        }
      }
    }
  },
}

/** An empty Secret has nothing that could be overwritten. */
function isSecretWithData(resource: Resource): boolean {
  if (resource.kind !== 'Secret' || resource.apiVersion !== 'v1' || isLocalConfig(resource.object))
    return false
  return [at(resource.object, 'data'), at(resource.object, 'stringData')].some(
    (data) => isFields(data) && Object.keys(data).length > 0,
  )
}

function messageFor({ name, annotations }: Resource): string {
  return annotations.has(foreignAnnotation.certificateName)
    ? `The package contains the Secret ${name} as cert-manager wrote it in a cluster, with its private key, and each apply would restore this old certificate. Remove the Secret from the package: cert-manager creates it.`
    : `The package has a Secret ${name} of its own: cert-manager would overwrite the certificate and key in it, and each apply would restore the old ones. Remove that Secret, or use another secretName.`
}
