import { canonical } from '../../manifest/canonical.ts'
import type { Change, FieldEdit } from '../../manifest/change.ts'
import type { Finding } from '../../manifest/finding.ts'
import type { SettingProblem } from '../config/problems.ts'
import type { ListEdits } from '../list/resource-list.ts'
import type { Result, Subject } from '../results/result.ts'
import {
  findingOfConfig,
  findingOfIdleGenerator,
  findingOfResourceOutOfReach,
  resultOf,
} from '../results/results.ts'
import { isInternalAnnotation } from './annotations.ts'
import { withDirectories } from './directories.ts'
import type { FunctionOutcome, KrmFunction } from './function.ts'
import { givenByItself, givenBySettings, isIdleGenerator, isSource, type ReadFile } from './generator.ts'
import { withoutPatches } from './patches.ts'
import { Placement } from './placement.ts'
import { type SeenItem, Subjects } from './subjects.ts'

/** What a function gets to see of a list. */
export interface FunctionInput {
  readonly items: readonly SeenItem[]
  /** The value of the one item, seen or not; undefined where there are others, or none. */
  readonly onlyItem?: unknown
  readonly functionConfig: unknown
  /** Why the functionConfig can't be trusted, in a sentence without its end. */
  readonly functionConfigProblem?: string
  /** The results that are in the list already. */
  readonly results?: readonly unknown[]
  /** Whether all items are applied together, wherever they come from, as those of a stream are. */
  readonly isOneSet?: boolean
  /** The day of the run in UTC, such as `2026-11-24`. */
  readonly today?: string
}

export interface FunctionRun<T extends FunctionOutcome = FunctionOutcome> {
  /** What has to be done to the items of the list. */
  readonly edits: Omit<ListEdits, 'results'>
  readonly findings: readonly Finding[]
  /** What the function decided, of which the edits came. */
  readonly changes: readonly Change[]
  /** All that the function gave; undefined where the functionConfig can't be used. */
  readonly outcome: T | undefined
  /** What a finding is about. */
  subjectOf(finding: Pick<Finding, 'position'>): Subject
}

/** The results that a run adds to those that are there already, in the order of its findings. */
export function newResultsOf(
  { findings, subjectOf }: Pick<FunctionRun, 'findings' | 'subjectOf'>,
  earlier: readonly unknown[] = [],
): Result[] {
  const results = findings.map((finding) => resultOf(finding, subjectOf(finding)))
  if (earlier.length === 0 || results.length === 0) return results
  const known = new Set(earlier.map(canonical))
  return results.filter((result) => !known.has(canonical(result)))
}

/**
 * Runs a function over a list, and says what has to be done to it. A functionConfig that can't be used leaves the list as
 * it is, and is an error result.
 *
 * `readFile` reads the files that the functionConfig names.
 */
export async function runFunction<T extends FunctionOutcome>(
  fn: KrmFunction<T>,
  input: FunctionInput,
  readFile: ReadFile,
): Promise<FunctionRun<T>> {
  const { items, onlyItem, functionConfig, functionConfigProblem, today = '' } = input
  if (functionConfigProblem !== undefined)
    return refused([findingOfConfig(unclear(functionConfigProblem))], functionConfig)
  const itself = isSource(functionConfig, fn.sources)
  const configured = fn.configure(itself ? undefined : functionConfig, today)
  if ('problems' in configured) return refused(configured.problems.map(findingOfConfig), functionConfig)
  if (!itself && isIdleGenerator(functionConfig, onlyItem, configured.resources)) {
    return refused([findingOfIdleGenerator()], functionConfig)
  }
  const given = itself
    ? givenByItself(functionConfig, items)
    : await givenBySettings(configured.resources, items, readFile)
  if (given.problems.length > 0) return refused(given.problems.map(findingOfConfig), functionConfig)
  const subjects = new Subjects(items, given.resources, given.leaveOut)
  const manifests = withDirectories(withoutPatches(subjects.manifests), input)
  return runOn(subjects, await configured.run(manifests), given.leaveOut)
}

/** A run that did nothing, since the functionConfig can't be used. */
function refused(findings: readonly Finding[], functionConfig: unknown): FunctionRun<never> {
  const subject = { object: functionConfig }
  return {
    edits: { update: new Map(), remove: new Set(), append: [] },
    findings,
    changes: [],
    outcome: undefined,
    subjectOf: () => subject,
  }
}

function unclear(problem: string): SettingProblem {
  return {
    path: '',
    message: `The functionConfig can't be relied on: ${problem}. Nothing is done until that is fixed.`,
  }
}

function runOn<T extends FunctionOutcome>(
  subjects: Subjects,
  outcome: T,
  leaveOut: ReadonlySet<number>,
): FunctionRun<T> {
  const placement = new Placement(subjects.manifests.map(({ object }) => object))
  const update = new Map<number, readonly FieldEdit[]>()
  const remove = new Set(leaveOut)
  const append: object[] = []
  const findings = [...outcome.findings]
  for (const change of outcome.changes) {
    if (change.kind === 'create') {
      append.push(placement.place(change.item, subjects.at(change.source).object))
    } else if (subjects.isGiven(change.position)) {
      // Only items of the list can be changed: what the functionConfig gives stays where it is.
      findings.push(findingOfResourceOutOfReach(change.position))
    } else if (change.kind === 'remove') remove.add(change.position)
    else {
      const own = change.edits.filter(({ path }) => !isInternalAnnotation(path))
      if (own.length > 0) update.set(change.position, own)
    }
  }
  return {
    edits: { update, remove, append },
    findings,
    changes: outcome.changes,
    outcome,
    subjectOf: ({ position }) => subjects.at(position),
  }
}
