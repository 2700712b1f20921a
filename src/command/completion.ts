import { allRules } from '../function.ts'
import { commands, generalOptions, renderOptions, type Shell, shells } from './arguments/commands.ts'
import type { Option } from './arguments/options.ts'
import { tool } from './tool.ts'

/** A script that makes a shell complete the commands, the options and their values. Each says how to install itself. */
export function completion(shell: Shell): string {
  return scripts[shell]()
}

const scripts: Readonly<Record<Shell, () => string>> = { bash, zsh, fish }

const options = [...renderOptions, ...generalOptions]

/** What can stand behind a command. */
function operands(): readonly (readonly [command: string, words: readonly string[]])[] {
  return [
    ['explain', allRules().map(({ id }) => id)],
    ['completion', shells],
  ]
}

function namesOf({ name, short }: Option): readonly string[] {
  return short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`]
}

function bash(): string {
  const cases = [
    ...operands().map(([command, words]) => bashCase([command], `-W '${words.join(' ')}'`)),
    ...options
      .filter(({ isFile, choices }) => isFile || choices !== undefined)
      .map((option) => bashCase(namesOf(option), option.isFile ? '-f' : `-W '${option.choices?.join(' ')}'`)),
  ]
  const words = [...commands.map(({ name }) => name), ...options.flatMap(namesOf)]
  return `# Completion of ${tool.name} for bash. Load it in ~/.bashrc: source <(${tool.name} completion bash)
_krm_ingress_shim() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  # bash makes a word of its own of "=".
  [[ $word == = ]] && word=
  [[ $before == = ]] && before=\${COMP_WORDS[COMP_CWORD-2]}
  case $before in
${cases.join('')}    *) mapfile -t COMPREPLY < <(compgen -W '${words.join(' ')}' -- "$word") ;;
  esac
}
complete -o default -F _krm_ingress_shim ${tool.name}
`
}

function bashCase(names: readonly string[], compgen: string): string {
  return `    ${names.join('|')}) mapfile -t COMPREPLY < <(compgen ${compgen} -- "$word") ;;\n`
}

function zsh(): string {
  const cases = operands().map(([command, words]) => `      ${command}) compadd -- ${words.join(' ')} ;;\n`)
  return `#compdef ${tool.name}
# Completion of ${tool.name} for zsh. Load it in ~/.zshrc: source <(${tool.name} completion zsh)
_krm_ingress_shim() {
  if (( CURRENT > 2 )); then
    case $words[2] in
${cases.join('')}    esac
  fi
  _arguments -s \\
${options.map((option) => `    ${zshOption(option)} \\\n`).join('')}    '1: :((${commands.map(({ name, help }) => `${name}\\:"${help}"`).join(' ')}))'
}
compdef _krm_ingress_shim ${tool.name}
`
}

/** One argument of `_arguments` for each name of the option. */
function zshOption(option: Option): string {
  const text = option.help.replaceAll("'", "'\\''").replaceAll(/[[\]:]/g, '\\$&')
  return namesOf(option)
    .map((name) => {
      const joined = option.value !== undefined && name.startsWith('--') ? '=' : ''
      return `'*${name}${joined}[${text}]${zshValue(option)}'`
    })
    .join(' ')
}

function zshValue({ value, choices, isFile }: Option): string {
  if (value === undefined) return ''
  const name = value
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim()
  if (isFile) return `:${name}:_files`
  return choices === undefined ? `:${name}: ` : `:${name}:(${choices.join(' ')})`
}

function fish(): string {
  const line = (rest: string) => `complete -c ${tool.name} ${rest}\n`
  const names = commands.map(({ name }) => name).join(' ')
  return [
    `# Completion of ${tool.name} for fish. Load it: ${tool.name} completion fish | source\n`,
    line('-f'),
    ...commands.map(({ name, help }) =>
      line(`-n "not __fish_seen_subcommand_from ${names}" -a ${name} -d ${fishQuoted(help)}`),
    ),
    ...operands().map(([command, words]) =>
      line(`-n "__fish_seen_subcommand_from ${command}" -a ${fishQuoted(words.join(' '))}`),
    ),
    ...options.map((option) => line(fishOption(option))),
  ].join('')
}

function fishOption({ name, short, value, choices, isFile, help }: Option): string {
  return [
    `-l ${name}`,
    ...(short === undefined ? [] : [`-s ${short}`]),
    ...(value === undefined ? [] : [isFile ? '-r -F' : '-x']),
    ...(choices === undefined ? [] : [`-a ${fishQuoted(choices.join(' '))}`]),
    `-d ${fishQuoted(help)}`,
  ].join(' ')
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll(/['\\]/g, '\\$&')}'`
}
