import type { FieldOfFinding } from '../../../manifest/finding.ts'
import { annotation } from '../../../shim/annotations.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { fitsGlob } from '../../../shim/values/glob.ts'
import { annotationField, fieldOfName } from '../requests.ts'
import type { AskedCertificate } from './asked.ts'
import { type Attribute, attributes } from './attributes.ts'
import { brokenConstraints } from './constraints.ts'
import type { Allowed, Policy } from './policy.ts'
import { type EvaluateCel, requestOf } from './validations.ts'

/** Why a policy denies a request, and the field of the source that asks for what it denies. */
export interface Reason {
  /** A part of a sentence, which begins with the field of the policy. */
  readonly text: string
  readonly field: FieldOfFinding
}

/** What a policy that is for a request says of it. */
export interface Judgement {
  readonly reasons: readonly Reason[]
  /** Why it isn't known whether there are further reasons, as the rest of a sentence whose subject is the policy. */
  readonly doubt: string | undefined
}

/** Judges a request by a policy, as the evaluators in approver-policy's pkg/internal/approver do. */
export function judge(policy: Policy, asked: AskedCertificate, evaluate: EvaluateCel | undefined): Judgement {
  const doubts: string[] = []
  const reasons = [
    ...attributes.flatMap((attribute) => reasonsOf(attribute, policy, asked, evaluate, doubts)),
    ...usageReasons(policy, asked),
    ...policy.outOfReach.map((path) => ({
      text: `spec.allowed.${path} is required, which no Certificate of a source can have`,
      field: annotationField(asked.source, annotation.commonName),
    })),
    ...brokenConstraints(policy, asked),
  ]
  if (policy.unreadable !== undefined) doubts.push(`has a field ${policy.unreadable} that can't be read`)
  if (policy.plugins.length > 0)
    doubts.push(`has the plugin ${policy.plugins.join(', ')}, which only approver-policy itself can ask`)
  return { reasons, doubt: doubts[0] }
}

function reasonsOf(
  attribute: Attribute,
  policy: Policy,
  asked: AskedCertificate,
  evaluate: EvaluateCel | undefined,
  doubts: string[],
): readonly Reason[] {
  const { path, key } = attribute
  const all = attribute.valuesOf(asked.certificate.spec)
  const allowed = policy.allowed.get(path)
  const at = `spec.allowed.${path}`
  if (all.length === 0) {
    return allowed?.isRequired
      ? [{ text: `${at} is required`, field: annotationField(asked.source, key) }]
      : []
  }
  const values = all.filter((value) => !isFilledInLater(value, asked.source))
  const reasonFor = (text: string, value: string) => ({ text, field: fieldOfValue(value, attribute, asked) })
  const outside = values.filter((value) => !mayHave(value, allowed))
  return [
    ...outside
      .slice(0, 1)
      .map((value) =>
        reasonFor(`${at} does not allow ${outside.join(', ')} (${whatIsAllowed(allowed?.values)})`, value),
      ),
    ...failures(allowed, values, asked, evaluate, doubts).map(({ value, detail }) =>
      reasonFor(`${at} does not allow ${value} (${detail})`, value),
    ),
  ]
}

/** Where a policy has rules in CEL alone, these decide. */
function mayHave(value: string, allowed: Allowed | undefined): boolean {
  if (allowed === undefined) return false
  const { values, validations } = allowed
  return values === undefined ? validations.length > 0 : values.some((glob) => fitsGlob(value, glob))
}

function whatIsAllowed(globs: readonly string[] | undefined): string {
  return globs === undefined || globs.length === 0 ? 'it allows none' : `it allows ${globs.join(', ')}`
}

interface Failure {
  readonly value: string
  /** The message of the rule, or the rule itself. */
  readonly detail: string
}

/** The values that don't pass a rule in CEL. */
function failures(
  allowed: Allowed | undefined,
  values: readonly string[],
  asked: AskedCertificate,
  evaluate: EvaluateCel | undefined,
  doubts: string[],
): readonly Failure[] {
  return values.flatMap((value) =>
    (allowed?.validations ?? []).flatMap(({ rule, message }) => {
      const passes = evaluate?.(rule, value, requestOf(asked.certificate))
      if (passes === undefined) doubts.push(`has the rule ${rule}, which can't be evaluated here`)
      return passes === false ? [{ value, detail: message ?? rule }] : []
    }),
  )
}

function fieldOfValue(value: string, { path, key }: Attribute, asked: AskedCertificate): FieldOfFinding {
  const isName = path === 'dnsNames' || path === 'ipAddresses'
  return isName ? fieldOfName(value, asked, key) : annotationField(asked.source, key)
}

/** A Certificate of a source always has usages: where none are annotated, the two that cert-manager asks for. */
function usageReasons({ usages }: Policy, { source, certificate }: AskedCertificate): readonly Reason[] {
  const outside = (certificate.spec.usages ?? []).filter(
    (usage) => !usages.some((glob) => fitsGlob(usage, glob)),
  )
  if (outside.length === 0) return []
  const text = `spec.allowed.usages does not allow ${outside.join(', ')} (${whatIsAllowed(usages)})`
  return [{ text, field: annotationField(source, annotation.usages) }]
}
