import type { Check } from './check.ts'

/** An API version that current releases no longer serve; which these are, each kind of source says. */
export const deprecatedApi: Check = {
  rule: {
    id: 'deprecated-api',
    severity: 'warning',
    summary: 'A source has an API version that current clusters no longer serve.',
  },
  *find({ sources }) {
    for (const { sourceKind, kind, apiVersion, position } of sources) {
      const { removed, apiVersions } = sourceKind
      if (removed === undefined || !removed.apiVersions.includes(apiVersion)) continue
      const [current] = apiVersions
      yield {
        rule: this.rule,
        message: `${removed.release} removed the ${kind} of ${apiVersion}, so a current cluster refuses this one. Move it to ${current}: ${removed.advice}.`,
        position,
        field: { path: 'apiVersion', currentValue: apiVersion, proposedValue: current },
      }
    }
  },
}
