import { own } from '../manifest/manifest.ts'
import { nearest } from '../manifest/nearest.ts'
import { annotationPath, legacyDomain, legacyNames, mistakenNames } from '../shim/annotations.ts'
import { certManagerVersion } from '../shim/cert-manager-version.ts'
import type { Check } from './check.ts'
import {
  type AnnotationUse,
  annotationsReadFrom,
  isKnown,
  unreadAnnotations,
  whyNeedless,
} from './facts/annotation-uses.ts'

const domains = ['cert-manager.io', 'acme.cert-manager.io']

/** An annotation in cert-manager's name that cert-manager doesn't know: a slip, mostly. */
export const unknownAnnotation: Check = {
  rule: {
    id: 'unknown-annotation',
    severity: 'warning',
    summary: 'An annotation looks like one of cert-manager, but cert-manager does not know it.',
  },
  *find(list) {
    for (const use of unreadAnnotations(list)) {
      const isInItsName = domains.includes(use.domain)
      const needless = whyNeedless(use)
      const meant = needless === undefined ? meantIn(use, isInItsName) : undefined
      if (isInItsName ? isKnown(use.key) : meant === undefined) continue
      yield {
        rule: this.rule,
        message: `cert-manager ${certManagerVersion} knows no annotation ${use.key} and ignores it. ${needless ?? advice(meant)}`,
        position: use.resource.position,
        field: {
          path: annotationPath(use.key),
          currentValue: use.key,
          ...(meant !== undefined && { proposedValue: meant }),
        },
      }
    }
  },
}

function advice(meant: string | undefined): string {
  return meant === undefined
    ? 'Remove it, or look up the name that you mean in the list of annotations in its documentation.'
    : `Did you mean ${meant}?`
}

function meantIn(use: AnnotationUse, isInItsName: boolean): string | undefined {
  return isInItsName ? meantBy(use) : meantByOtherDomain(use)
}

/** The annotation with the same name in the other domain or in the past, or with nearly the same name. */
function meantBy({ kind, name }: AnnotationUse): string | undefined {
  const readable = annotationsReadFrom(kind)
  const renamed = own(legacyNames, name) ?? own(mistakenNames, name)
  if (typeof renamed === 'string' && readable.includes(renamed)) return renamed
  const meant = nearest(name, readable.map(nameOf))
  return readable.find((key) => nameOf(key) === meant) ?? domains.map((one) => `${one}/${name}`).find(isKnown)
}

/** `certmanager.io/issuer`: a domain that is nearly cert-manager's, with a name that is exactly one of its. */
function meantByOtherDomain({ kind, domain, name }: AnnotationUse): string | undefined {
  if (domain === legacyDomain || domain.endsWith('.cert-manager.io')) return undefined
  if (nearest(domain, domains) === undefined) return undefined
  return annotationsReadFrom(kind).find((key) => nameOf(key) === name)
}

function nameOf(key: string): string {
  return key.slice(key.indexOf('/') + 1)
}
