import type { Schema } from '../build/schema.ts'
import { element } from './dom.ts'
import type { Settings } from './engine/protocol.ts'

/** A control for one value, of the kind that the schema asks for. */
interface Control {
  readonly input: HTMLElement
  /** The value; undefined where the user set none. */
  read(): unknown
}

/** A form for the settings, made of their JSON Schema; it tells of every change. */
export function settingsForm(
  schema: Schema,
  settings: Settings,
  changed: (settings: Settings) => void,
): HTMLElement {
  const properties = Object.entries(schema.properties ?? {})
  const fields = properties.map(([name, property]) => fieldOf(name, property, settings[name]))
  const read = () =>
    Object.fromEntries(
      fields.map(({ name, control }) => [name, control.read()]).filter(([, value]) => value !== undefined),
    )
  return element(
    'form',
    { class: 'settings-form', oninput: () => changed(read()), onsubmit: (event) => event.preventDefault() },
    ...fields.map(({ field }) => field),
  )
}

function fieldOf(name: string, schema: Schema, value: unknown) {
  const id = `setting-${name}`
  const control = controlOf(schema, value, { id, 'aria-describedby': `${id}-help` })
  const help = element(
    'p',
    { id: `${id}-help`, class: 'help' },
    `${schema.description ?? ''}${hintOf(schema)}`,
  )
  const field = element('div', { class: 'field' }, element('label', { for: id }, name), control.input, help)
  return { name, control, field }
}

function hintOf(schema: Schema): string {
  if (isListOfText(schema)) return ' One a line.'
  return isPlain(schema) ? '' : ' As JSON.'
}

function isListOfText({ type, items }: Schema): boolean {
  return type === 'array' && (items?.type === 'string' || items?.enum !== undefined)
}

function isPlain(schema: Schema): boolean {
  const { type, enum: values } = schema
  return values !== undefined || type === 'string' || type === 'boolean' || isChoiceByName(schema)
}

/** A mapping whose values are each one of a few: the severities of rules. */
function isChoiceByName({ properties }: Schema): boolean {
  const values = Object.values(properties ?? {})
  return values.length > 0 && values.every((property) => property.enum !== undefined)
}

type Attributes = Readonly<Record<string, string>>

function controlOf(schema: Schema, value: unknown, attributes: Attributes): Control {
  if (schema.type === 'boolean')
    return choice(['true', 'false'], value, attributes, (text) => text === 'true')
  if (schema.enum !== undefined) return choice(schema.enum, value, attributes, (text) => text)
  if (isChoiceByName(schema)) return choicesByName(schema, value, attributes)
  if (isListOfText(schema)) return lines(value, attributes)
  return schema.type === 'string' ? line(value, attributes) : json(value, attributes)
}

function line(value: unknown, attributes: Attributes): Control {
  const input = element('input', { ...attributes, type: 'text', autocomplete: 'off', spellcheck: 'false' })
  input.value = typeof value === 'string' ? value : ''
  return { input, read: () => (input.value === '' ? undefined : input.value) }
}

function choice(
  values: readonly string[],
  value: unknown,
  attributes: Attributes,
  decode: (text: string) => unknown,
): Control {
  const options = values.map((text) => element('option', { value: text }, text))
  const input = element('select', attributes, element('option', { value: '' }, 'default'), ...options)
  input.value = value === undefined ? '' : String(value)
  return { input, read: () => (input.value === '' ? undefined : decode(input.value)) }
}

function lines(value: unknown, attributes: Attributes): Control {
  const input = element('textarea', { ...attributes, rows: '2', spellcheck: 'false' })
  input.value = Array.isArray(value) ? value.join('\n') : ''
  const read = () => {
    const entries = input.value
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
    return entries.length === 0 ? undefined : entries
  }
  return { input, read }
}

/** What has no control of its own; what isn't JSON yet goes on as text, so that the function says what is wrong with it. */
function json(value: unknown, attributes: Attributes): Control {
  const input = element('textarea', { ...attributes, rows: '3', spellcheck: 'false' })
  input.value = value === undefined ? '' : JSON.stringify(value, undefined, 1)
  const read = () => {
    if (input.value.trim() === '') return undefined
    try {
      const parsed: unknown = JSON.parse(input.value)
      return parsed
    } catch {
      return input.value
    }
  }
  return { input, read }
}

/** A row for each name that is set, and one to choose the next: there are too many names for a row each. */
function choicesByName({ properties = {} }: Schema, value: unknown, attributes: Attributes): Control {
  const chosen = new Map<string, string>(
    typeof value === 'object' && value !== null ? Object.entries(value) : [],
  )
  const rows = element('div', { class: 'rows' })
  const next = element('select', attributes, element('option', { value: '' }, 'add one'))
  next.append(...Object.keys(properties).map((name) => element('option', { value: name }, name)))
  const add = (name: string) => {
    const select = element('select', { 'aria-label': name })
    select.append(...(properties[name]?.enum ?? []).map((text) => element('option', { value: text }, text)))
    select.value = chosen.get(name) ?? ''
    const remove = element(
      'button',
      { type: 'button', 'aria-label': `Take ${name} off`, onclick: () => drop(name, row) },
      '×',
    )
    select.addEventListener('input', () => chosen.set(name, select.value))
    const row = element('div', { class: 'row' }, element('span', {}, name), select, remove)
    rows.append(row)
  }
  const drop = (name: string, row: HTMLElement) => {
    chosen.delete(name)
    row.remove()
    next.dispatchEvent(new Event('input', { bubbles: true }))
    next.focus()
  }
  next.addEventListener('input', () => {
    const name = next.value
    next.value = ''
    if (name === '' || chosen.has(name)) return
    chosen.set(name, 'off')
    add(name)
  })
  for (const name of chosen.keys()) add(name)
  const read = () => (chosen.size === 0 ? undefined : Object.fromEntries(chosen))
  return { input: element('div', { class: 'choices' }, rows, next), read }
}
