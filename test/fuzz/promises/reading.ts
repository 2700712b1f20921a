import { type Document, isCollection, type Pair, parseAllDocuments, visit } from 'yaml'
import { ingressShimFunction } from '../../../src/function.ts'
import { FileError } from '../../../src/krm/run/generator.ts'
import { runFunction } from '../../../src/krm/run/runner.ts'
import { withEdits } from '../../../src/manifest/edited-value.ts'
import { isFields } from '../../../src/manifest/manifest.ts'
import { type Contents, contentsOf } from './items.ts'

/*
 * An input as `yaml` alone reads it, whole, and what the function makes of these values: none of src/krm's own readers and writers
 * is asked.
 */

/** What `yaml` reads; undefined where it refuses the text, or where this is no list and no stream. */
export function readingOf(text: string): Contents | undefined {
  const documents = documentsOf(text)
  return documents && contentsOf(documents)
}

const options = { merge: true, uniqueKeys: false, logLevel: 'error' } as const

function documentsOf(text: string): readonly unknown[] | undefined {
  try {
    const documents = parsedBy(text, options)
    if (documents.some((document) => document.errors.length > 0 || hasCollectionAsKey(document)))
      return undefined
    return documents.map((document): unknown => document.toJS({ maxAliasCount: -1 }))
  } catch {
    return undefined
  }
}

function parsedBy(text: string, how: typeof options | { merge: true; logLevel: 'error' }) {
  const documents = parseAllDocuments(text, how)
  return Array.isArray(documents) ? documents : []
}

/** Whether readers can disagree about a text: keys that are there twice, and directives. */
export function isDoubtful(text: string): boolean {
  if (/^%/m.test(text)) return true
  return parsedBy(text, { merge: true, logLevel: 'error' }).some(({ errors }) => errors.length > 0)
}

/** `yaml` names a key that is a collection after its text, and that after the comments and blank lines around it. */
function hasCollectionAsKey(document: Document.Parsed): boolean {
  let found = false
  const onPair = (_key: unknown, { key }: Pair) => {
    found ||= isCollection(key)
  }
  visit(document, { Pair: onPair })
  return found
}

/** What has to come out. */
export interface Expected {
  readonly items: readonly unknown[]
  /** The new items among them. */
  readonly added: readonly object[]
  readonly findings: readonly { readonly severity: string }[]
  /** Whether nothing has to change. */
  readonly isUnchanged: boolean
}

/** The items with the Certificates that the function gives for these values. */
export async function expectedOf(reading: Contents): Promise<Expected> {
  const { items, form } = reading
  const seen = items.flatMap((object, position) => (isFields(object) ? [{ object, position }] : []))
  const input = {
    ...reading,
    items: seen,
    onlyItem: items.length === 1 ? items[0] : undefined,
    isOneSet: form === 'stream',
  }
  const { edits, findings } = await runFunction(ingressShimFunction, input, () => {
    throw new FileError('There is no file here.')
  })
  const kept = items.flatMap((item, position) =>
    edits.remove.has(position) ? [] : [withEdits(item, edits.update.get(position) ?? [])],
  )
  const isUnchanged = edits.remove.size + edits.update.size + edits.append.length === 0
  return { items: [...kept, ...edits.append], added: edits.append, findings, isUnchanged }
}
