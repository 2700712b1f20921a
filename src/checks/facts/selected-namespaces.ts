import { at } from '../../manifest/manifest.ts'

/** Kubernetes gives this label to each namespace, with its name: docs/reference/labels-annotations-taints. */
const nameLabel = 'kubernetes.io/metadata.name'

/**
 * The names that a selector of namespaces asks for; undefined where it goes by other labels alone, which the list doesn't
 * know of.
 */
export function selectedNamespaces(selector: unknown): readonly string[] | undefined {
  const name = at(selector, 'matchLabels', nameLabel)
  if (typeof name === 'string') return [name]
  const expressions = at(selector, 'matchExpressions')
  const byName = (Array.isArray(expressions) ? expressions : []).find(
    (expression: unknown) => at(expression, 'key') === nameLabel && at(expression, 'operator') === 'In',
  )
  const values = at(byName, 'values')
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : undefined
}
