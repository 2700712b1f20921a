import { at } from '../../../../manifest/manifest.ts'
import { nginxAnnotation } from '../../../annotations.ts'
import type { Resource } from '../../../resource.ts'
import type { Alias, NamedHost, Routes } from '../../source.ts'

/** The hosts that the rules of an Ingress route; what is malformed in them is for others to report. */
export function ingressRoutes(resource: Resource): Routes {
  const rules = rulesOf(resource)
  const hosts = rules.filter(({ host }) => host !== '')
  return {
    hosts,
    aliases: aliasesOf(hosts, resource),
    servesAllHosts: hosts.length < rules.length || hasDefaultBackend(resource),
  }
}

/** The host of each rule; `''` where it has none and so serves every host. */
export function rulesOf({ object }: Resource): readonly NamedHost[] {
  const rules = at(object, 'spec', 'rules')
  if (!Array.isArray(rules)) return []
  return rules.map((rule: unknown, index) => {
    const host = at(rule, 'host')
    return { host: typeof host === 'string' ? host : '', path: `spec.rules[${index}].host` }
  })
}

/** The hosts that ingress-nginx serves with those of the rules. */
function aliasesOf(hosts: readonly NamedHost[], { annotations }: Resource): readonly Alias[] {
  const { serverAlias, fromToWwwRedirect } = nginxAnnotation
  const aliases = annotations.get(serverAlias)?.split(',') ?? []
  const isRedirected = annotations.get(fromToWwwRedirect) === 'true'
  return [
    ...aliases.map((alias) => ({ host: alias.trim(), annotation: serverAlias })),
    ...(isRedirected
      ? hosts.map(({ host }) => ({ host: withOrWithoutWww(host), annotation: fromToWwwRedirect }))
      : []),
  ]
}

function withOrWithoutWww(host: string): string {
  return host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`
}

/** It was `backend` in the beta versions. */
function hasDefaultBackend({ object }: Resource): boolean {
  return (at(object, 'spec', 'defaultBackend') ?? at(object, 'spec', 'backend') ?? null) !== null
}
