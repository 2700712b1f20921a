import { at, groupOf } from '../../../manifest/manifest.ts'
import type { Resource } from '../../../shim/resource.ts'
import { gateway } from '../../../shim/sources/kinds/gateway-api/gateway.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { ListenerHostnames } from '../hosts/listener-hostnames.ts'
import { selectedNamespaces } from '../selected-namespaces.ts'

/** How a plain HTTP request for a host reaches an HTTPRoute of a namespace: at best by port 80. */
export type Reach = 'port 80' | 'another port' | 'another namespace' | 'nowhere'

/** The listeners that a reference means: those of this name and port, where it names one. */
export interface ListenerReference {
  readonly sectionName: string
  readonly port: unknown
}

/**
 * The HTTP listeners of a Gateway or ListenerSet, to look up hosts without going through all of them. The rules of attaching
 * are those of `AllowedRoutes` and `ParentReference` in gateway-api's apis/v1/shared_types.go.
 */
export class HttpListeners {
  readonly #groups = new Map<string, ListenerHostnames>()

  constructor(parent: Resource) {
    const listeners: unknown = at(parent.object, 'spec', 'listeners')
    for (const listener of Array.isArray(listeners) ? listeners : []) this.#add(listener, parent)
  }

  reach(host: string, namespace: string, reference: ListenerReference): Reach {
    const takes = (from: string, isPort80: boolean) =>
      this.#groups.get(groupKey(from, isPort80, reference))?.overlap(host) ?? false
    const takesFromHere = (isPort80: boolean) =>
      takes(everyNamespace, isPort80) || takes(namespace === '' ? listed : namespace, isPort80)
    if (takesFromHere(true)) return 'port 80'
    if (takes(listed, true)) return 'another namespace'
    return takesFromHere(false) ? 'another port' : 'nowhere'
  }

  #add(listener: unknown, parent: Resource): void {
    if (at(listener, 'protocol') !== 'HTTP' || !takesHttpRoutes(listener)) return
    const hostname = at(listener, 'hostname')
    const port = at(listener, 'port')
    const sectionName = at(listener, 'name')
    for (const from of new Set([listed, ...allowedNamespaces(listener, parent)])) {
      for (const reference of referencesTo(typeof sectionName === 'string' ? sectionName : '', port)) {
        const key = groupKey(from, isPort80(port), reference)
        const group = this.#groups.get(key) ?? new ListenerHostnames()
        group.add(typeof hostname === 'string' && !isFilledInLater(hostname, parent) ? hostname : '')
        this.#groups.set(key, group)
      }
    }
  }
}

/** Stands for any namespace; a name of Kubernetes is neither. */
const everyNamespace = '*'
/** Under this, all listeners are listed, whatever namespaces they take routes from. */
const listed = '?'

/** Traefik's chart listens at 8000 for what its Service exposes as 80, and its listeners have to name that. */
function isPort80(port: unknown): boolean {
  return port === 80 || port === 8000
}

function referencesTo(sectionName: string, port: unknown): readonly ListenerReference[] {
  const names = [...new Set(['', sectionName])]
  return names.flatMap((name) => [undefined, port].map((one) => ({ sectionName: name, port: one })))
}

function groupKey(from: string, isPort80: boolean, { sectionName, port }: ListenerReference): string {
  return `${from} ${isPort80} ${sectionName} ${typeof port} ${typeof port === 'object' ? '' : port}`
}

function takesHttpRoutes(listener: unknown): boolean {
  const kinds: unknown = at(listener, 'allowedRoutes', 'kinds')
  if (!Array.isArray(kinds) || kinds.length === 0) return true
  const ownGroup = groupOf(gateway.apiVersions[0])
  return kinds.some(
    (one: unknown) => at(one, 'kind') === 'HTTPRoute' && (at(one, 'group') ?? ownGroup) === ownGroup,
  )
}

/** Where only labels of namespaces decide, which the list doesn't know of, they get the benefit of the doubt. */
function allowedNamespaces(listener: unknown, parent: Resource): readonly string[] {
  const own = parent.namespace
  const namespaces = at(listener, 'allowedRoutes', 'namespaces')
  const from = at(namespaces, 'from') ?? 'Same'
  if (from === 'None') return []
  if (from === 'Selector') return selectedNamespaces(at(namespaces, 'selector')) ?? [everyNamespace]
  return from === 'Same' && own !== '' && !isFilledInLater(own, parent) ? [own] : [everyNamespace]
}
