import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseBool } from '../../src/go/bool.ts'
import { parseCsvRecord } from '../../src/go/csv.ts'
import { formatDuration, parseDuration } from '../../src/go/duration.ts'
import { parseInteger } from '../../src/go/integer.ts'
import { isIpAddress } from '../../src/go/ip.ts'
import { decodeStringMaps } from '../../src/go/json.ts'
import { parseMailAddress } from '../../src/go/mail.ts'
import type { Parsed } from '../../src/go/parsed.ts'
import { parseExpression } from '../../src/go/traefik/expression.ts'
import { oracleDirectory, oracleTable } from './oracle-table.ts'

/** Tables of another run of oracle/main.go, with more mutations say, can be put in the place of the committed ones. */
const tables = process.env.GO_ORACLE ? pathToFileURL(`${process.env.GO_ORACLE}/`) : oracleDirectory

/** Each reader, in the terms of its table: the value as Go's program writes it, or undefined for an error. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  duration: (text) => valueFrom(parseDuration(text))?.toString(),
  'duration-written': (text) => formatDuration(BigInt(text)),
  csv: (text) => valueFrom(parseCsvRecord(text)),
  ip: (text) => isIpAddress(text) || undefined,
  mail: (text) => valueFrom(parseMailAddress(text)),
  integer32: (text) => valueFrom(parseInteger(text, 32)),
  integer64: (text) => valueFrom(parseInteger(text, 64)),
  bool: (text) => parseBool(text)?.toString(),
  'traefik-rule': (text) => valueFrom(parseExpression(text)),
  json: (text) => asGoStruct(valueFrom(decodeStringMaps(text, ['annotations', 'labels']))),
}

/** What the tables write in another way than the readers give it. */
const tableValues: Readonly<Record<string, (value: unknown) => unknown>> = {
  integer32: (value) => value && Number(value),
  integer64: (value) => value && Number(value),
  json: (value) => value && sortedEntries(value),
}

describe('reads what Go reads, refuses what Go refuses', () => {
  for (const [name, read] of Object.entries(readers)) {
    const tableValue = tableValues[name] ?? ((value) => value)

    test(name, () => {
      const rows = oracleTable(name, tables)
      expect(rows.length).toBeGreaterThan(100)
      expect(rows.map((row) => ({ in: row.in, value: read(row.in) }))).toEqual(
        rows.map((row) => ({ in: row.in, value: tableValue(row.value) })),
      )
    })
  }
})

function valueFrom<T>(parsed: Parsed<T>): T | undefined {
  return 'problem' in parsed ? undefined : parsed.value
}

function asGoStruct(maps: Readonly<Record<string, unknown>> | undefined): unknown {
  return maps && sortedEntries({ annotations: maps.annotations ?? null, labels: maps.labels ?? null })
}

/** Lists of entries compare every key, `__proto__` among them; Go's maps have no order. */
function sortedEntries(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .map(([key, inner]) => [key, sortedEntries(inner)])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}
