import { allRules } from '../../function.ts'
import {
  commands,
  generalOptions,
  optionsOf,
  pathOperand,
  renderOptions,
  shells,
} from '../arguments/commands.ts'
import type { Option } from '../arguments/options.ts'

/** What can stand behind a command, or behind the program itself where it runs as the function. */
export interface Place {
  /** Undefined for the function. */
  readonly command: string | undefined
  readonly options: readonly Option[]
  readonly operands: 'files' | readonly string[]
}

export function places(): readonly Place[] {
  const names = commands.map(({ name }) => name)
  return [
    ...names.map((command) => ({ command, options: optionsOf(command), operands: operandsOf(command) })),
    { command: undefined, options: [...renderOptions, ...generalOptions], operands: names },
  ]
}

function operandsOf(command: string): 'files' | readonly string[] {
  if (command === 'explain') return allRules().map(({ id }) => id)
  if (command === 'completion') return shells
  return commands.some((one) => one.name === command && 'operand' in one && one.operand === pathOperand)
    ? 'files'
    : []
}

/** All options that there are, each once. */
export function allOptions(): readonly Option[] {
  return [
    ...new Map(places().flatMap(({ options }) => options.map((option) => [option.name, option]))).values(),
  ]
}

/** An option as it is written: `-i` and `--input`. */
export function namesOf({ name, short }: Option): readonly string[] {
  return short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`]
}
