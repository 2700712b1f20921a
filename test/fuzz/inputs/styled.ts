import { isFields } from '../../../src/manifest/manifest.ts'
import type { Choices } from '../choices.ts'

/*
 * Values in every style that YAML has: quotes, block scalars of all indicators, flow collections on one line and on several,
 * anchors and aliases, tags, explicit keys, merge keys, keys that are there twice, comments and blank lines in odd places.
 */

/** The pairs of a mapping as lines at a column, or in braces. */
export function styledDocument(value: object, choices: Choices): string {
  return new Stylist(choices).document(value)
}

/** A list's entries as lines whose dashes stand at a column. */
export function styledEntries(values: readonly unknown[], column: number, choices: Choices): string {
  return new Stylist(choices).entries(values, column)
}

class Stylist {
  readonly #choices: Choices
  readonly #anchors = new Map<string, string>()

  constructor(choices: Choices) {
    this.#choices = choices
  }

  document(value: object): string {
    return this.#choices.oneIn(12) ? `${this.#flow(value, 0)}\n` : this.#pairs(value, 0)
  }

  entries(values: readonly unknown[], column: number): string {
    const blanks = ' '.repeat(this.#choices.of(1, 1, 1, 2, 3))
    return values
      .map((value) => {
        const between = this.#between()
        const inner = column + 1 + blanks.length
        if (isFields(value) && Object.keys(value).length > 0 && !this.#choices.oneIn(8)) {
          return `${between}${' '.repeat(column)}-${blanks}${this.#pairs(value, inner).trimStart()}`
        }
        return `${between}${' '.repeat(column)}-${this.#after(value, column)}`
      })
      .join('')
  }

  #pairs(value: object, column: number): string {
    const pairs = this.#inSomeOrder(Object.entries(value))
    const merged = this.#choices.oneIn(15) ? pairs.splice(this.#choices.below(pairs.length + 1)) : []
    const lines = pairs.map(([key, field]) => {
      const twice = this.#choices.oneIn(150) ? this.#pair(key, this.#choices.of('x', field), column) : ''
      return twice + this.#between() + this.#pair(key, field, column)
    })
    if (merged.length > 0)
      lines.push(`${' '.repeat(column)}<<: ${this.#merge(Object.fromEntries(merged), column)}\n`)
    return lines.join('')
  }

