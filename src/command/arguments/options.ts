import { nearest } from '../../manifest/nearest.ts'
import { CallError } from '../call-error.ts'

/** An option that a command has. */
export interface Option {
  readonly name: string
  readonly short?: string
  /** What its value is called in the help; undefined for an option that takes none. */
  readonly value?: string
  /** The values that it can begin with, where these are few. */
  readonly choices?: readonly string[]
  /** Whether its value is a file, which a shell can complete. */
  readonly isFile?: boolean
  /** What it does, for the help and for completion. */
  readonly help: string
}

/** What to say of an option that is written like this, `-o` or `--output`, and isn't known here. */
type HintFor = (written: string) => string | undefined

/** The options of a call. */
export class GivenOptions {
  readonly #values: ReadonlyMap<string, readonly string[]>
  /** The arguments that are no options. */
  readonly operands: readonly string[]

  constructor(values: ReadonlyMap<string, readonly string[]>, operands: readonly string[]) {
    this.#values = values
    this.operands = operands
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
    return value === undefined ? undefined : oneOf(known, value, `--${name}`)
  }
}

/** @throws CallError where the value is not one of those that are known; `what` is the option that it is given to */
export function oneOf<T extends string>(known: readonly T[], value: string, what: string): T {
  const found = known.find((candidate) => candidate === value)
  if (found !== undefined) return found
  const meant = nearest(value, known)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  throw new CallError(`${what} can be ${known.join(', ')}, but not "${value}".${hint}`)
}

/**
 * Reads arguments: options (`--input list.yaml`, `--input=list.yaml`, `-i list.yaml`, `-ilist.yaml`, `-qi list.yaml`) and
 * operands, which are all that follows `--`.
 *
 * @throws CallError
 */
export function readOptions(
  args: readonly string[],
  options: readonly Option[],
  hintFor: HintFor = () => undefined,
): GivenOptions {
  const given = new Map<string, string[]>()
  const operands: string[] = []
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') operands.push(...rest.splice(0))
    else if (!arg.startsWith('-') || arg === '-') operands.push(arg)
    else {
      const { option, attached } = optionOf(arg, options, hintFor)
      const values = given.get(option.name) ?? []
      given.set(option.name, values)
      if (option.value !== undefined) values.push(valueFor(option, attached ?? rest.shift()))
      else if (attached !== undefined && !arg.startsWith('--')) rest.unshift(`-${attached}`)
      else if (attached !== undefined) throw new CallError(`--${option.name} takes no value.`)
    }
  }
  return new GivenOptions(given, operands)
}

interface NamedOption {
  readonly option: Option
  /** The value that the argument holds itself. */
  readonly attached: string | undefined
}

function optionOf(arg: string, options: readonly Option[], hintFor: HintFor): NamedOption {
  if (arg.startsWith('--')) return longOption(arg, options, hintFor)
  const option = options.find(({ short }) => short === arg[1])
  if (!option) throw unknownOption(arg, options, hintFor(arg.slice(0, 2)))
  return { option, attached: arg.length > 2 ? arg.slice(2) : undefined }
}

function longOption(arg: string, options: readonly Option[], hintFor: HintFor): NamedOption {
  const equals = arg.indexOf('=')
  const name = equals === -1 ? arg.slice(2) : arg.slice(2, equals)
  const option = options.find((option) => option.name === name)
  if (!option) throw unknownOption(`--${name}`, options, hintFor(`--${name}`))
  return { option, attached: equals === -1 ? undefined : arg.slice(equals + 1) }
}

function unknownOption(
  given: string,
  options: readonly Option[],
  hint = nearestOption(given, options),
): CallError {
  return new CallError(`Unknown option ${given}. ${hint}`)
}

function nearestOption(given: string, options: readonly Option[]): string {
  const known = options.map(({ name }) => `--${name}`)
  const meant = nearest(given, known)
  return meant === undefined ? 'See --help for the options.' : `Did you mean ${meant}?`
}

function valueFor(option: Option, value: string | undefined): string {
  if (value === undefined || value === '') throw new CallError(`--${option.name} needs a value.`)
  return value
}
