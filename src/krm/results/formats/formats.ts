import type { LocatedResult } from '../locator.ts'
import { formatGithub } from './github.ts'
import { formatJson } from './json.ts'
import { formatSarif, type Tool } from './sarif.ts'
import { formatText } from './text.ts'

/** The formats that results can be written in. */
export const formats = ['text', 'json', 'sarif', 'github'] as const
export type Format = (typeof formats)[number]

/** What a format can say in addition to the results. */
export interface Presentation {
  readonly tool: Tool
  /** Whether the reader's terminal shows colours. */
  readonly colored: boolean
}

const formatters: Readonly<
  Record<Format, (located: readonly LocatedResult[], presentation: Presentation) => string>
> = {
  text: (located, { colored }) => formatText(located, colored),
  json: formatJson,
  sarif: (located, { tool }) => formatSarif(located, tool),
  github: formatGithub,
}

export function formatted(
  located: readonly LocatedResult[],
  format: Format,
  presentation: Presentation,
): string {
  return formatters[format](located, presentation)
}
