import type { Option } from '../arguments/options.ts'
import { tool } from '../tool.ts'
import { allOptions, namesOf, type Place, places } from './places.ts'

export function bash(): string {
  return `# Completion of ${tool.name} for bash. Load it in ~/.bashrc: source <(${tool.name} completion bash)
_krm_ingress_shim() {
  local at=$COMP_CWORD word=\${COMP_WORDS[COMP_CWORD]}
  # bash makes words of their own of "=" and ":".
  if [[ $word == [=:] ]]; then word=; else at=$((at - 1)); fi
  [[ \${COMP_WORDS[at]} == = ]] && at=$((at - 1))
  case \${COMP_WORDS[at]} in
    :) _krm_ingress_shim_files ;;
${allOptions().flatMap(valuesOf).join('')}    *)
      case \${COMP_WORDS[1]} in
${places().map(wordsOf).join('')}      esac
      ;;
  esac
}
_krm_ingress_shim_files() {
  compopt -o filenames 2> /dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
_krm_ingress_shim_words() {
  mapfile -t COMPREPLY < <(compgen -W "$*" -- "$word")
}
complete -F _krm_ingress_shim ${tool.name}
`
}

/** What can stand behind an option; nothing is known of a value that is neither a file nor one of a few words. */
function valuesOf(option: Option): readonly string[] {
  if (option.value === undefined) return []
  const pattern = namesOf(option).join(' | ')
  if (option.isFile) return [`    ${pattern}) _krm_ingress_shim_files ;;\n`]
  return [`    ${pattern}) _krm_ingress_shim_words ${option.choices?.join(' ') ?? ''} ;;\n`]
}

function wordsOf({ command, options, operands }: Place): string {
  const names = options.flatMap(namesOf).join(' ')
  const other =
    operands === 'files'
      ? '_krm_ingress_shim_files'
      : `_krm_ingress_shim_words ${operands.join(' ')} ${names}`
  return `        ${command ?? '*'})
          if [[ $word == -* ]]; then _krm_ingress_shim_words ${names}; else ${other}; fi
          ;;
`
}
