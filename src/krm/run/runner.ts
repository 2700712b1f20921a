import type { Finding } from '../../manifest/finding.ts'
import type { Manifest } from '../../manifest/manifest.ts'
import type { SettingProblem } from '../config/settings.ts'
import type { FieldEdit, Item, ListEdits } from '../list/resource-list.ts'
import type { Result } from '../results/result.ts'
import { resourceOutOfReach, resultOf, resultOfConfig } from '../results/results.ts'
import { isInternalAnnotation } from './annotations.ts'
import type { FunctionOutcome, KrmFunction } from './function.ts'
import {
  type Given,
  type GivenResource,
  givenByItself,
  givenBySettings,
  isSource,
  type ReadFile,
} from './generator.ts'
import { Placement } from './placement.ts'

/** What a function gets to see of a list. */
export interface FunctionInput {
  readonly items: readonly Item[]
  readonly functionConfig: unknown
  /** Why the functionConfig can't be trusted, in a sentence without its end. */
  readonly functionConfigProblem?: string
}

/** A result, and what it is about. */
export interface Report {
  readonly result: Result
  /** The manifest or the functionConfig. */
  readonly object: unknown
  /** Line of its first byte in the input; undefined where it is no item of the list. */
  readonly line?: number
}

export interface FunctionRun {
  readonly edits: ListEdits
  /** The results of the edits, in the same order. */
  readonly reports: readonly Report[]
}

/**
 * Runs a function over a list, and says what has to be done to it. A functionConfig that can't be used leaves the list as
 * it is, and is an error result.
 *
 * `readFile` reads the files that the functionConfig names.
 */
export async function runFunction(
  fn: KrmFunction,
  input: FunctionInput,
  readFile: ReadFile,
): Promise<FunctionRun> {
  const { items, functionConfig, functionConfigProblem } = input
  if (functionConfigProblem !== undefined)
    return onlyProblems([unclear(functionConfigProblem)], functionConfig)
  const itself = isSource(functionConfig, fn.sources)
  const configured = fn.configure(itself ? undefined : functionConfig)
  if ('problems' in configured) return onlyProblems(configured.problems, functionConfig)
  const given = itself
    ? givenByItself(functionConfig, items)
    : await givenBySettings(configured.resources, items, readFile)
  if (given.problems.length > 0) return onlyProblems(given.problems, functionConfig)
  const view = new View(items, given)
  return runWith(configured.run(view.manifests), view, given.leaveOut)
}

function unclear(problem: string): SettingProblem {
  return {
    path: '',
    message: `The functionConfig can't be relied on: ${problem}. Nothing is done until that is corrected.`,
  }
}

function onlyProblems(problems: readonly SettingProblem[], functionConfig: unknown): FunctionRun {
  const reports = problems.map((problem) => ({
    result: resultOfConfig(problem, functionConfig),
    object: functionConfig,
  }))
  return runOf({ update: new Map(), remove: new Set(), append: [] }, reports)
}

function runOf(edits: Omit<ListEdits, 'results'>, reports: readonly Report[]): FunctionRun {
  return { edits: { ...edits, results: reports.map(({ result }) => result) }, reports }
}

/** The items of the list and the given resources under one numbering, in which these come after all items. */
class View {
  readonly manifests: readonly Manifest[]
  readonly #items: ReadonlyMap<number, Item>
  readonly #given: ReadonlyMap<number, GivenResource>

  constructor(items: readonly Item[], { resources, leaveOut }: Given) {
    const first = (items.at(-1)?.position ?? -1) + 1
    const seen = leaveOut.size === 0 ? items : items.filter((item) => !leaveOut.has(item.position))
    this.manifests = [...seen, ...resources.map(({ object }, index) => ({ position: first + index, object }))]
    this.#items = new Map(seen.map((item) => [item.position, item]))
    this.#given = new Map(resources.map((resource, index) => [first + index, resource]))
  }

  object(position: number): unknown {
    return (this.#items.get(position) ?? this.#given.get(position))?.object
  }

  isGiven(position: number): boolean {
    return this.#given.has(position)
  }

  report(finding: Finding): Report {
    const item = this.#items.get(finding.position)
    if (item) return { result: resultOf(finding, item.object), object: item.object, line: item.line }
    const given = this.#given.get(finding.position)
    return { result: resultOf(finding, given?.object, given?.file), object: given?.object }
  }
}

function runWith(outcome: FunctionOutcome, view: View, leaveOut: ReadonlySet<number>): FunctionRun {
  const placement = new Placement(view.manifests.map(({ object }) => object))
  const update = new Map<number, readonly FieldEdit[]>()
  const remove = new Set(leaveOut)
  const append: object[] = []
  const reports = outcome.findings.map((finding) => view.report(finding))
  for (const change of outcome.changes) {
    if (change.kind === 'create') append.push(placement.place(change.item, view.object(change.source)))
    else if (view.isGiven(change.position)) reports.push(view.report(outOfReach(change.position)))
    else if (change.kind === 'remove') remove.add(change.position)
    else {
      const own = change.edits.filter(({ path }) => !isInternalAnnotation(path))
      if (own.length > 0) update.set(change.position, own)
    }
  }
  return runOf({ update, remove, append }, reports)
}

/** Only items of the list can be changed: what the functionConfig gives stays where it is. */
function outOfReach(position: number): Finding {
  return {
    rule: resourceOutOfReach.id,
    severity: resourceOutOfReach.severity,
    message:
      'This resource is out of date, but it comes from the functionConfig, which a generator can only read. ' +
      'Take it out of there, or run the function as a transformer.',
    position,
  }
}
