import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A row of the README's table of annotations: an annotation, an example of its value, and the field that it gives. */
export interface AnnotationRow {
  readonly key: string
  readonly example: string
  readonly path: string
  readonly value: unknown
}

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

/** The rows of the table, in its order. */
export const annotationRows: readonly AnnotationRow[] = [
  ...readme.matchAll(/^\| `(\S+)` \| .*? \| `([^`]+)` \| `(.*?): (.*)` \|$/gm),
].map(([, key = '', example = '', path = '', value = '']) => ({ key, example, path, value: parse(value) }))

/** The keys of a path such as `metadata.annotations[example.com/name]`. */
export function keysOf(path: string): readonly string[] {
  const [fields = '', key] = path.split(/[[\]]/)
  return [...fields.split('.'), ...(key === undefined ? [] : [key])]
}
