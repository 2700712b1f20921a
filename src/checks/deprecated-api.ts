import type { Problem, Rule } from '../manifest/rule.ts'
import type { Source } from '../shim/sources/source.ts'
import type { SourceKind } from '../shim/sources/source-kind.ts'
import type { Check } from './check.ts'
import { resourcesOfOldApis } from './facts/old-apis.ts'

const rule: Rule = {
  id: 'deprecated-api',
  severity: 'warning',
  summary: 'A source or issuer has an API version that current clusters no longer serve.',
}

/** An API version that current releases no longer serve. Sources of some are still read; each kind of source says of which. */
export const deprecatedApi: Check = {
  rule,
  *find(list) {
    for (const source of list.sources) {
      const { removed } = source.sourceKind
      if (removed?.apiVersions.includes(source.apiVersion)) yield removedVersion(source, removed)
    }
    for (const { resource, api } of resourcesOfOldApis(list)) {
      const { kind, apiVersion, position } = resource
      const target = `${api.current.kind === undefined ? '' : `${api.current.kind} of `}${api.current.apiVersion}`
      const loss = kind.endsWith('Issuer') ? 'issues nothing' : 'gets no Certificate'
      yield {
        rule,
        message: `${api.release} removed the ${kind} of ${apiVersion}, so a current cluster refuses this one, and it ${loss}. Move it to ${target}.`,
        position,
        field: { path: 'apiVersion', currentValue: apiVersion, proposedValue: api.current.apiVersion },
      }
    }
  },
}

function removedVersion(
  { sourceKind, kind, apiVersion, position }: Source,
  removed: NonNullable<SourceKind['removed']>,
): Problem {
  const [current] = sourceKind.apiVersions
  return {
    rule,
    message: `${removed.release} removed the ${kind} of ${apiVersion}, so a current cluster refuses this one. Move it to ${current}: ${removed.advice}.`,
    position,
    field: { path: 'apiVersion', currentValue: apiVersion, proposedValue: current },
  }
}
