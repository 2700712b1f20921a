import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commands, generalOptions, renderOptions, shells } from '../../src/command/arguments/commands.ts'
import { completion } from '../../src/command/completion.ts'

/** What bash offers for the last word of a line. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completion('bash')}
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _krm_ingress_shim; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', 'krm-ingress-shim', ...words], {
    encoding: 'utf8',
  })
  return stdout.split('\n').filter((line) => line !== '')
}

describe('in bash', () => {
  it.each([
    ['commands', ['expl'], ['explain']],
    ['options', ['--fa'], ['--fail-on']],
    ['the values of an option', ['--fail-on', 'w'], ['warning']],
    ['the values of an option behind "=", a word of its own for bash', ['--format', '=', 's'], ['sarif']],
    ['the values right behind "="', ['--color', '='], ['auto', 'always', 'never']],
    ['rules', ['explain', 'host-inv'], ['host-invalid']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['files', ['-i', 'package.js'], ['package.json']],
  ])('%s are completed', (_, words, expected) => {
    expect(offered(...words)).toEqual(expected)
  })
})

describe.each(shells)('the script for %s', (shell) => {
  it.each([
    ...commands.map(({ name }) => name),
    ...renderOptions.map(({ name }) => name),
    ...generalOptions.map(({ name }) => name),
  ])('knows %s', (name) => {
    expect(completion(shell)).toContain(name)
  })

  const isInstalled = spawnSync(shell, ['--version']).status === 0

  it.runIf(isInstalled)('is read by the shell without a complaint', () => {
    const { status, stderr } = spawnSync(shell, ['-n'], { input: completion(shell), encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
