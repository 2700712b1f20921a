import type { Resource } from '../resource.ts'
import { shimRules } from '../rules.ts'
import { fieldOfSecret, type TlsConfiguration, type WantedSecret } from './source.ts'
import type { SourceContext } from './source-kind.ts'

/** Stands for any namespace in the setting `secretNamespaces`. */
const any = '*'

/**
 * The TLS configuration without the Secrets of other namespaces, unless the setting `secretNamespaces` has theirs: those who
 * review a change have to see that a source reaches out of its namespace. Each that is left out is reported.
 */
export function withinReach(
  tls: TlsConfiguration,
  resource: Resource,
  { options: { secretNamespaces }, report }: SourceContext,
): TlsConfiguration {
  const isInReach = ({ namespace }: WantedSecret) =>
    namespace === resource.namespace || secretNamespaces.includes(namespace) || secretNamespaces.includes(any)
  // True of nearly all sources, which are many.
  if (tls.secrets.every(isInReach)) return tls
  for (const secret of tls.secrets) {
    if (isInReach(secret)) continue
    const { namespace, name, hosts } = secret
    report.warn(
      shimRules.secretElsewhere,
      `The Secret ${name} is in the namespace ${namespace}, and Certificates are only created in the namespace of their source unless others are allowed. Write a Certificate ${name} for ${namesOf(hosts)} in ${namespace}, or allow it with secretNamespaces: [${namespace}] in the functionConfig.`,
      fieldOfSecret(secret),
    )
  }
  return { ...tls, secrets: tls.secrets.filter(isInReach) }
}

function namesOf(hosts: WantedSecret['hosts']): string {
  return [...new Set(hosts.map(({ host }) => host))].join(', ')
}
