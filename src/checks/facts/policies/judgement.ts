import type { FieldOfFinding } from '../../../manifest/finding.ts'
import type { Group } from '../../../manifest/grouped.ts'
import { annotation } from '../../../shim/annotations.ts'
import { isFilledInLater } from '../../../shim/values/filled-in-later.ts'
import { fitsGlob } from '../../../shim/values/glob.ts'
import { type AskedCertificate, annotationField, fieldOfName, wholeCertificate } from '../requests.ts'
import { type Attribute, attributes } from './attributes.ts'
import { brokenConstraints } from './constraints.ts'
import type { Allowed, Policy } from './policy.ts'
import { type Reason, reasonAt } from './reason.ts'
import { type CelRequest, type EvaluateCel, requestOf } from './validations.ts'

/** What a policy that is for a request says of it. */
export interface Judgement {
  readonly reasons: readonly Reason[]
  /** Why it isn't known whether there are further reasons, as the rest of a sentence whose subject is the policy. */
  readonly doubt: string | undefined
}

/** What the sources ask for that share a Secret, of whose Certificate there is one request: one source, mostly. */
export type Parts = Group<AskedCertificate>

/** Judges a request by a policy, as the evaluators in approver-policy's pkg/internal/approver do. */
export function judge(policy: Policy, parts: Parts, evaluate: EvaluateCel | undefined): Judgement {
  const [first] = parts
  const doubts: string[] = []
  const reasons = [
    ...attributes.flatMap((attribute) => reasonsOf(attribute, policy, parts, evaluate, doubts)),
    ...usageReasons(policy, first),
    ...policy.outOfReach.map((path) =>
      reasonAt(
        `spec.allowed.${path} is required, which no Certificate of a source can have`,
        first,
        annotation.commonName,
      ),
    ),
    ...brokenConstraints(policy, first),
  ]
  if (policy.unreadable !== undefined) doubts.push(`has a field ${policy.unreadable} that can't be read`)
  if (policy.plugins.length > 0)
    doubts.push(`has the plugin ${policy.plugins.join(', ')}, which only approver-policy itself can ask`)
  return { reasons, doubt: doubts[0] }
}

function reasonsOf(
  attribute: Attribute,
  policy: Policy,
  parts: Parts,
  evaluate: EvaluateCel | undefined,
  doubts: string[],
): readonly Reason[] {
  const { path, key } = attribute
  const whole = wholeCertificate(parts[0])
  const all = attribute.valuesOf(whole.spec)
  const allowed = policy.allowed.get(path)
  const at = `spec.allowed.${path}`
  if (all.length === 0) return allowed?.isRequired ? [reasonAt(`${at} is required`, parts[0], key)] : []
  const byValue = partsByValue(attribute, parts)
  const askingFor = (value: string) => byValue.get(value) ?? parts[0]
  const values = all.filter((value) => !isFilledInLater(value, askingFor(value).source))
  const reasonFor = (text: string, value: string): Reason => {
    const asked = askingFor(value)
    return { text, source: asked.source, field: fieldOfValue(value, attribute, asked) }
  }
  const outside = values.filter((value) => !mayHave(value, allowed))
  return [
    ...outside
      .slice(0, 1)
      .map((value) =>
        reasonFor(`${at} does not allow ${outside.join(', ')} (${whatIsAllowed(allowed?.values)})`, value),
      ),
    ...failures(allowed, values, requestOf(whole), evaluate, doubts).map(({ value, detail }) =>
      reasonFor(`${at} does not allow ${value} (${detail})`, value),
    ),
  ]
}

/** The part that each value comes from: of those that share a Secret, the first that has it. */
function partsByValue({ valuesOf }: Attribute, parts: Parts): ReadonlyMap<string, AskedCertificate> {
  const pairs = parts.flatMap((part) =>
    valuesOf(part.certificate.spec).map((value) => [value, part] as const),
  )
  return new Map(pairs.reverse())
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
  request: CelRequest,
  evaluate: EvaluateCel | undefined,
  doubts: string[],
): readonly Failure[] {
  return values.flatMap((value) =>
    (allowed?.validations ?? []).flatMap(({ rule, message }) => {
      const passes = evaluate?.(rule, value, request)
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
function usageReasons({ usages }: Policy, asked: AskedCertificate): readonly Reason[] {
  const outside = (asked.certificate.spec.usages ?? []).filter(
    (usage) => !usages.some((glob) => fitsGlob(usage, glob)),
  )
  if (outside.length === 0) return []
  const text = `spec.allowed.usages does not allow ${outside.join(', ')} (${whatIsAllowed(usages)})`
  return [reasonAt(text, asked, annotation.usages)]
}
