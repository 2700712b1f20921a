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

/** The id of the rule that a result comes from. */
export function ruleOf({ tags }: Result): string {
  return tags?.rule ?? ''
}
