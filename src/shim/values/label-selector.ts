import { at, isFields } from '../../manifest/manifest.ts'

/** What is known of the labels of something. */
export interface KnownLabels {
  get(key: string): string | undefined
  /** Whether it has no others. */
  readonly areAll: boolean
}

/**
 * Whether labels meet a selector; undefined where a label that isn't known decides. The rule is `LabelSelector` in
 * Kubernetes' apimachinery, pkg/apis/meta/v1/types.go; what is of the wrong type in it asks for nothing.
 */
export function meets(selector: unknown, labels: KnownLabels): boolean | undefined {
  const answers = requirementsOf(selector).map((requirement) => meetsOne(requirement, labels))
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

interface Requirement {
  readonly key: string
  readonly operator: unknown
  readonly values: readonly unknown[]
}

function requirementsOf(selector: unknown): readonly Requirement[] {
  const labels = at(selector, 'matchLabels')
  const expressions = at(selector, 'matchExpressions')
  return [
    ...Object.entries(isFields(labels) ? labels : {}).map(([key, value]) => ({
      key,
      operator: 'In',
      values: [value],
    })),
    ...(Array.isArray(expressions) ? expressions : []).map((expression: unknown) => {
      const values = at(expression, 'values')
      return {
        key: String(at(expression, 'key')),
        operator: at(expression, 'operator'),
        values: Array.isArray(values) ? values : [],
      }
    }),
  ]
}

function meetsOne({ key, operator, values }: Requirement, labels: KnownLabels): boolean | undefined {
  const value = labels.get(key)
  if (value === undefined && !labels.areAll) return undefined
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value)
    case 'NotIn':
      return value === undefined || !values.includes(value)
    case 'Exists':
      return value !== undefined
    case 'DoesNotExist':
      return value === undefined
    default:
      return true
  }
}
