import type {
  Configs,
  Result as ConfigsResult,
  FieldInfo,
  Json,
  KptFunc,
  KubernetesObject,
} from 'kpt-functions'
import { canonical } from '../../manifest/canonical.ts'
import type { FieldEdit } from '../../manifest/change.ts'
import { withEdits } from '../../manifest/edited-value.ts'
import { at } from '../../manifest/manifest.ts'
import type { Wanted } from '../list/resource-list.ts'
import type { Result } from '../results/result.ts'
import type { KrmFunction } from './function.ts'
import type { ReadFile } from './generator.ts'
import { withKustomizations } from './patches.ts'
import { newResultsOf, runFunction } from './runner.ts'

/** What the world gives to a function. */
export interface World {
  readonly readFile: ReadFile
  /** The day in UTC, such as `2026-11-24`. */
  readonly today: () => string
}

/**
 * A function for programs that are built on the SDK, which keeps its items as objects and not as text.
 *
 * The program can run it with the SDK's `run`, or call it among functions of its own.
 */
export function kptFunc(fn: KrmFunction, { readFile, today }: World, usage: string): KptFunc {
  const wantedAnywhere = withKustomizations(fn.wanted)
  const { beside } = wantedAnywhere
  const wantedBeside = (objects: readonly KubernetesObject[]) =>
    beside?.wanted(new Set(beside.texts.filter((text) => objects.some(mentions(text))))) ?? wantedAnywhere
  const run = async (configs: Configs) => {
    const objects = configs.getAll()
    const wanted = wantedBeside(objects)
    const items = objects.map((object, position) => ({ position, object }))
    const seen = items.filter(({ object }) => isWanted(object, wanted))
    const onlyItem = objects.length === 1 ? objects[0] : undefined
    const input = { items: seen, onlyItem, functionConfig: functionConfigOf(configs), today: today() }
    const done = await runFunction(fn, input, readFile)
    const { edits } = done
    for (const { position, object } of seen) {
      applyEdits(object, edits.update.get(position) ?? [])
      if (edits.remove.has(position)) configs.delete(object)
    }
    configs.insert(...edits.append.filter(isKubernetesObject))
    const known = new Set(configs.getResults().map(canonical))
    const results = newResultsOf(done).map(configsResult)
    configs.addResults(...results.filter((result) => !known.has(canonical(result))))
  }
  return Object.assign(run, { usage })
}

/** The SDK's YAML reader makes a Date of a date without quotes. */
function functionConfigOf(configs: Configs): unknown {
  const config = configs.getFunctionConfig()
  return config && plain(config)
}

/** Where an object says which group it is of, or another in an annotation. */
function mentions(text: string): (object: KubernetesObject) => boolean {
  return ({ apiVersion, metadata }) =>
    [apiVersion, ...Object.values(metadata.annotations ?? {})].some((value) => String(value).includes(text))
}

function isWanted(object: KubernetesObject, wanted: Wanted): boolean {
  const annotations = at(object, 'metadata', 'annotations')
  return (
    wanted(object.apiVersion, object.kind) ||
    (wanted.annotations ?? []).some((key) => at(annotations, key) !== undefined)
  )
}

/** Edits fields of an object in its place. */
function applyEdits(object: KubernetesObject, edits: readonly FieldEdit[]): void {
  const after = withEdits(object, edits)
  for (const { path } of edits) {
    const [key = ''] = path
    const value = at(after, key)
    if (value === undefined) Reflect.deleteProperty(object, key)
    else Reflect.set(object, key, value)
  }
}

function isKubernetesObject(object: object): object is KubernetesObject {
  const parts = [at(object, 'apiVersion'), at(object, 'kind'), at(object, 'metadata', 'name')]
  return parts.every((part) => typeof part === 'string')
}

/** The SDK's spelling of a result, which is not quite that of the specification. */
function configsResult({ severity, resourceRef, field, ...rest }: Result): ConfigsResult {
  return {
    ...rest,
    severity: severity === 'warning' ? 'warn' : severity,
    ...(resourceRef && { resourceRef: { namespace: '', ...resourceRef } }),
    ...(field && { field: configsField(field) }),
  }
}

function configsField({ path, ...values }: NonNullable<Result['field']>): FieldInfo {
  return {
    path,
    ...(values.currentValue !== undefined && { currentValue: plain(values.currentValue) }),
    ...(values.proposedValue !== undefined && { suggestedValue: plain(values.proposedValue) }),
  }
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value))
}
