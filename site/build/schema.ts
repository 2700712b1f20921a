import { readText } from './repository.ts'

/** The part of JSON Schema that our own schema uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly oneOf?: readonly Schema[]
}

const text = readText('schema/ingress-shim.schema.json')
const { $defs }: { $defs: Readonly<Record<string, Schema>> } = JSON.parse(text)

/** With what it defines in one place written out wherever it is referred to. */
const schema: Schema = JSON.parse(text, (_key, value) =>
  typeof value?.$ref === 'string' ? $defs[value.$ref.replace('#/$defs/', '')] : value,
)

/** The schema of `spec` in an IngressShim. */
export const settingsSchema: Schema = settingsOf(schema)

function settingsOf({ oneOf = [] }: Schema): Schema {
  const form = oneOf.find(({ properties }) => properties?.kind?.const === 'IngressShim')
  if (form?.properties?.spec === undefined) throw new Error('The schema has no IngressShim.')
  return form.properties.spec
}
