import type { Finding } from '../shim/finding.ts'
import type { Manifest } from '../shim/manifest.ts'
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
import type { FieldEdit, Item, ListEdits } from './resource-list.ts'
import type { Result } from './result.ts'
import { resourceOutOfReach, resultOf, resultOfConfig } from './results.ts'
import type { SettingProblem } from './settings.ts'

/** What a function gets to see of a list. */
export interface FunctionInput {
  readonly items: readonly Item[]
  readonly functionConfig: unknown
  /** Why the functionConfig can't be trusted, in a sentence without its end. */
  readonly functionConfigProblem?: string
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
): Promise<ListEdits> {
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
  return editsOf(configured.run(view.manifests), view, given.leaveOut)
}

function unclear(problem: string): SettingProblem {
  return {
    path: '',
    message: `The functionConfig can't be relied on: ${problem}. Nothing is done until that is corrected.`,
  }
}

function onlyProblems(problems: readonly SettingProblem[], functionConfig: unknown): ListEdits {
  return {
    update: new Map(),
    remove: new Set(),
    append: [],
    results: problems.map((problem) => resultOfConfig(problem, functionConfig)),
  }
}

/** The items of the list and the given resources under one numbering, in which these come after all items. */
class View {
  readonly manifests: readonly Manifest[]
  readonly #objects: ReadonlyMap<number, unknown>
  readonly #given: ReadonlyMap<number, GivenResource>

  constructor(items: readonly Item[], { resources, leaveOut }: Given) {
    const first = (items.at(-1)?.position ?? -1) + 1
    this.#given = new Map(resources.map((resource, index) => [first + index, resource]))
    this.manifests = [
      ...items.filter((item) => !leaveOut.has(item.position)),
      ...resources.map(({ object }, index) => ({ position: first + index, object })),
    ]
    this.#objects = new Map(this.manifests.map(({ position, object }) => [position, object]))
  }

  object(position: number): unknown {
    return this.#objects.get(position)
  }

  given(position: number): GivenResource | undefined {
    return this.#given.get(position)
  }
}

function editsOf(outcome: FunctionOutcome, view: View, leaveOut: ReadonlySet<number>): ListEdits {
  const placement = new Placement(view.manifests.map(({ object }) => object))
  const update = new Map<number, readonly FieldEdit[]>()
  const remove = new Set(leaveOut)
  const append: object[] = []
  const results: Result[] = outcome.findings.map((finding) => resultOfFinding(finding, view))
  for (const change of outcome.changes) {
    if (change.kind === 'create') {
      append.push(placement.place(change.item, view.object(change.source)))
      continue
    }
    const given = view.given(change.position)
    if (given) results.push(resultOfFinding(outOfReach(change.position), view))
    else if (change.kind === 'update') update.set(change.position, change.edits)
    else remove.add(change.position)
  }
  return { update, remove, append, results }
}

function resultOfFinding(finding: Finding, view: View): Result {
  return resultOf(finding, view.object(finding.position), view.given(finding.position)?.file)
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
