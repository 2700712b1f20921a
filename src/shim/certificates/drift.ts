import type { Change, NewItem } from '../../manifest/change.ts'
import { fieldPath } from '../../manifest/field-path.ts'
import type { Finding } from '../../manifest/finding.ts'
import { at } from '../../manifest/manifest.ts'
import type { Rule } from '../../manifest/rule.ts'

/** The rules of what a render would change: they speak where nothing is written. */
export const driftRules = {
  certificateMissing: {
    id: 'certificate-missing',
    severity: 'error',
    summary: 'A source asks for a Certificate that is not there, beside others that are.',
  },
  certificateOutdated: {
    id: 'certificate-outdated',
    severity: 'error',
    summary: 'A Certificate is not what its source asks for today.',
  },
  certificateLeftover: {
    id: 'certificate-leftover',
    severity: 'error',
    summary: 'A Certificate is there that no source asks for any more.',
  },
} as const satisfies Record<string, Rule>

/** What is known of the input that the changes are of. */
export interface DriftInput {
  objectAt(position: number): unknown
  /** Whether every source is to have its Certificates, also in a set that has none yet. */
  readonly isRendered: boolean
  /** The call that would render the input in place; undefined where nothing could. */
  readonly renderCall: string | undefined
}

/** What a render would change, as findings on the sources; on the Certificate itself, where that would go. */
export function driftOf(changes: readonly Change[], input: DriftInput): readonly Finding[] {
  return changes.flatMap((change) => {
    if (change.kind === 'remove') return [leftover(change.position, input)]
    if (change.kind === 'update') return [outdated(change, input)]
    return input.isRendered || change.isSetRendered ? [missing(change.item, change.source, input)] : []
  })
}

function missing({ kind, metadata: { name } }: NewItem, position: number, input: DriftInput): Finding {
  const { id: rule, severity } = driftRules.certificateMissing
  return {
    rule,
    severity,
    position,
    message: `The ${kind} ${name} that this asks for is not there. ${adviceFor(input)}`,
  }
}

function outdated(change: Extract<Change, { kind: 'update' }>, input: DriftInput): Finding {
  const { id: rule, severity } = driftRules.certificateOutdated
  const fields = change.edits.map(({ path }) => fieldPath(path)).join(', ')
  const message = `The ${nameOf(input.objectAt(change.position))} is not what this asks for: ${fields} ${change.edits.length === 1 ? 'differs' : 'differ'}. ${adviceFor(input)}`
  return { rule, severity, position: change.source, message }
}

function leftover(position: number, input: DriftInput): Finding {
  const { id: rule, severity } = driftRules.certificateLeftover
  const message = `No source asks for the ${nameOf(input.objectAt(position))} any more, so that a render removes it. ${adviceFor(input)}`
  return { rule, severity, position, message }
}

function adviceFor({ renderCall }: DriftInput): string {
  if (renderCall === undefined) return 'Render again, and commit what that changes.'
  return `Run \`${renderCall}\`, or the render that you have, and commit what it changes.`
}

function nameOf(object: unknown): string {
  return `${at(object, 'kind')} ${at(object, 'metadata', 'name') ?? ''}`
}
