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
import { at } from '../../manifest/manifest.ts'
import type { Wanted } from '../list/resource-list.ts'
import type { Result } from '../results/result.ts'
import type { KrmFunction } from './function.ts'
import type { ReadFile } from './generator.ts'
import { withKustomizations } from './patches.ts'
import { newResultsOf, runFunction } from './runner.ts'

/**
 * A function for programs that are built on the SDK, which keeps its items as objects and not as text.
 *
 * The program can run it with the SDK's `run`, or call it among functions of its own.
 */
export function kptFunc(fn: KrmFunction, readFile: ReadFile, usage: string): KptFunc {
  const wantedAnywhere = withKustomizations(fn.wanted)
  const run = async (configs: Configs) => {
    const objects = configs.getAll()
    const wanted = wantedAnywhere.beside?.((text) => objects.some(mentions(text))) ?? wantedAnywhere
    const items = objects.map((object, position) => ({ position, object }))
    const seen = items.filter(({ object }) => isWanted(object, wanted))
    const onlyItem = objects.length === 1 ? objects[0] : undefined
    const input = { items: seen, onlyItem, functionConfig: configs.getFunctionConfig() }
    const done = await runFunction(fn, input, readFile)
    const { edits } = done
    for (const { position, object } of seen) {
      for (const edit of edits.update.get(position) ?? []) applyEdit(object, edit)
      if (edits.remove.has(position)) configs.delete(object)
    }
    configs.insert(...edits.append.filter(isKubernetesObject))
    const known = new Set(configs.getResults().map(canonical))
    const results = newResultsOf(done).map(configsResult)
    configs.addResults(...results.filter((result) => !known.has(canonical(result))))
  }
  return Object.assign(run, { usage })
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

/** Sets a field, or takes it away; the mappings on the way to it are made where they are missing. */
function applyEdit(object: object, { path, value }: FieldEdit): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(object, key)
    else define(object, key, value)
    return
  }
  const child = at(object, key)
  if (typeof child === 'object' && child !== null) applyEdit(child, { path: rest, value })
  else if (value !== undefined) define(object, key, nested(rest, value))
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => Object.fromEntries([[key, inner]]), value)
}

/** Sets a key of the object's own, even where it is called `__proto__`. */
function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true })
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
