import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

/** The command as users get it. */
export const command = resolve('dist/krm-ingress-shim.cjs')

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command as a process of its own. */
export function runCommand(
  args: readonly string[],
  options: { input?: string | Uint8Array; cwd?: string; env?: Record<string, string> } = {},
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    ...(options.env && { env: { ...process.env, ...options.env } }),
  })
  return { code: status, stdout, stderr }
}

/** A directory that is gone after the test. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}
