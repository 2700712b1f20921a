import { formats } from '../../krm/results/formats/formats.ts'
import { severities } from '../../manifest/finding.ts'
import type { Option } from './options.ts'

/** A command beside the function itself. */
export interface Command {
  readonly name: string
  /** What it takes, as the help shows it. */
  readonly operand?: string
  readonly help: string
}

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** When to write in colour. */
export const colorModes = ['auto', 'always', 'never'] as const
export type ColorMode = (typeof colorModes)[number]

export const commands = [
  { name: 'explain', operand: '[RULE]', help: 'print the page of a rule, or list all rules' },
  { name: 'schema', help: 'print the JSON Schema of the functionConfig' },
  {
    name: 'completion',
    operand: shells.join('|'),
    help: 'print a script that completes commands and options',
  },
] as const satisfies readonly Command[]

/** The options of every command. */
export const generalOptions: readonly Option[] = [
  { name: 'help', short: 'h', help: 'print this help' },
  { name: 'version', short: 'v', help: 'print the version' },
]

/** The options of the function. */
export const renderOptions: readonly Option[] = [
  { name: 'input', short: 'i', value: 'FILE', isFile: true, help: 'read FILE, not the standard input' },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    isFile: true,
    help: 'write to FILE, not to the standard output',
  },
  {
    name: 'function-config',
    short: 'f',
    value: 'FILE',
    isFile: true,
    help: "use the functionConfig in FILE, not the list's own",
  },
  { name: 'data', short: 'd', value: 'KEY=VALUE', help: 'set KEY, as in a ConfigMap; can be repeated' },
  {
    name: 'format',
    value: 'FORMAT[:FILE]',
    choices: formats,
    help: `write the results as ${formats.join(', ')}, to the standard error or to FILE; can be repeated`,
  },
  { name: 'results', value: 'FILE', isFile: true, help: 'the same as FILE in --format FORMAT:FILE' },
  { name: 'check', help: 'write the results alone, and no manifests' },
  {
    name: 'fail-on',
    value: 'SEVERITY',
    choices: severities,
    help: 'exit with 1 for results as bad as error (the default), warning or info',
  },
  { name: 'quiet', short: 'q', help: 'show errors alone' },
  { name: 'verbose', help: 'show infos too' },
  {
    name: 'color',
    value: 'WHEN',
    choices: colorModes,
    help: 'write in colour: auto (on a terminal, unless NO_COLOR is set), always, never',
  },
]
