import type { Shell } from '../arguments/commands.ts'
import { bash } from './bash.ts'
import { fish } from './fish.ts'
import { zsh } from './zsh.ts'

/** A script that makes a shell complete the commands, the options and their values. Each says how to install itself. */
export function completion(shell: Shell): string {
  return { bash, zsh, fish }[shell]()
}
