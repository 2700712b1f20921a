import { type Format, formats } from '../../krm/results/formats/formats.ts'
import { type Severity, severities } from '../../manifest/finding.ts'
import { CallError } from '../call-error.ts'
import { type GivenOptions, type Option, readOptions } from './options.ts'

/** What the command is asked to do. */
export type Call = { readonly action: 'help' } | { readonly action: 'version' } | RenderCall

/** Reads a list, and writes it with its Certificates and results. */
export interface RenderCall {
  readonly action: 'render'
  /** File to read; undefined for the standard input. */
  readonly input: string | undefined
  /** File to write; undefined for the standard output. */
  readonly output: string | undefined
  /** The functionConfig to use in place of the list's own. */
  readonly functionConfig: FunctionConfigOfCall | undefined
  /** The reports that were asked for; where there are none, the user sees the results as text. */
  readonly reports: readonly ReportOfCall[]
  /** Whether to write the results alone, and no list. */
  readonly check: boolean
  /** The least severity that gives exit code 1. */
  readonly failOn: Severity
}

export type FunctionConfigOfCall =
  | { readonly file: string }
  /** The data of a ConfigMap. */
  | { readonly data: Readonly<Record<string, string>> }

export interface ReportOfCall {
  readonly format: Format
  /** File to write; undefined for the standard error. */
  readonly file: string | undefined
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
  const given = readOptions(args, options)
  if (given.has('help')) return { action: 'help' }
  if (given.has('version')) return { action: 'version' }
  const call: RenderCall = {
    action: 'render',
    input: given.only('input'),
    output: given.only('output'),
    functionConfig: functionConfigOf(given),
    reports: reportsOf(given),
    check: given.has('check'),
    failOn: given.oneOf(severities, 'fail-on') ?? 'error',
  }
  if (call.check && call.output !== undefined) {
    throw new CallError('--check writes no list, so it cannot be combined with --output.')
  }
  return call
}

function functionConfigOf(given: GivenOptions): FunctionConfigOfCall | undefined {
  const file = given.only('function-config')
  const data = given.all('data')
  if (file !== undefined && data.length > 0) {
    throw new CallError('-f cannot be combined with -d: there is only one functionConfig.')
  }
  if (data.length > 0) return { data: Object.fromEntries(data.map(keyAndValue)) }
  return file === undefined ? undefined : { file }
}

function keyAndValue(text: string): [string, string] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new CallError(`-d ${text} sets nothing: write it as key=value.`)
  return [text.slice(0, equals), text.slice(equals + 1)]
}

function reportsOf(given: GivenOptions): readonly ReportOfCall[] {
  const format = given.oneOf(formats, 'format')
  const file = given.only('results')
  return format === undefined && file === undefined ? [] : [{ format: format ?? 'text', file }]
}
