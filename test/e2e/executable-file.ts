import { readdirSync, statSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, it } from 'vitest'

const systems: Readonly<Record<string, string>> = { x64: 'amd64' }
const names = ['krm-ingress-shim', `krm-ingress-shim-${platform()}-${systems[arch()] ?? arch()}`]

const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The executable of this machine, the newest where there are several. */
export const executable = names
  .map((name) => resolve('executable/dist', name))
  .reduce((newest, file) => (changedAt(file) > changedAt(newest) ? file : newest))

function whyNotUsable(): string | undefined {
  const built = changedAt(executable)
  if (built === 0) return 'it is not built'
  const sources = ['src', 'executable/src', 'executable/licences', 'docs/rules'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  return sources.some((file) => changedAt(file) > built) ? 'it is older than its sources' : undefined
}

/** Tests of the executable: without it they fail in CI, and are skipped elsewhere, with a name that says how to build it. */
export function describeExecutable(name: string, tests: () => void): void {
  const reason = whyNotUsable()
  if (reason === undefined) describe(name, tests)
  else if (process.env.CI)
    it(name, () => Promise.reject(new Error(`No executable: ${reason}. Run npm run build:executable.`)))
  else describe.skip(`${name} (skipped: ${reason}, npm run build:executable does that)`, tests)
}
