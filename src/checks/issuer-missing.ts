import { nearest } from '../manifest/nearest.ts'
import { annotation } from '../shim/annotations.ts'
import { settingName } from '../shim/sources/own-settings.ts'
import type { Check, CheckedList } from './check.ts'
import {
  type AbsentIssuer,
  absentIssuers,
  alternativesTo,
  builtInGroup,
  type KnownIssuer,
} from './facts/issuers/absent-issuers.ts'
import { issuerField, namedOutside, namerOutside } from './facts/issuers/issuers.ts'

/** An issuer that isn't among those that the list has of its kind, or is there under another kind or group. */
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
      const { source } = absent
      yield {
        rule: this.rule,
        message: `The package has no ${nameOf(absent)}, so its Certificates stay pending forever unless the cluster has one. ${advice.text}${namedOutside(source)}`,
        position: source.position,
        field: {
          ...issuerField(source),
          ...(advice.proposedValue !== undefined && { proposedValue: advice.proposedValue }),
        },
      }
    }
  },
}

function nameOf({ namespace, kind, group, name }: AbsentIssuer): string {
  const ofGroup = group === builtInGroup && ['Issuer', 'ClusterIssuer'].includes(kind) ? '' : ` of ${group}`
  const isNamespaced = !kind.includes('Cluster') && namespace !== ''
  return `${kind} ${name}${ofGroup}${isNamespaced ? ` in the namespace ${namespace}` : ''}`
}

interface Advice {
  readonly text: string
  readonly proposedValue?: string
}

/** Undefined where the list has no such issuers at all: they are managed elsewhere then, and in the cluster. */
function adviceFor(absent: AbsentIssuer, list: CheckedList): Advice | undefined {
  if (absent.namesake !== undefined) return { text: howToName(absent.namesake, absent) }
  const names = alternativesTo(absent, list)
  if (names.length === 0) return undefined
  const meant = nearest(absent.name, names)
  if (meant === undefined) return { text: `It has ${names.slice(0, 5).join(', ')}.` }
  const isNamedHere = namerOutside(absent.source) === undefined
  return { text: `Did you mean ${meant}?`, ...(isNamedHere && { proposedValue: meant }) }
}

function howToName({ kind, group, name }: KnownIssuer, absent: AbsentIssuer): string {
  if (['namespace-setting', 'override'].includes(absent.source.issuerOrigin ?? '')) {
    return `It has the ${kind} ${name} of ${group}: set kind: ${kind} and group: ${group} there.`
  }
  const naming = (key: string) => settingName(absent.source.sourceKind, key)
  if (group !== builtInGroup) {
    return `It has the ${kind} ${name} of ${group}: name it with ${naming(annotation.issuer)}, ${naming(annotation.issuerKind)}: ${kind} and ${naming(annotation.issuerGroup)}: ${group}.`
  }
  const key = naming(kind === 'ClusterIssuer' ? annotation.clusterIssuer : annotation.issuer)
  const without =
    absent.group === builtInGroup
      ? ''
      : `, without ${naming(annotation.issuerKind)} and ${naming(annotation.issuerGroup)}`
  return `There is ${kind === 'Issuer' ? 'an' : 'a'} ${kind} of that name: name it with ${key}${without}.`
}
