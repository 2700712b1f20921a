import { annotationPath, legacyDomain, legacyNames } from '../shim/annotations.ts'
import type { Check } from './check.ts'
import { type AnnotationUse, isKnown, unreadAnnotations } from './facts/annotation-uses.ts'

/** An annotation in the domain that cert-manager left with v0.11. */
export const legacyAnnotation: Check = {
  rule: {
    id: 'legacy-annotation',
    severity: 'warning',
    summary: 'An annotation has the domain certmanager.k8s.io, which cert-manager has not read since v0.11.',
  },
  *find(list) {
    for (const use of unreadAnnotations(list)) {
      if (use.domain !== legacyDomain) continue
      const current = currentKey(use)
      const isThere = current !== undefined && use.resource.annotations.has(current)
      yield {
        rule: this.rule,
        message: `cert-manager has not read ${legacyDomain} annotations since v0.11, so ${use.key} has no effect. ${advice(current, isThere)}`,
        position: use.resource.position,
        field: {
          path: annotationPath(use.key),
          currentValue: use.key,
          ...(current !== undefined && !isThere && { proposedValue: current }),
        },
      }
    }
  },
}

function currentKey({ name }: AnnotationUse): string | undefined {
  if (isRenamed(name)) return legacyNames[name]
  const key = `cert-manager.io/${name}`
  return isKnown(key) ? key : undefined
}

function isRenamed(name: string): name is keyof typeof legacyNames {
  return Object.hasOwn(legacyNames, name)
}

function advice(current: string | undefined, isThere: boolean): string {
  if (current === undefined)
    return 'Nothing replaced it: the solvers of the issuer decide this now. Remove it.'
  return isThere ? `${current} is set as well, so remove the old one.` : `Rename it to ${current}.`
}
