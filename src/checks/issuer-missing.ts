import { nearest } from '../manifest/nearest.ts'
import { annotation } from '../shim/annotations.ts'
import type { Check, CheckedList } from './check.ts'
import { type AbsentIssuer, absentIssuers } from './facts/absent-issuers.ts'
import { issuerField, issuersOf } from './facts/issuers.ts'
import { oncePerList } from './facts/once-per-list.ts'

/** An issuer that isn't among those that the list has of its kind. */
export const issuerMissing: Check = {
  rule: {
    id: 'issuer-missing',
    severity: 'warning',
    summary: 'The package has issuers, but not the one that a source names.',
  },
  *find(list) {
    for (const absent of absentIssuers(list)) {
      if (absent.elsewhere !== undefined) continue
      const advice = adviceFor(absent, list)
      if (advice === undefined) continue
      const { source, kind, name } = absent
      yield {
        rule: this.rule,
        message: `The package has no ${kind} ${name}${kind === 'Issuer' && source.namespace !== '' ? ` in the namespace ${source.namespace}` : ''}, so its Certificates stay pending forever unless the cluster has one. ${advice.text}`,
        position: source.position,
        field: {
          ...issuerField(source),
          ...(advice.proposedValue !== undefined && { proposedValue: advice.proposedValue }),
        },
      }
    }
  },
}

interface Advice {
  readonly text: string
  readonly proposedValue?: string
}

/** Undefined where the list has no such issuers at all: they are managed elsewhere then, and in the cluster. */
function adviceFor(absent: AbsentIssuer, list: CheckedList): Advice | undefined {
  if (hasOtherKind(absent, list)) {
    return absent.kind === 'Issuer'
      ? {
          text: `There is a ClusterIssuer of that name: use the annotation ${annotation.clusterIssuer} for it.`,
        }
      : { text: `There is an Issuer of that name: use the annotation ${annotation.issuer} for it.` }
  }
  const names = namesOfSameKind(absent, list)
  if (names.length === 0) return undefined
  const meant = nearest(absent.name, names)
  return meant === undefined
    ? { text: `It has ${names.slice(0, 5).join(', ')}.` }
    : { text: `Did you mean ${meant}?`, proposedValue: meant }
}

function hasOtherKind({ source, kind, name }: AbsentIssuer, list: CheckedList): boolean {
  const { issuers, clusterIssuers } = issuersOf(list)
  return (kind === 'Issuer' ? clusterIssuers : issuers).find(source.namespace, name) !== undefined
}

/** The issuers of the list that the source could name instead. */
function namesOfSameKind({ kind, source }: AbsentIssuer, list: CheckedList): readonly string[] {
  const names = issuerNames(list)
  if (kind === 'ClusterIssuer') return names.get(kind) ?? []
  const namespaces = new Set(['', source.namespace])
  return [...namespaces].flatMap((namespace) => names.get(`${kind}/${namespace}`) ?? [])
}

/** The names of ClusterIssuers, and of the Issuers of each namespace. */
const issuerNames = oncePerList((list): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>()
  for (const { kind, namespace, name } of issuersOf(list).all) {
    const key = kind === 'ClusterIssuer' ? kind : `${kind}/${namespace}`
    const others = names.get(key)
    if (others === undefined) names.set(key, [name])
    else others.push(name)
  }
  return names
})
