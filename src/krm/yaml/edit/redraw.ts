import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  visit,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml'
import type { FieldEdit } from '../../../manifest/change.ts'
import { withEdits } from '../../../manifest/edited-value.ts'
import type { Json } from '../../../manifest/finding.ts'
import { at, isFields } from '../../../manifest/manifest.ts'
import { sameValue } from '../../../manifest/same-value.ts'
import { options, readAny } from '../read-any.ts'
import { isMerge } from '../tree-of-document.ts'
import { flowText, quoted } from './quote.ts'
import type { BlockStyle } from './stringify.ts'

/**
 * A text that is no certain block style, with its fields edited: drawn anew by `yaml` with its comments, or as JSON where it
 * is JSON. The first line has no indentation, the others have `column` spaces more than in a text of its own.
 *
 * Undefined where what was drawn doesn't read back as it should.
 */
export function redrawn(
  text: string,
  value: unknown,
  edits: readonly FieldEdit[],
  column: number,
  style: BlockStyle,
): string | undefined {
  const target = withEdits(value, edits)
  const drawn = isJson(text)
    ? flowText(target, text.includes('\n') ? '  ' : '')
    : drawnByYaml(text, edits, style)
  const indentation = ' '.repeat(column)
  const lines = drawn.replace(/\n$/, '').split('\n')
  const indented = lines.map((line, index) => (index === 0 || line === '' ? line : indentation + line))
  const [tree] = readAny(indentation + indented.join('\n'))
  return sameValue(tree?.value, target) ? indented.join(style.newline) : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function drawnByYaml(text: string, edits: readonly FieldEdit[], { compact }: BlockStyle): string {
  const document = parseDocument(text.replaceAll('\r\n', '\n'), { ...options, intAsBigInt: true })
  const before: unknown = document.toJS({ maxAliasCount: -1 })
  const targets = aliasTargets(document)
  for (const { path, value } of edits) editField(document, document.contents, before, path, value)
  restoreAnchors(document, targets)
  return document.toString({ lineWidth: 0, indentSeq: !compact, flowCollectionPadding: false })
}

/** What each alias stands for, as it was before any edit. */
function aliasTargets(document: Document.Parsed): ReadonlyMap<string, YamlNode> {
  const targets = new Map<string, YamlNode>()
  visit(document, {
    Alias: (_key, alias) => {
      const target = alias.resolve(document)
      const copy: unknown = target?.clone()
      if (isMap(copy) || isSeq(copy) || isScalar(copy)) targets.set(alias.source, copy)
    },
  })
  return targets
}

/** The first alias of an anchor that went, or whose value has changed, becomes what it stood for, anchor and all. */
function restoreAnchors(document: Document.Parsed, targets: ReadonlyMap<string, YamlNode>): void {
  const anchors = new Set<string>()
  visit(document, {
    Node: (_key, node) => {
      if (!isAlias(node)) {
        if ('anchor' in node && typeof node.anchor === 'string') anchors.add(node.anchor)
        return undefined
      }
      if (anchors.has(node.source)) return undefined
      anchors.add(node.source)
      return targets.get(node.source)
    },
  })
}

/** Sets a field, or takes it away, in a mapping that stood for `before`; a mapping that is emptied by that goes too. */
function editField(
  document: Document.Parsed,
  map: unknown,
  before: unknown,
  [key, ...rest]: readonly string[],
  value: Json | undefined,
): void {
  if (!isMap(map) || key === undefined) return
  // What an alias elsewhere stands for is restored from what it was.
  Reflect.deleteProperty(map, 'anchor')
  const pair = ownPair(document, map, before, key, value === undefined)
  if (pair !== undefined && rest.length > 0 && isMap(pair.value)) {
    editField(document, pair.value, at(before, key), rest, value)
    if (pair.value.items.length === 0) removePair(map, pair)
  } else if (value !== undefined) {
    const node = created(document, withEdits(undefined, [{ path: rest, value }]))
    if (pair === undefined) map.items.push(document.createPair(created(document, key), node))
    else pair.value = node
  } else if (pair !== undefined && rest.length === 0) removePair(map, pair)
}

/**
 * The mapping's own pair of a key, with no alias for its value. One that a merge brings becomes an own one; the merge is
 * written out where that is to be taken away.
 */
function ownPair(
  document: Document.Parsed,
  map: YAMLMap,
  before: unknown,
  key: string,
  isToGo: boolean,
): Pair | undefined {
  const own = map.items.findLast((pair) => keyOf(pair) === key)
  if (own !== undefined) {
    if (isAlias(own.value)) own.value = created(document, at(before, key))
    return own
  }
  if (at(before, key) === undefined || !isFields(before)) return undefined
  const taken = new Set(map.items.map(keyOf))
  const brought = Object.keys(before)
    .filter((name) => !taken.has(name) && (isToGo || name === key))
    .map((name) => document.createPair(created(document, name), created(document, before[name])))
  if (isToGo) map.items = map.items.filter((pair) => !isMerge(pair))
  map.items.push(...brought)
  return brought.find((pair) => keyOf(pair) === key)
}

/** A value as a node, with quotes where readers of YAML 1.1 need them. */
function created(document: Document.Parsed, value: unknown): YamlNode {
  const node = document.createNode(value)
  visit(node, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && quoted(scalar.value) !== scalar.value)
        scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return node
}

function removePair(map: YAMLMap, pair: Pair): void {
  map.items.splice(map.items.indexOf(pair), 1)
}

function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) ? String(key.value ?? '') : undefined
}
