import { ingressShimFunction } from '../../../src/function.ts'
import { readInput } from '../../../src/krm/list/read.ts'
import { type Input, InputError, type ListEdits } from '../../../src/krm/list/resource-list.ts'
import { functionConfigPosition, type Result } from '../../../src/krm/results/result.ts'
import { resultOf } from '../../../src/krm/results/results.ts'
import { FileError } from '../../../src/krm/run/generator.ts'
import { withKustomizations } from '../../../src/krm/run/patches.ts'
import { type FunctionRun, newResultsOf, runFunction } from '../../../src/krm/run/runner.ts'
import { blockMapping } from '../../../src/krm/yaml/edit/stringify.ts'
import { stepsOf } from '../../../src/krm/yaml/step.ts'
import { YamlError } from '../../../src/krm/yaml/yaml-error.ts'
import { withEdits } from '../../../src/manifest/edited-value.ts'
import type { Finding } from '../../../src/manifest/finding.ts'
import { at } from '../../../src/manifest/manifest.ts'
import type { Rendering, Settings, ShownChange, ShownResult } from './protocol.ts'
import { textOf } from './text.ts'

const wanted = withKustomizations(ingressShimFunction.wanted)

/** What the command would make of a text, with these settings or, where there are none, with those of the text itself. */
export async function rendered(text: string, settings: Settings, today: string): Promise<Rendering> {
  const start = performance.now()
  try {
    const list = await readInput(new TextEncoder().encode(text), wanted)
    const run = await runFunction(ingressShimFunction, inputOf(list, settings, today), noFiles)
    const output = textOf(await list.write({ ...run.edits, results: newResultsOf(run, list.results) }))
    const results = run.findings.map((finding) => shownResult(finding, run))
    return {
      output,
      changes: shownChanges(list, run.edits),
      results,
      milliseconds: performance.now() - start,
    }
  } catch (error) {
    if (!(error instanceof InputError || error instanceof YamlError)) throw error
    return {
      problem: error.message,
      output: '',
      changes: [],
      results: [],
      milliseconds: performance.now() - start,
    }
  }
}

function inputOf(list: Input, settings: Settings, today: string) {
  const isOneSet = list.form === 'stream'
  if (Object.keys(settings).length === 0) return { ...list, isOneSet, today }
  const functionConfig = {
    apiVersion: 'fn.kpt.dev/v1alpha1',
    kind: 'IngressShim',
    metadata: { name: 'ingress-shim' },
    spec: settings,
  }
  return {
    items: list.items,
    onlyItem: list.onlyItem,
    results: list.results,
    functionConfig,
    isOneSet,
    today,
  }
}

function noFiles(name: string): never {
  throw new FileError(
    `There is no file ${name} here. Write the manifest itself in its place, or paste it on the left.`,
  )
}

function shownResult(finding: Finding, { subjectOf }: FunctionRun): ShownResult {
  const { rule, severity, message, position, field } = finding
  const subject = subjectOf(finding)
  const line = position === functionConfigPosition ? undefined : subject.lineOf?.(stepsOf(field?.path ?? ''))
  const isFixable = line !== undefined && field?.proposedValue !== undefined
  return {
    rule,
    severity,
    message,
    resource: nameOf(resultOf(finding, subject)),
    path: field?.path ?? '',
    ...(line !== undefined && { line }),
    ...(isFixable && { fix: { position, ...field, proposedValue: field.proposedValue } }),
  }
}

function nameOf({ resourceRef }: Result): string {
  if (resourceRef === undefined) return ''
  const { kind, namespace, name } = resourceRef
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`
}

const style = { newline: '\n', compact: true }

function shownChanges(
  { items }: Input,
  { append, update, remove }: Omit<ListEdits, 'results'>,
): ShownChange[] {
  const changes = items.flatMap(({ position, object }): ShownChange[] => {
    if (remove.has(position)) return [{ kind: 'removed', resource: namedIn(object), text: '' }]
    const after = withEdits(object, update.get(position) ?? [])
    if (after === object || typeof after !== 'object' || after === null) return []
    return [{ kind: 'updated', resource: namedIn(object), text: blockMapping(after, 0, style) }]
  })
  const created = append.map((item): ShownChange => {
    return { kind: 'created', resource: namedIn(item), text: blockMapping(item, 0, style) }
  })
  return [...created, ...changes]
}

function namedIn(object: unknown): string {
  const [namespace, name] = [at(object, 'metadata', 'namespace'), at(object, 'metadata', 'name')]
  return `${at(object, 'kind')} ${typeof namespace === 'string' ? `${namespace}/` : ''}${name}`
}
