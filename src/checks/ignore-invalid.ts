import { nearest } from '../manifest/nearest.ts'
import type { Rule } from '../manifest/rule.ts'
import { annotationPath, ignoreAnnotation } from '../shim/annotations.ts'
import { shimRules } from '../shim/rules.ts'
import type { Check } from './check.ts'
import { ignoredRules } from './facts/ignored-rules.ts'

const rule: Rule = {
  id: 'ignore-invalid',
  severity: 'warning',
  summary: 'A resource asks to ignore a rule that does not exist or cannot be ignored.',
}

/** The rules of the shim itself say that nothing will be issued, and no annotation changes that. */
const certain: ReadonlySet<string> = new Set(Object.values(shimRules).map(({ id }) => id))

/** The check of the annotation that ignores other checks, whose rules are given. */
export function ignoreInvalid(ignorable: readonly Rule[]): Check {
  const known = [...ignorable, rule].map(({ id }) => id)
  return {
    rule,
    *find({ resources }) {
      for (const resource of resources) {
        const ids = ignoredRules(resource)
        if (ids.length === 0) continue
        for (const id of new Set(ids)) {
          if (known.includes(id)) continue
          const text = resource.annotations.get(ignoreAnnotation) ?? ''
          const meant = certain.has(id) ? undefined : nearest(id, known)
          yield {
            rule,
            message: `${ignoreAnnotation} has no effect on "${id}": ${reasonAgainst(id, meant)}`,
            position: resource.position,
            field: {
              path: annotationPath(ignoreAnnotation),
              currentValue: text,
              ...(meant !== undefined && { proposedValue: text.replace(id, meant) }),
            },
          }
        }
      }
    },
  }
}

function reasonAgainst(id: string, meant: string | undefined): string {
  if (certain.has(id)) return 'what this rule finds keeps certificates from being issued. Fix that instead.'
  return meant === undefined
    ? 'no rule of that id can be ignored. List rule ids with commas, and a reason behind a colon.'
    : `no rule of that id can be ignored. Did you mean ${meant}?`
}
