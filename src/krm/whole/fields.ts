import { isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { apiVersions, duplicateSentence, InputError } from '../list/resource-list.ts'
import { isFlow } from './flow.ts'
import { columnAt, keyText, pairStart, rangeOf } from './nodes.ts'
import { jsValue, lineOf, type ParsedText } from './parse.ts'

/** The top-level fields of a ResourceList, by key. */
export type TopFields = ReadonlyMap<string, Pair>

/**
 * The top-level fields of a text that holds a ResourceList.
 * @throws InputError where it holds anything else.
 */
export function topFields(parsed: ParsedText): { root: YAMLMap; fields: TopFields; apiVersion: string } {
  const root = parsed.doc.contents
  if (!isMap(root)) throw notAMapping(parsed)
  const fields = uniqueFields(parsed, root)
  const kind = fieldValue(parsed, fields, 'kind')
  const apiVersion = fieldValue(parsed, fields, 'apiVersion')
  if (kind !== 'ResourceList') throw anotherKind(kind)
  if (typeof apiVersion !== 'string' || !apiVersions.includes(apiVersion)) throw anotherApiVersion(apiVersion)
  return { root, fields, apiVersion }
}

/** The value of a top-level field; undefined where it isn't there. */
export function fieldValue(parsed: ParsedText, fields: TopFields, key: string): unknown {
  const pair = fields.get(key)
  return pair === undefined ? undefined : jsValue(parsed, pair.value)
}

/**
 * The list under a top-level key; undefined where there is none, or a null.
 * @throws InputError where it is no list.
 */
export function fieldList(parsed: ParsedText, fields: TopFields, key: string): YAMLSeq | undefined {
  const pair = fields.get(key)
  const value = pair?.value
  if (pair === undefined || value === null || (isScalar(value) && value.value === null)) return undefined
  if (isSeq(value)) return value
  throw new InputError(
    `The ResourceList's ${key} (line ${lineOf(parsed, pair.key)}) is no list. Write it as a list, with \`- \` before each entry.`,
  )
}

function uniqueFields(parsed: ParsedText, root: YAMLMap): TopFields {
  const fields = new Map<string, Pair>()
  for (const pair of root.items) {
    const key = keyText(parsed.doc, pair.key)
    if (!isFlow(root) && columnAt(parsed.text, pairStart(pair)) !== columnAt(parsed.text, rangeOf(root)[0])) {
      throw misplaced(parsed, pair)
    }
    if (fields.has(key)) {
      throw new InputError(
        `The ResourceList can't be read: ${duplicateSentence(key, lineOf(parsed, pair.key))}. Remove one.`,
      )
    }
    fields.set(key, pair)
  }
  return fields
}

/** `yaml` overlooks the indentation of a key below a block scalar with a tab in the place of its indentation. */
function misplaced(parsed: ParsedText, { key }: Pair): InputError {
  return new InputError(
    `The input isn't valid YAML: the key on line ${lineOf(parsed, key)} stands right of the top-level keys, below a line that a tab indents. Use spaces.`,
  )
}

function notAMapping({ doc }: ParsedText): InputError {
  const root = doc.contents
  if (root === null || (isScalar(root) && root.value === null)) {
    return new InputError(
      'The input holds no YAML, only blank lines or comments, where a ResourceList is expected. Pipe one in, for example from `kpt fn source DIR`.',
    )
  }
  return new InputError(
    'The input is YAML but not a mapping, where a ResourceList (`apiVersion`, `kind`, `items`) is expected. Pipe one in, for example from `kpt fn source DIR`.',
  )
}

function anotherKind(kind: unknown): InputError {
  const found = kind === undefined ? 'has no kind' : `is of kind ${JSON.stringify(kind)}`
  return new InputError(
    `The input ${found}, where a ResourceList is expected. Wrap plain manifests into one, for example with \`kpt fn source DIR\`.`,
  )
}

function anotherApiVersion(apiVersion: unknown): InputError {
  const found =
    apiVersion === undefined ? 'has no apiVersion' : `has the apiVersion ${JSON.stringify(apiVersion)}`
  return new InputError(`The ResourceList ${found}; this function reads ${apiVersions.join(', ')}.`)
}
