import { inventoryFormats } from '../../inventory/formats/names.ts'
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

/** Files and folders, as the help shows them. */
export const pathOperand = 'PATH…'

export const commands = [
  {
    name: 'check',
    operand: pathOperand,
    help: 'say what is wrong in files and folders, and which Certificates are out of date',
  },
  { name: 'write', operand: pathOperand, help: 'render files and folders in place' },
  {
    name: 'inventory',
    operand: pathOperand,
    help: 'list hosts, Secrets, Certificates, issuers and sources, and the hosts without a certificate',
  },
  { name: 'explain', operand: '[RULE]', help: 'print the page of a rule, or list all rules' },
  { name: 'schema', help: 'print the JSON Schema of the functionConfig' },
  {
    name: 'completion',
    operand: shells.join('|'),
    help: 'print a script that completes commands and options',
  },
] as const satisfies readonly Command[]

export type CommandName = (typeof commands)[number]['name']

/** The options of every command. */
export const generalOptions: readonly Option[] = [
  { name: 'help', short: 'h', help: 'print this help' },
  { name: 'version', short: 'v', help: 'print the version' },
  { name: 'licenses', help: 'print the licenses of what is in the program' },
]

const configOptions: readonly Option[] = [
  {
    name: 'function-config',
    short: 'f',
    value: 'FILE',
    isFile: true,
    help: 'use the functionConfig in FILE, and no other',
  },
  { name: 'data', short: 'd', value: 'KEY=VALUE', help: 'set KEY, as in a ConfigMap; can be repeated' },
]

const resultOptions: readonly Option[] = [
  {
    name: 'format',
    value: 'FORMAT[:FILE]',
    choices: formats,
    help: `write the results as ${formats.join(', ')}; to FILE, where one is given; can be repeated`,
  },
  { name: 'results', value: 'FILE', isFile: true, help: 'the same as FILE in --format FORMAT:FILE' },
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
  ...configOptions,
  { name: 'check', help: 'write the results alone, and no manifests' },
  ...resultOptions,
]

/** The options of check and write, beside those that the function has too. */
const folderOptions = {
  check: [
    { name: 'diff', help: 'show what a render would change as a unified diff' },
    { name: 'rendered', help: 'report missing Certificates also where none has been rendered yet' },
  ],
  write: [
    { name: 'diff', help: 'show what changes as a unified diff' },
    { name: 'dry-run', help: 'write nothing' },
    {
      name: 'adopt',
      help: "take over Certificates that the cluster's shim made, as kubectl get -o yaml gives them",
    },
  ],
} as const satisfies Record<string, readonly Option[]>

const inventoryOptions: readonly Option[] = [
  {
    name: 'format',
    value: 'FORMAT[:FILE]',
    choices: inventoryFormats,
    help: `write ${inventoryFormats.join(', ')}; to FILE, where one is given; can be repeated (default: markdown)`,
  },
  ...configOptions,
  { name: 'quiet', short: 'q', help: 'say nothing of files that are left out' },
]

/** All options of a command. */
export function optionsOf(name: string): readonly Option[] {
  if (name === 'inventory') return [...inventoryOptions, ...generalOptions]
  if (name !== 'check' && name !== 'write') return generalOptions
  return [...folderOptions[name], ...configOptions, ...resultOptions, ...generalOptions]
}
