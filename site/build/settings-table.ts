import { type Schema, settingsSchema } from './schema.ts'

/** The settings as a table: their names, types and what they do, of the schema that the command prints. */
export function settingsTable(): string {
  const rows = Object.entries(settingsSchema.properties ?? {}).map(
    ([name, schema]) => `| \`${name}\` | ${typeOf(schema)} | ${schema.description ?? ''} |`,
  )
  return [
    '## All settings',
    '',
    'These are the fields of `spec`.',
    '',
    '| setting | type | what it does |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** The type of a setting in words. */
function typeOf({ type, enum: values, items, properties }: Schema): string {
  if (values !== undefined) return values.map((value) => `\`${value}\``).join(' or ')
  if (typeof type === 'object') return type.join(' or ')
  if (type === 'array')
    return items?.type === 'string' || items?.enum !== undefined ? 'list of strings' : 'list'
  if (type === 'object') return properties === undefined ? 'mapping' : 'mapping by name'
  return type ?? 'any'
}