  #merge(fields: object, column: number): string {
    const flow = this.#flow(fields, column + 1)
    return this.#choices.of(flow, `[${flow}]`, `[{}, ${flow}]`, `&m${column} ${flow}`)
  }

  #pair(key: string, value: unknown, column: number): string {
    const text = this.#key(key, column)
    const start = ' '.repeat(column)
    if (this.#choices.oneIn(40)) return `${start}? ${text}\n${start}:${this.#after(value, column)}`
    return `${start}${text}${this.#choices.of('', '', '', ' ')}:${this.#after(value, column)}`
  }

  #key(key: string, column: number): string {
    const anchor = this.#choices.oneIn(60) ? `&k${column} ` : ''
    return (
      anchor +
      (isPlain(key) ? this.#choices.of(key, key, key, JSON.stringify(key), `'${key}'`) : JSON.stringify(key))
    )
  }

  /** What follows a colon or a dash that stands at a column, with the end of the line. */
  #after(value: unknown, column: number): string {
    const alias = this.#aliasOf(value)
    if (alias !== undefined) return ` *${alias}${this.#trail()}\n`
    const properties = this.#propertiesOf(value)
    if (Array.isArray(value) && value.length > 0 && !this.#choices.oneIn(5)) {
      const by = this.#choices.of(0, 2, 2, 4)
      return `${properties}${this.#trail()}\n${this.entries(value, column + by)}`
    }
    if (isFields(value) && Object.keys(value).length > 0 && !this.#choices.oneIn(8)) {
      const by = this.#choices.of(2, 2, 2, 1, 3, 4)
      return `${properties}${this.#trail()}\n${this.#pairs(value, column + by)}`
    }
    if (typeof value === 'string' && this.#choices.oneIn(value.includes('\n') ? 2 : 7)) {
      return `${properties} ${this.#blockScalar(value, column)}`
    }
    const text = this.#inline(value, column)
    return `${properties}${text === '' ? '' : ' '}${text}${this.#trail()}\n`
  }

  #inline(value: unknown, column: number): string {
    if (typeof value === 'object' && value !== null) return this.#flow(value, column + 1)
    return this.#scalar(value, column + 1)
  }

  #aliasOf(value: unknown): string | undefined {
    const anchor = this.#anchors.get(JSON.stringify(value))
    return anchor !== undefined && this.#choices.oneIn(2) ? anchor : undefined
  }

  #propertiesOf(value: unknown): string {
    const tag = this.#choices.oneIn(25) ? ` ${tagOf(value, this.#choices)}` : ''
    if (!this.#choices.oneIn(14)) return tag
    const anchor = this.#choices.of('a', 'b', 'c-1', 'ä')
    for (const [text, name] of this.#anchors) if (name === anchor) this.#anchors.delete(text)
    this.#anchors.set(JSON.stringify(value), anchor)
    return this.#choices.of(` &${anchor}${tag}`, `${tag} &${anchor}`)
  }

  #flow(value: unknown, column: number): string {
    const lead = this.#choices.of(
      '',
      '',
      ' ',
      `\n${' '.repeat(column + 2)}`,
      ` # c\n${' '.repeat(column + 2)}`,
    )
    const end = this.#choices.of('', '', ',')
    if (Array.isArray(value)) {
      const entries = value.map((entry) => lead + this.#flow(entry, column + 2))
      return `[${entries.join(',')}${entries.length > 0 ? end : ''}${lead.trimEnd() === '' ? lead.trim() : `\n${' '.repeat(column)}`}]`
    }
    if (!isFields(value)) return this.#scalar(value, column, true)
    const pairs = Object.entries(value).map(([key, field]) => {
      const colon = this.#choices.of(': ', ': ', ' : ', ':')
      const name = colon === ':' ? JSON.stringify(key) : this.#key(key, column)
      return `${lead}${this.#choices.oneIn(40) ? '? ' : ''}${name}${colon}${this.#flow(field, column + 2)}`
    })
    return `{${pairs.join(',')}${pairs.length > 0 ? end : ''}${lead.trim() === '' ? lead : `\n${' '.repeat(column)}`}}`
  }

  #scalar(value: unknown, column: number, isInFlow = false): string {
    if (typeof value !== 'string') return this.#otherScalar(value)
    const quoted = JSON.stringify(value)
    const single = /^[\x20-\x7e]*$/.test(value) ? `'${value.replaceAll("'", "''")}'` : quoted
    const plain = isPlain(value) && !(isInFlow && /[,[\]{}]/.test(value)) ? value : quoted
    return this.#choices.of(
      plain,
      plain,
      quoted,
      single,
      escaped(quoted),
      quoted.replace(' ', ` \\\n${' '.repeat(column)}\\ `),
      single.replace(/(?<=\w) (?=\w)/, `\n${' '.repeat(column)}`),
      plain.replace(/(?<=\w) (?=\w)/, `\n${' '.repeat(column)}`),
    )
  }

  #otherScalar(value: unknown): string {
    const text = JSON.stringify(value)
    if (value === null) return this.#choices.of('null', '~', 'Null', 'NULL')
    if (typeof value === 'boolean') return this.#choices.of(text, text.toUpperCase())
    return Number.isInteger(value)
      ? this.#choices.of(text, `0x${Number(value).toString(16)}`, `${text}.0`)
      : text
  }

  #blockScalar(value: string, column: number): string {
    const by = this.#choices.of(2, 2, 1, 4)
    const needsIndicator = /^[ \n]/.test(value)
    const indicator = needsIndicator || this.#choices.oneIn(5) ? String(by) : ''
    const chomping = /\n\n$|^\n$/.test(value)
      ? '+'
      : value.endsWith('\n')
        ? this.#choices.of('', '', '+')
        : '-'
    const style = this.#choices.of('|', '|', '>')
    const head =
      style + this.#choices.of(indicator + chomping, chomping + indicator) + this.#choices.of('', '', ' # c')
    const lines = value.replace(/\n$/, '').split('\n')
    const blank = this.#choices.of('', ' '.repeat(column))
    const text = lines.map((line) => (line === '' ? blank : ' '.repeat(Math.max(0, column) + by) + line))
    return `${head}\n${text.join(style === '>' ? '\n\n' : '\n')}\n${this.#choices.of('', '', '\n', '   \n')}`
  }

  #inSomeOrder<T>(values: readonly T[]): T[] {
    const turn = this.#choices.oneIn(6) ? this.#choices.below(values.length + 1) : 0
    return [...values.slice(turn), ...values.slice(0, turn)]
  }

  #between(): string {
    if (!this.#choices.oneIn(14)) return ''
    const text = this.#choices.of(
      '# c',
      '#',
      '',
      '   ',
      '# - kind: Ingress',
      '#: "\'{[',
      '\t',
      '\t# tab',
      '# \u2028\u0085 é',
    )
    return `${' '.repeat(this.#choices.below(7))}${text}\n`
  }

  #trail(): string {
    return this.#choices.oneIn(12) ? this.#choices.of(' # c', '  ', ' \t# c', '\t', ' #') : ''
  }
}

function isPlain(text: string): boolean {
  return (
    /^[A-Za-z_/](?:[\w ./@,[\]{}()=+*&!|>%-]*[\w./-])?$/.test(text) && !/^(?:null|true|false)$/i.test(text)
  )
}

function escaped(quoted: string): string {
  return quoted.replace(/[a-z]/, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`).replaceAll('/', '\\/')
}

function tagOf(value: unknown, choices: Choices): string {
  const right = Array.isArray(value)
    ? '!!seq'
    : isFields(value)
      ? '!!map'
      : typeof value === 'string'
        ? '!!str'
        : '!!int'
  return choices.of(right, right, right, '!', '!local', '!<tag:yaml.org,2002:str>', '!!binary')
}
