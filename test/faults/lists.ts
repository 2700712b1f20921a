import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'

/** An input that once went wrong, and what is right: cases.yaml says how to read it. */
export interface Case {
  readonly id: string
  readonly stream: string
  /** Fields of Certificates by `namespace/name`; null where there must be none. */
  readonly certificates?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>
  readonly expect?: readonly ExpectedResult[]
  readonly absent?: readonly string[]
  readonly clean?: boolean
}

export interface ExpectedResult {
  readonly rule: string
  readonly on?: string
  readonly severity?: string
  readonly field?: string
  readonly says?: string
}

export const cases: readonly Case[] = parse(readFileSync(resolve(import.meta.dirname, 'cases.yaml'), 'utf8'))

/** The documents of a stream as the items of a ResourceList. */
export function listOf(stream: string): string {
  const items = stream
    .split(/^---\n/m)
    .map((document) => `- ${document.trimEnd().replaceAll(/\n(?=.)/g, '\n  ')}\n`)
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`
}
