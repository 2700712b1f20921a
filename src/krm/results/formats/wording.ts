import type { severities } from '../../../manifest/finding.ts'
import type { LocatedResult, Location } from '../locator.ts'
import type { Result } from '../result.ts'

/** What a result is about, in a line: `Ingress prod/web spec.tls[0].hosts`; `''` for nothing that has a name. */
export function subjectOf({ resourceRef, field }: Result): string {
  return [resourceRef && nameOf(resourceRef), field?.path].filter((part) => part !== undefined).join(' ')
}

function nameOf({ kind, namespace, name }: NonNullable<Result['resourceRef']>): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
}

/** The message with what it is about. */
export function sentenceOf(result: Result): string {
  const subject = subjectOf(result)
  return subject === '' ? result.message : `${subject}: ${result.message}`
}

/** Where a result is, as editors and CI logs read it: `apps/web.yaml:12`. */
export function placeOf({ path, line }: Location): string {
  return line === undefined ? path : `${path}:${line}`
}

/** The id of the rule that a result comes from. */
export function ruleOf({ tags }: Result): string {
  return tags?.rule ?? ''
}

/** How many results there are of each severity. */
export function countOf(located: readonly LocatedResult[]): Readonly<Record<Result['severity'], number>> {
  const count = { error: 0, warning: 0, info: 0 } satisfies Record<(typeof severities)[number], number>
  for (const { result } of located) count[result.severity]++
  return count
}
