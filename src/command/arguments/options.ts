import { nearest } from '../../manifest/nearest.ts'
import { CallError } from '../call-error.ts'

/** An option that a command has. */
export interface Option {
  readonly name: string
  readonly short?: string
  readonly takesValue: boolean
}

/** The options of a call. */
export class GivenOptions {
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** All values of an option, in the order in which they were given. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }

  /** @throws CallError where the option was given more than once */
  only(name: string): string | undefined {
    const [value, another] = this.all(name)
    if (another !== undefined) throw new CallError(`--${name} can be given only once.`)
    return value
  }

  /** @throws CallError where the value is not one of those that the option can have */
  oneOf<T extends string>(known: readonly T[], name: string): T | undefined {
    const value = this.only(name)
    const found = known.find((candidate) => candidate === value)
    if (value === undefined || found !== undefined) return found
    const meant = nearest(value, known)
    const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
    throw new CallError(`--${name} can be ${known.join(', ')}, but not "${value}".${hint}`)
  }
}

/**
 * Reads arguments, which are all options: `--input list.yaml`, `--input=list.yaml`, `-i list.yaml`, `-ilist.yaml`.
 *
 * @throws CallError
 */
export function readOptions(args: readonly string[], options: readonly Option[]): GivenOptions {
  const given = new Map<string, string[]>()
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const { option, attached } = optionOf(arg, options)
    const values = given.get(option.name) ?? []
    given.set(option.name, values)
    if (option.takesValue) values.push(valueFor(option, attached ?? rest.shift()))
    else if (attached !== undefined) throw new CallError(`--${option.name} takes no value.`)
  }
  return new GivenOptions(given)
}

interface NamedOption {
  readonly option: Option
  /** The value that the argument holds itself. */
  readonly attached: string | undefined
}

function optionOf(arg: string, options: readonly Option[]): NamedOption {
  if (arg.startsWith('--')) return longOption(arg, options)
  if (!arg.startsWith('-') || arg === '-') throw unexpected(arg)
  const option = options.find(({ short }) => short === arg[1])
  if (!option) throw unknownOption(arg, options)
  return { option, attached: arg.length > 2 ? arg.slice(2) : undefined }
}

function longOption(arg: string, options: readonly Option[]): NamedOption {
  const equals = arg.indexOf('=')
  const name = equals === -1 ? arg.slice(2) : arg.slice(2, equals)
  const option = options.find((option) => option.name === name)
  if (!option) throw unknownOption(`--${name}`, options)
  return { option, attached: equals === -1 ? undefined : arg.slice(equals + 1) }
}

function unknownOption(given: string, options: readonly Option[]): CallError {
  const known = options.map(({ name }) => `--${name}`)
  const meant = nearest(given, known)
  const hint = meant === undefined ? 'See --help for the options.' : `Did you mean ${meant}?`
  return new CallError(`Unknown option ${given}. ${hint}`)
}

function unexpected(arg: string): CallError {
  return new CallError(
    `"${arg}" is not an option. The list is read from the standard input, or from a file with -i FILE.`,
  )
}

function valueFor(option: Option, value: string | undefined): string {
  if (value === undefined || value === '') throw new CallError(`--${option.name} needs a value.`)
  return value
}
