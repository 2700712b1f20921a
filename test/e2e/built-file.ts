import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'

/** What takes too long to be built for every run of the tests. */
interface Built {
  /** A file that the build writes anew each time. */
  readonly file: string
  /** The files and folders that it is built from. */
  readonly sources: readonly string[]
  readonly command: string
}

export const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** Tests of what is built: without it they fail in CI, and are skipped elsewhere, with a name that says how to build it. */
export function describeBuilt(built: Built, name: string, tests: () => void): void {
  const reason = whyNotUsable(built)
  if (reason === undefined) describe(name, tests)
  else if (process.env.CI)
    it(name, () => Promise.reject(new Error(`${built.file}: ${reason}. Run ${built.command}.`)))
  else describe.skip(`${name} (skipped: ${reason}, ${built.command} does that)`, tests)
}

function whyNotUsable({ file, sources }: Built): string | undefined {
  const built = changedAt(file)
  if (built === 0) return 'it is not built'
  const newer = sources.flatMap(filesOf).some((source) => changedAt(source) > built)
  return newer ? 'it is older than its sources' : undefined
}

function filesOf(source: string): string[] {
  if (!statSync(source).isDirectory()) return [source]
  return readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => join(source, name))
}
