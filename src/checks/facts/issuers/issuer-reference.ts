import type { FieldOfFinding } from '../../../manifest/finding.ts'
import { annotation } from '../../../shim/annotations.ts'
import type { Source } from '../../../shim/sources/source.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { isDnsSubdomain } from '../../../shim/values/kubernetes-names.ts'
import { annotationField } from '../requests.ts'
import { issuerField } from './issuers.ts'

/** A name or group of an issuer that no issuer can have. */
export interface InvalidReference {
  readonly what: 'name' | 'group'
  readonly value: string
  /** What is wrong with it, as a sentence without its end. */
  readonly reason: string
  /** What was probably meant. */
  readonly meant: string | undefined
  readonly field: FieldOfFinding
}

/** What is wrong with the name and group of the issuer that a source names. Kubernetes wants DNS subdomains for both. */
export function invalidReferences(source: Source): readonly InvalidReference[] {
  const { name = '', group = '' } = source.issuer ?? {}
  const found: InvalidReference[] = []
  if (isInvalid(name, source)) {
    found.push({ what: 'name', value: name, ...whyNoName(name), field: issuerField(source) })
  }
  if (isInvalid(group, source)) {
    const field = annotationField(source, annotation.issuerGroup)
    found.push({ what: 'group', value: group, ...whyNoGroup(group), field })
  }
  return found
}

function isInvalid(text: string, source: Source): boolean {
  return text !== '' && !isDnsSubdomain(text) && !isFilledInLater(text, source)
}

type Reason = Pick<InvalidReference, 'reason' | 'meant'>

function whyNoName(name: string): Reason {
  if (name.includes(',')) return { reason: 'a certificate has one issuer', meant: undefined }
  if (name.includes('/')) {
    return {
      reason: "a name has no slash, and a namespace can't be given",
      meant: usable(name.split('/').at(-1)),
    }
  }
  return { reason: notASubdomain, meant: usable(name) }
}

function whyNoGroup(group: string): Reason {
  if (group.includes(',')) return { reason: 'a certificate has one issuer', meant: undefined }
  return group.includes('/')
    ? {
        reason: 'a group is written without the version behind the slash',
        meant: usable(group.split('/')[0]),
      }
    : { reason: notASubdomain, meant: usable(group) }
}

const notASubdomain = 'it has to consist of lower-case letters, digits, "-" and "."'

function usable(text = ''): string | undefined {
  const tidied = text.trim().toLowerCase()
  return isDnsSubdomain(tidied) ? tidied : undefined
}
