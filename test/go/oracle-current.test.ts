import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { oracleDirectory } from './oracle-table.ts'

const committed = fileURLToPath(oracleDirectory)

/** What cert-manager v1.21 is built with; another version may answer otherwise. */
const goVersion = 'go1.26'

function runGo(...args: readonly string[]) {
  const env = { ...process.env, GOTOOLCHAIN: 'local' }
  return spawnSync('go', args, { cwd: committed, encoding: 'utf8', env })
}

const installed = runGo('env', 'GOVERSION').stdout?.trim() ?? ''
const isInstalled = installed.startsWith(goVersion)

test.skipIf(!isInstalled)(
  `the committed tables are what Go says today (needs ${goVersion} on the PATH; found: ${installed || 'no Go'})`,
  () => {
    const fresh = mkdtempSync(join(tmpdir(), 'oracle-'))
    try {
      const run = runGo('run', '.', '-to', fresh)
      expect(run.stderr).toBe('')
      expect(run.status).toBe(0)
      expect(tablesIn(fresh)).toEqual(tablesIn(committed))
    } finally {
      rmSync(fresh, { recursive: true })
    }
  },
)

function tablesIn(directory: string): Readonly<Record<string, string>> {
  const names = readdirSync(directory).filter((name) => name.endsWith('.jsonl'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]))
}
