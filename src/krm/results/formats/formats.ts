import type { Severity } from '../../../manifest/finding.ts'
import type { Rule } from '../../../manifest/rule.ts'
import type { LocatedResult } from '../locator.ts'
import { formatGithub } from './github.ts'
import { formatGitlab } from './gitlab.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatSarif } from './sarif.ts'
import { type Detail, formatText } from './text.ts'

/** The formats that results can be written in. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab'] as const
export type Format = (typeof formats)[number]

/** The program that found the results. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly rules: readonly Rule[]
  /** The page of a rule, in Markdown; undefined where it isn't at hand. */
  pageOf(rule: string): string | undefined
}

/** What a format can say in addition to the results. */
export interface Presentation {
  readonly tool: Tool
  /** Whether the reader's terminal shows colours. */
  readonly colored: boolean
  /** How much of the results a person wants to read. */
  readonly detail: Detail
  /** The least severity that fails the run. */
  readonly failOn: Severity
}

/** Writes results in a format. */
export const formatters: Readonly<
  Record<Format, (located: readonly LocatedResult[], presentation: Presentation) => string>
> = {
  text: formatText,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
  junit: formatJunit,
  gitlab: formatGitlab,
}
