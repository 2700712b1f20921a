import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSarif } from '../../../src/krm/results/formats/sarif.ts'
import { temporaryDirectory } from '../../command.ts'
import { error, hostile, info, presentation, warning } from './located.ts'

/** The validator is a program of its own for each system. */
const system = process.platform === 'win32' ? 'win32' : process.platform
const multitool = resolve(`node_modules/@microsoft/sarif-multitool-${system}/Sarif.Multitool`)

describe.runIf(existsSync(multitool))("SARIF's own validator, with the rules of GitHub", () => {
  /** What it has against a log, but for the project's site: there is none yet. */
  const complaints = (log: string) => {
    const file = join(temporaryDirectory(), 'log.sarif')
    writeFileSync(file, log)
    chmodSync(multitool, 0o755)
    const { stdout } = spawnSync(multitool, ['validate', file, '--rule-kind', 'Sarif;Ghas'], {
      encoding: 'utf8',
    })
    expect(stdout).toContain('Analysis completed')
    return stdout
      .split('\n')
      .filter((line) => /(?:SARIF|GH)\d+:/.test(line) && !line.includes('informationUri'))
  }

  it.each([
    ['no results', []],
    ['some', [error, warning, info, error]],
    ['hostile ones', [hostile]],
  ])('accepts %s', (_, located) => {
    expect(complaints(formatSarif(located, presentation))).toEqual([])
  })

  it('refuses a log that is wrong', () => {
    const log = JSON.parse(formatSarif([error], presentation))
    log.runs[0].results[0].locations = []
    expect(complaints(JSON.stringify(log)).join('\n')).toMatch(/GH\d+/)
  })
})
