import { commands } from '../arguments/commands.ts'
import type { Option } from '../arguments/options.ts'
import { tool } from '../tool.ts'
import { namesOf, type Place, places } from './places.ts'

export function zsh(): string {
  return `#compdef ${tool.name}
# Completion of ${tool.name} for zsh. Load it in ~/.zshrc, behind compinit: source <(${tool.name} completion zsh)
_krm_ingress_shim() {
  case $words[2] in
${places().map(argumentsOf).join('')}  esac
}
compdef _krm_ingress_shim ${tool.name}
`
}

/** While the command itself is being written, it is an operand of the function. */
function argumentsOf({ command, options, operands }: Place): string {
  const specs = [...options.flatMap(specsOf), ...operandSpecs(command, operands)]
  return `    ${command ?? '*'})
      _arguments -s \\
        ${specs.join(' \\\n        ')}
      ;;
`
}

function operandSpecs(command: string | undefined, operands: Place['operands']): readonly string[] {
  if (command === undefined) return [`'1:command:((${commands.map(described).join(' ')}))'`]
  const itself = `'1:command:(${command})'`
  if (operands === 'files') return [itself, `'*:path:_files'`]
  return operands.length === 0 ? [itself] : [itself, `'2:${command}:(${operands.join(' ')})'`]
}

function described({ name, help }: (typeof commands)[number]): string {
  return `${name}\\:"${help}"`
}

/** An argument of \`_arguments\` for each name of the option. */
function specsOf(option: Option): readonly string[] {
  const text = option.help.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, '\\$&')
  return namesOf(option).map((name) => {
    const joined = option.value !== undefined && name.startsWith('--') ? '=' : ''
    return `'*${name}${joined}[${text}]${valueSpecOf(option)}'`
  })
}

function valueSpecOf({ value, choices, isFile }: Option): string {
  if (value === undefined) return ''
  const name = value
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  if (isFile) return `:${name}:_files`
  return choices === undefined ? `:${name}: ` : `:${name}:(${choices.join(' ')})`
}
