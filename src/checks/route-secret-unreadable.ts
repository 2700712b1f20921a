import { accessName } from '../shim/access/access.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { oncePerList } from './facts/once-per-list.ts'
import { mayRead } from './facts/secret-readers.ts'

/** A Secret that its reader isn't let in to read. For a Route, the API server looks at that when the Route is applied. */
export const routeSecretUnreadable: Check = {
  rule: {
    id: 'route-secret-unreadable',
    severity: 'warning',
    summary: 'No Role and RoleBinding here let the router read the Secret of a Route.',
  },
  *find(list) {
    for (const source of list.sources) {
      for (const secret of source.tls.secrets) {
        const { namespace, name, path } = secret
        const reader = source.sourceKind.secretReader?.(secret)
        if (reader === undefined || [namespace, name].some((one) => isFilledInLater(one, source))) continue
        const access = accessName(name, reader)
        if (list.options.routerAccess && !isTaken(list).has(`${namespace}/${access}`)) continue
        if (mayRead(reader, namespace, name, list)) continue
        const way = list.options.routerAccess
          ? `The Role ${access} here is somebody else's and doesn't let it, so none is generated: rename that, or add the rule to it.`
          : 'Set routerAccess: true in the functionConfig, and both are generated.'
        yield {
          rule: this.rule,
          message: `The service account ${reader.name} of ${reader.namespace} has to get, list and watch the Secret ${name}, or the API server refuses this ${source.kind}; no Role and RoleBinding here allow that. ${way}`,
          position: source.position,
          field: { path, currentValue: name },
        }
      }
    }
  },
}

/** The names of Roles and RoleBindings that are somebody else's. */
const isTaken = oncePerList(
  ({ access }): ReadonlySet<string> =>
    new Set(
      access
        .filter(({ madeFor }) => madeFor === undefined)
        .map(({ namespace, name }) => `${namespace}/${name}`),
    ),
)
