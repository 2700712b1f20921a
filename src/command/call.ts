import { nearest } from '../manifest/nearest.ts'
import { CallError } from './call-error.ts'

/** What the command is asked to do. */
export interface Call {
  /** File to read; the standard input where it is undefined. */
  readonly input?: string
  /** File to write; the standard output where it is undefined. */
  readonly output?: string
  /** File of a functionConfig to use in place of the list's own. */
  readonly functionConfigFile?: string
  /** Data of a ConfigMap to use in place of the list's own functionConfig. */
  readonly data?: Readonly<Record<string, string>>
  /** How to write the results; as text where it is undefined. */
  readonly format?: Format
  /** File to write the results to; the standard error where it is undefined. */
  readonly results?: string
  /** Whether to write no list, but only results. */
  readonly check?: true
  /** The least severity that gives exit code 1; error where it is undefined. */
  readonly failOn?: FailOn
  readonly help?: true
  readonly version?: true
}

export const formats = ['text', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]

export const severities = ['error', 'warning', 'info'] as const
export type FailOn = (typeof severities)[number]

interface Option {
  readonly name: string
  readonly short?: string
  readonly takesValue: boolean
}

const options: readonly Option[] = [
  { name: 'input', short: 'i', takesValue: true },
  { name: 'output', short: 'o', takesValue: true },
  { name: 'function-config', short: 'f', takesValue: true },
  { name: 'data', short: 'd', takesValue: true },
  { name: 'format', takesValue: true },
  { name: 'results', takesValue: true },
  { name: 'check', takesValue: false },
  { name: 'fail-on', takesValue: true },
  { name: 'help', short: 'h', takesValue: false },
  { name: 'version', short: 'v', takesValue: false },
]

/**
 * Reads the arguments of the command.
 *
 * @throws CallError where they make no sense; the message says which and why
 */
export function readCall(args: readonly string[]): Call {
  const given = readOptions(args)
  if (given.has('help')) return { help: true }
  if (given.has('version')) return { version: true }
  const [input, output] = [onlyValue(given, 'input'), onlyValue(given, 'output')]
  const functionConfigFile = onlyValue(given, 'function-config')
  const data = given.get('data')
  if (functionConfigFile !== undefined && data !== undefined) {
    throw new CallError('Give the functionConfig with -f or with -d, not with both: it can only be one.')
  }
  if (given.has('check') && output !== undefined) {
    throw new CallError('--check writes no list, so --output makes no sense with it.')
  }
  return {
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(functionConfigFile !== undefined && { functionConfigFile }),
    ...(data && { data: Object.fromEntries(data.map(keyAndValue)) }),
    ...reporting(given),
  }
}

function reporting(given: ReadonlyMap<string, readonly string[]>): Call {
  const format = oneOf(formats, given, 'format')
  const results = onlyValue(given, 'results')
  const failOn = oneOf(severities, given, 'fail-on')
  return {
    ...(format !== undefined && { format }),
    ...(results !== undefined && { results }),
    ...(given.has('check') && { check: true }),
    ...(failOn !== undefined && { failOn }),
  }
}

function oneOf<T extends string>(
  known: readonly T[],
  given: ReadonlyMap<string, readonly string[]>,
  name: string,
): T | undefined {
  const value = onlyValue(given, name)
  const found = known.find((candidate) => candidate === value)
  if (value === undefined || found !== undefined) return found
  const meant = nearest(value, known)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  throw new CallError(`--${name} can be ${known.join(', ')}, but not "${value}".${hint}`)
}

/** The values of each option, in the order in which they were given. */
function readOptions(args: readonly string[]): Map<string, string[]> {
  const given = new Map<string, string[]>()
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const { option, attached } = optionOf(arg)
    const values = given.get(option.name) ?? []
    given.set(option.name, values)
    if (option.takesValue) values.push(valueFor(option, attached ?? rest.shift()))
    else if (attached !== undefined) throw new CallError(`--${option.name} takes no value.`)
  }
  return given
}

/** The option that an argument names, with the value that it holds itself: `--input=list.yaml`, `-ilist.yaml`. */
function optionOf(arg: string): { option: Option; attached: string | undefined } {
  if (arg.startsWith('--')) {
    const equals = arg.indexOf('=')
    const name = equals === -1 ? arg.slice(2) : arg.slice(2, equals)
    const option = options.find((option) => option.name === name)
    if (option) return { option, attached: equals === -1 ? undefined : arg.slice(equals + 1) }
    throw unknownOption(`--${name}`)
  }
  if (!arg.startsWith('-') || arg === '-') throw unexpected(arg)
  const option = options.find(({ short }) => short === arg[1])
  if (!option) throw unknownOption(arg)
  return { option, attached: arg.length > 2 ? arg.slice(2) : undefined }
}

function unknownOption(given: string): CallError {
  const meant = nearest(
    given,
    options.map(({ name }) => `--${name}`),
  )
  const hint = meant === undefined ? 'See --help for those that it has.' : `Did you mean ${meant}?`
  return new CallError(`There is no option ${given}. ${hint}`)
}

function unexpected(arg: string): CallError {
  return new CallError(
    `"${arg}" is no option. The list is read from the standard input, or from a file with -i FILE.`,
  )
}

function valueFor(option: Option, value: string | undefined): string {
  if (value === undefined || value === '') throw new CallError(`--${option.name} needs a value.`)
  return value
}

function onlyValue(given: ReadonlyMap<string, readonly string[]>, name: string): string | undefined {
  const values = given.get(name) ?? []
  if (values.length > 1) throw new CallError(`--${name} can be given only once.`)
  return values[0]
}

function keyAndValue(text: string): [string, string] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new CallError(`-d ${text} sets nothing: write it as key=value.`)
  return [text.slice(0, equals), text.slice(equals + 1)]
}
