import { at, isFields } from '../../manifest/manifest.ts'
import type { Resource } from '../../shim/resource.ts'
import { ingress } from '../../shim/sources/ingress.ts'
import type { Source } from '../../shim/sources/source.ts'
import { oncePerList } from './once-per-list.ts'

/** An Ingress that is a source, and the hosts in its rules and TLS blocks. */
export interface IngressHosts {
  readonly source: Source
  /** The host of each rule; `''` where it has none and so serves every host. */
  readonly rules: readonly string[]
  /** The hosts of each TLS block, also of those that cert-manager skips. */
  readonly blocks: readonly (readonly string[])[]
}

/** The hosts of every Ingress that is a source. */
export const ingressHosts = oncePerList(({ sources }): readonly IngressHosts[] =>
  sources
    .filter(({ sourceKind }) => sourceKind === ingress)
    .map((source) => ({
      source,
      rules: ruleHostsOf(source),
      blocks: listAt(source, 'tls').map((block) => textsIn(isFields(block) ? block.hosts : undefined)),
    })),
)

/** Where a finding says that the host of a rule stands. */
export function ruleHostPath(rule: number): string {
  return `spec.rules[${rule}].host`
}

/** The host of each rule of an Ingress; `''` where it has none. */
export function ruleHostsOf(resource: Resource): readonly string[] {
  return listAt(resource, 'rules').map((rule) => {
    const host = isFields(rule) ? rule.host : undefined
    return typeof host === 'string' ? host : ''
  })
}

/** Whether an Ingress has a default backend, which was `backend` in the beta versions. */
export function hasDefaultBackend({ object }: Resource): boolean {
  return (at(object, 'spec', 'defaultBackend') ?? at(object, 'spec', 'backend') ?? null) !== null
}

function listAt({ object }: Resource, field: string): readonly unknown[] {
  const list = at(object, 'spec', field)
  return Array.isArray(list) ? list : []
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}
