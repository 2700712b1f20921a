import { type InventoryFormat, inventoryFormats } from '../../inventory/formats/names.ts'
import type { Detail } from '../../krm/results/formats/text.ts'
import { type Severity, severities } from '../../manifest/finding.ts'
import { nearest } from '../../manifest/nearest.ts'
import { CallError } from '../call-error.ts'
import { tool } from '../tool.ts'
import {
  type ColorMode,
  type CommandName,
  colorModes,
  commands,
  generalOptions,
  optionsOf,
  renderOptions,
  type Shell,
  shells,
} from './commands.ts'
import { type GivenOptions, type Option, oneOf, readOptions } from './options.ts'
import { type ReportOfCall, reportsIn, reportsOf } from './reports.ts'

/** What the command is asked to do. */
export type Call =
  | { readonly action: 'help'; readonly command: CommandName | undefined }
  | { readonly action: 'version' | 'licenses' | 'schema' }
  | { readonly action: 'explain'; readonly rule: string | undefined }
  | { readonly action: 'completion'; readonly shell: Shell }
  | CheckCall
  | WriteCall
  | InventoryCall
  | RenderCall

/** Reads manifests, and writes them with their Certificates and results. */
export interface RenderCall extends ShownCall {
  readonly action: 'render'
  /** File to read; undefined for the standard input. */
  readonly input: string | undefined
  /** File to write; undefined for the standard output. */
  readonly output: string | undefined
  /** The functionConfig to use in place of the list's own. */
  readonly functionConfig: FunctionConfigOfCall | undefined
  /** Whether to write the results alone, and no list. */
  readonly check: boolean
}

/** What the commands over files and folders have in common. */
export interface FolderCall extends ShownCall {
  readonly paths: readonly string[]
  /** The functionConfig to use in place of the nearest settings. */
  readonly functionConfig: FunctionConfigOfCall | undefined
  /** Whether to show what a render changes as a unified diff. */
  readonly diff: boolean
}

/** Says what is wrong, and what a render would change. */
export interface CheckCall extends FolderCall {
  readonly action: 'check'
  /** Whether every source is to have its Certificates already. */
  readonly rendered: boolean
}

/** Renders in place. */
export interface WriteCall extends FolderCall {
  readonly action: 'write'
  readonly dryRun: boolean
  /** Whether to take over the Certificates that a cluster's shim made. */
  readonly adopt: boolean
}

/** Writes the table of what is there after a render. */
export interface InventoryCall extends Pick<FolderCall, 'paths' | 'functionConfig' | 'detail'> {
  readonly action: 'inventory'
  readonly reports: readonly ReportOfCall<InventoryFormat>[]
}

/** What the user gets to see of the results. */
export interface ShownCall {
  /** The reports that were asked for; where there are none, the user sees the results as text. */
  readonly reports: readonly ReportOfCall[]
  /** The least severity that gives exit code 1. */
  readonly failOn: Severity
  readonly detail: Detail
  readonly color: ColorMode
}

export type FunctionConfigOfCall =
  | { readonly file: string }
  /** The data of a ConfigMap. */
  | { readonly data: Readonly<Record<string, string>> }

/**
 * Reads the arguments of the command.
 *
 * @throws CallError where they make no sense; the message says which and why
 */
export function readCall(args: readonly string[]): Call {
  const [first, ...rest] = args
  const command = commands.find(({ name }) => name === first)
  if (first === 'help') return helpCall(rest)
  const given = command
    ? readOptions(rest, optionsOf(command.name), whoseOption)
    : readOptions(args, [...renderOptions, ...generalOptions], whoseOption)
  if (given.has('help')) return { action: 'help', command: command?.name }
  if (given.has('version')) return { action: 'version' }
  if (given.has('licenses')) return { action: 'licenses' }
  return command ? commandCall(command.name, given) : renderCall(given)
}

/** Where an option of another call belongs. */
function whoseOption(written: string): string | undefined {
  const isMeant = ({ name, short }: Option) => written === `--${name}` || written === `-${short}`
  const owners = commands.map(({ name }) => name).filter((name) => optionsOf(name).some(isMeant))
  if (owners.length > 0) return `It is an option of ${owners.join(' and ')}.`
  if (!renderOptions.some(isMeant)) return undefined
  return `It is for a call without a command, which renders what it reads; see \`${tool.name} --help\`.`
}

