import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Shell, shells } from '../../src/command/arguments/commands.ts'
import { completion } from '../../src/command/completion/completion.ts'
import { temporaryDirectory } from '../command.ts'
import { describeWith, runProgram } from '../e2e/programs.ts'

/** A folder with a file and a folder, the script of the shell, and a home without anybody's settings. */
function folderWith(shell: Shell): string {
  const folder = temporaryDirectory()
  writeFileSync(join(folder, 'script'), completion(shell))
  writeFileSync(join(folder, 'manifests.yaml'), '')
  mkdirSync(join(folder, 'manifests'))
  return folder
}

/** What a shell offers for the last word of a line, as it is said by the shell itself. */
const offers: Readonly<Record<Shell, (line: string) => string>> = {
  bash(line) {
    const words = line.split(/ |(?<=[=:])|(?=[=:])/)
    const call = `source ./script
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _krm_ingress_shim; printf '%s\\n' "\${COMPREPLY[@]}"`
    return runProgram('bash', ['-c', call, 'bash', ...words], folderWith('bash')).stdout
  },
  zsh(line) {
    const folder = folderWith('zsh')
    writeFileSync(join(folder, '.zshrc'), zshrc)
    const call = `zmodload zsh/zpty
zpty z zsh -i
zpty -w -n z $1$'\\t'
zpty -r z all $'*<end>*'
print -r -- $all`
    return runProgram('zsh', ['-f', '-c', call, 'zsh', line], folder, { env: { ZDOTDIR: folder } })
      .stdout.split('\n')
      .flatMap((text) => /<(.*)>/.exec(text)?.[1] ?? [])
      .join('\n')
  },
  fish(line) {
    const folder = folderWith('fish')
    const call = ['--no-config', '-c', 'source ./script; complete -C "$argv[1]"', line]
    return runProgram('fish', call, folder, { env: { HOME: folder } }).stdout
  },
}

/** Says what zsh would add to the line, in the place of adding it. */
const zshrc = `
PS1=; autoload -Uz compinit; compinit -u -D
source ./script
compadd() {
  [[ " $* " == *" -"[OAD]" "* ]] && { builtin compadd "$@"; return }
  local -a added; builtin compadd -A added "$@"
  local one; for one in $added; do print -r -- "<$one>"; done
  (( $#added ))
}
say_end() { print '<end>' }
comppostfuncs=(say_end)
`

/** The words alone: without what a shell says of them, the option that a value is joined to, and the slash of a folder. */
function wordsOf(offered: string): readonly string[] {
  const words = offered
    .split('\n')
    .map((text) => text.split('\t')[0]?.replaceAll(/^--[\w-]+=(?=.)|[=/]$/g, '') ?? '')
  return words.filter((word) => word !== '' && word !== 'end').sort()
}

describe.each(shells)('in %s', (shell) => {
  describeWith(shell, 'completion offers', () => {
    it.each([
      ['commands', 'expl', ['explain']],
      ['the options of the function', '--fa', ['--fail-on']],
      ['the options of the function behind others', '-d prune=false --ver', ['--verbose', '--version']],
      ['the options of check', 'check --r', ['--rendered', '--results']],
      ['the options of write', 'write . --d', ['--data', '--diff', '--dry-run']],
      ['no option of another command', 'schema --d', []],
      ['the values of an option', 'check --fail-on w', ['warning']],
      ['the values behind "="', '--color=a', ['always', 'auto']],
      ['rules', 'explain host-inv', ['host-invalid']],
      ['shells', 'completion z', ['zsh']],
      ['the files of an option', '-i manifests.y', ['manifests.yaml']],
      ['files to check', 'check manifests.y', ['manifests.yaml']],
      ['folders to write', 'write . manifest', ['manifests', 'manifests.yaml']],
    ])('%s: %s', (_, line, expected) => {
      expect(wordsOf(offers[shell](`krm-ingress-shim ${line}`))).toEqual(expected)
    })
  })
})
