import { commands } from '../arguments/commands.ts'
import type { Option } from '../arguments/options.ts'
import { tool } from '../tool.ts'
import { allOptions, type Place, places } from './places.ts'

export function fish(): string {
  return [
    `# Completion of ${tool.name} for fish. Load it in ~/.config/fish/config.fish: ${tool.name} completion fish | source\n`,
    line('-f'),
    ...commands.map(({ name, help }) => line(`-n ${isCommand(undefined)} -a ${name} -d ${quoted(help)}`)),
    ...places().flatMap(operandLines),
    ...allOptions().flatMap(optionLines),
  ].join('')
}

function line(rest: string): string {
  return `complete -c ${tool.name} ${rest}\n`
}

/** The condition that this command is being called; undefined for the function. */
function isCommand(command: string | undefined): string {
  const names = commands.map(({ name }) => name).join(' ')
  return quoted(
    command === undefined
      ? `not __fish_seen_subcommand_from ${names}`
      : `__fish_seen_subcommand_from ${command}`,
  )
}

function operandLines({ command, operands }: Place): readonly string[] {
  if (command === undefined || operands.length === 0) return []
  const what = operands === 'files' ? '-F' : `-a ${quoted(operands.join(' '))}`
  return [line(`-n ${isCommand(command)} ${what}`)]
}

/** A line for each place that has the option. */
function optionLines(option: Option): readonly string[] {
  return places()
    .filter(({ options }) => options.some(({ name }) => name === option.name))
    .map(({ command }) => line(`-n ${isCommand(command)} ${described(option)}`))
}

function described({ name, short, value, choices, isFile, help }: Option): string {
  return [
    `-l ${name}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    ...(value === undefined ? [] : [isFile ? '-r -F' : '-x']),
    ...(choices === undefined ? [] : [`-a ${quoted(choices.join(' '))}`]),
    `-d ${quoted(help)}`,
  ].join(' ')
}

function quoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`
}