const waysToRead = `Manifests are read from the standard input, or from a file with -i FILE; \`${tool.name} check PATH\` checks files and folders.`

/** `help` and `help COMMAND`, as they are called by habit. */
function helpCall([name]: readonly string[]): Call {
  const command = commands.find((command) => command.name === name)
  if (name !== undefined && command === undefined)
    throw unknownCommand(name, `\`${tool.name} help\` lists all of them.`)
  return { action: 'help', command: command?.name }
}

function commandCall(name: CommandName, given: GivenOptions): Call {
  const [operand, another] = given.operands
  if (name === 'check') return { action: name, ...folderCall(name, given), rendered: given.has('rendered') }
  if (name === 'write') {
    const [dryRun, adopt] = [given.has('dry-run'), given.has('adopt')]
    return { action: name, ...folderCall(name, given), dryRun, adopt }
  }
  if (name === 'inventory') return { action: name, ...inventoryCall(name, given) }
  const surplus = name === 'schema' ? operand : another
  if (surplus !== undefined)
    throw new CallError(`${name} can't take "${surplus}" too. See \`${tool.name} help ${name}\`.`)
  switch (name) {
    case 'explain':
      return { action: name, rule: operand }
    case 'schema':
      return { action: name }
    case 'completion':
      if (operand === undefined)
        throw new CallError(`completion needs the name of a shell: ${shells.join(', ')}.`)
      return { action: name, shell: oneOf(shells, operand, 'completion') }
  }
}

function folderCall(name: string, given: GivenOptions): FolderCall {
  return { ...pathsAndConfig(name, given), diff: given.has('diff'), ...shownCall(given) }
}

function inventoryCall(name: string, given: GivenOptions): Omit<InventoryCall, 'action'> {
  const reports = reportsIn(inventoryFormats, given)
  return {
    ...pathsAndConfig(name, given),
    reports: reports.length > 0 ? reports : [{ format: 'markdown', file: undefined }],
    detail: detailOf(given),
  }
}

function pathsAndConfig(name: string, given: GivenOptions): Pick<FolderCall, 'paths' | 'functionConfig'> {
  const paths = given.operands
  if (paths.includes(''))
    throw new CallError(`${name} can't take an empty path. Is it a variable that isn't set?`)
  if (paths.length === 0)
    throw new CallError(`${name} needs a file or folder, such as \`${tool.name} ${name} .\``)
  if (name === 'write' && paths.includes('-')) {
    throw new CallError(
      `write can't render the standard input in place. Leave "write -" out to read it and write to the standard output.`,
    )
  }
  return { paths, functionConfig: functionConfigOf(given) }
}

function shownCall(given: GivenOptions): ShownCall {
  return {
    reports: reportsOf(given),
    failOn: given.oneOf(severities, 'fail-on') ?? 'error',
    detail: detailOf(given),
    color: given.oneOf(colorModes, 'color') ?? 'auto',
  }
}

function renderCall(given: GivenOptions): RenderCall {
  const [operand] = given.operands
  if (operand !== undefined) throw unknownCommand(operand, waysToRead)
  const input = given.only('input')
  const call: RenderCall = {
    action: 'render',
    input: input === '-' ? undefined : input,
    output: given.only('output'),
    functionConfig: functionConfigOf(given),
    check: given.has('check'),
    ...shownCall(given),
  }
  if (call.check && call.output !== undefined) {
    throw new CallError('--check writes no list, so it cannot be combined with --output.')
  }
  return call
}

function unknownCommand(name: string, otherwise: string): CallError {
  const meant = nearest(
    name,
    commands.map(({ name }) => name),
  )
  return new CallError(
    `Unknown command ${name}. ${meant === undefined ? otherwise : `Did you mean ${meant}?`}`,
  )
}

function detailOf(given: GivenOptions): Detail {
  if (given.has('quiet') && given.has('verbose')) {
    throw new CallError('--quiet cannot be combined with --verbose.')
  }
  if (given.has('quiet')) return 'quiet'
  return given.has('verbose') ? 'verbose' : 'normal'
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
