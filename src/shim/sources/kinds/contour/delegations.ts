import { isLocalConfig } from '../../../../manifest/local-config.ts'
import { at, groupOf } from '../../../../manifest/manifest.ts'
import { oncePer } from '../../../../manifest/once-per.ts'
import { secretKey } from '../../../certificates/certificates-by-secret.ts'
import type { Resource } from '../../../resource.ts'
import { shimRules } from '../../../rules.ts'
import { isFilledInLater } from '../../../values/filled-in-later.ts'
import { fieldOfSecret, type NamedSecret } from '../../source.ts'
import type { SourceContext } from '../../source-kind.ts'

const kind = 'TLSCertificateDelegation'
const group = 'projectcontour.io'

export const delegationType = `${kind}.${group}`

/** Reports a Secret of another namespace that no delegation lets a resource use. */
export function reportUndelegated(
  secret: NamedSecret,
  resource: Resource,
  { resources, report }: SourceContext,
): void {
  const { namespace, name } = secret
  if (namespace === resource.namespace || isDelegated(secret, resource, resources)) return
  if ([namespace, name, resource.namespace].some((text) => isFilledInLater(text, resource))) return
  const target = resource.namespace === '' ? 'the namespace of this one' : resource.namespace
  report.warn(
    shimRules.delegationMissing,
    `The Secret ${name} is in the namespace ${namespace}, and no TLSCertificateDelegation there lets ${target} use it, so Contour refuses this ${resource.kind}. Add one to ${namespace} with that secretName and ${target} among its targetNamespaces.`,
    fieldOfSecret(secret),
  )
}

/** `DelegationPermitted` of Contour's internal/dag/cache.go: the namespace is among the targets, or `*` is the only one. */
function isDelegated(
  { namespace, name }: NamedSecret,
  resource: Resource,
  resources: readonly Resource[],
): boolean {
  const targets = targetsBySecret(resources).get(secretKey(namespace, name)) ?? []
  return targets.some(
    (names) =>
      names.includes(resource.namespace) ||
      (names.length === 1 && names[0] === '*') ||
      // Without a namespace, the resource may end up in any of them.
      resource.namespace === '',
  )
}

/** The lists of namespaces that each Secret is delegated to. */
const targetsBySecret = oncePer((resources: readonly Resource[]) => {
  const targets = new Map<string, (readonly unknown[])[]>()
  for (const resource of resources) {
    if (resource.kind !== kind || groupOf(resource.apiVersion) !== group) continue
    if (isLocalConfig(resource.object)) continue
    for (const delegation of listOf(at(resource.object, 'spec', 'delegations'))) {
      const name = at(delegation, 'secretName')
      if (typeof name !== 'string') continue
      const key = secretKey(resource.namespace, name)
      targets.set(key, [...(targets.get(key) ?? []), listOf(at(delegation, 'targetNamespaces'))])
    }
  }
  return targets
})

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
