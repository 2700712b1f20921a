import { at } from '../../../../manifest/manifest.ts'
import type { Options } from '../../../options.ts'
import type { Resource } from '../../../resource.ts'
import type { NamedHost } from '../../source.ts'

/**
 * The hosts of a Route: its own, or what the router makes up from its subdomain or name. The rules are those of `RouteSpec` in
 * openshift/api's route/v1/types.go.
 */
export function hostsOfRoute(
  route: Resource,
  { appsDomain }: Pick<Options, 'appsDomain'>,
): readonly NamedHost[] {
  return basicHosts(route, appsDomain).flatMap((host) =>
    at(route.object, 'spec', 'wildcardPolicy') === 'Subdomain' ? [host, wildcardBeside(host)] : [host],
  )
}

function basicHosts({ object, name, namespace }: Resource, appsDomain: string): readonly NamedHost[] {
  const path = 'spec.host'
  const host = textAt(object, 'host')
  if (host !== '') return [{ host, path }]
  const subdomain = textAt(object, 'subdomain')
  if (subdomain !== '' && appsDomain !== '') {
    return [{ host: `${subdomain}.${appsDomain}`, path: 'spec.subdomain' }]
  }
  const admitted = admittedHosts(object)
  if (admitted.length > 0) return admitted
  // A router puts the namespace into the name, so that no other Route can have it.
  return appsDomain === '' || namespace === '' ? [] : [{ host: `${name}-${namespace}.${appsDomain}`, path }]
}

/** What routers of a cluster say of a Route that was read from it. */
function admittedHosts(object: unknown): readonly NamedHost[] {
  return listAt(object, 'status', 'ingress').flatMap((ingress, index) => {
    const host = at(ingress, 'host')
    const isAdmitted = listAt(ingress, 'conditions').some(
      (condition) => at(condition, 'type') === 'Admitted' && at(condition, 'status') === 'True',
    )
    return isAdmitted && typeof host === 'string' ? [{ host, path: `status.ingress[${index}].host` }] : []
  })
}

/** `*.acme.com` beside `www.acme.com`. */
function wildcardBeside({ host }: NamedHost): NamedHost {
  const dot = host.indexOf('.')
  return { host: `*${dot === -1 ? '' : host.slice(dot)}`, path: 'spec.wildcardPolicy' }
}

function textAt(object: unknown, key: string): string {
  const text = at(object, 'spec', key)
  return typeof text === 'string' ? text : ''
}

function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = at(value, ...path)
  return Array.isArray(list) ? list : []
}
