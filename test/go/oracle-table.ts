import { readFileSync } from 'node:fs'
import { isFields } from '../../src/manifest/manifest.ts'

/** A text and what Go makes of it; `value` is undefined where Go gives an error. */
export interface OracleRow {
  readonly in: string
  readonly value: unknown
}

export const oracleDirectory = new URL('./oracle/', import.meta.url)

/** A table that oracle/main.go wrote. */
export function oracleTable(name: string, directory: URL = oracleDirectory): readonly OracleRow[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, directory), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => {
    const row: unknown = JSON.parse(line)
    if (!isFields(row) || typeof row.in !== 'string') throw new Error(`not a row of ${name}: ${line}`)
    return { in: row.in, value: row.value }
  })
}
