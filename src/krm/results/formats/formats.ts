import type { Severity } from '../../../manifest/finding.ts'
import type { LocatedResult } from '../locator.ts'
import { formatGithub } from './github.ts'
import { formatGitlab } from './gitlab.ts'
import { formatJson } from './json.ts'
import { formatJunit } from './junit.ts'
import { formatSarif } from './sarif.ts'
import { type Detail, formatText } from './text.ts'
import type { Tool } from './tool.ts'

/** The formats that results can be written in. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab'] as const
export type Format = (typeof formats)[number]

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

const formatters: Readonly<
  Record<Format, (located: readonly LocatedResult[], presentation: Presentation) => string>
> = {
  text: formatText,
  json: (located) => formatJson(located),
  sarif: (located, { tool }) => formatSarif(located, tool),
  github: (located) => formatGithub(located),
  junit: formatJunit,
  gitlab: (located) => formatGitlab(located),
}

export function formatted(
  located: readonly LocatedResult[],
  format: Format,
  presentation: Presentation,
): string {
  return formatters[format](located, presentation)
}
