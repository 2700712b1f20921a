import { allRules } from '../function.ts'
import type { Host } from '../host/host.ts'
import { formatters } from '../krm/results/formats/formats.ts'
import type { LocatedResult, Locator } from '../krm/results/locator.ts'
import type { FunctionRun } from '../krm/run/runner.ts'
import type { Finding } from '../manifest/finding.ts'
import type { ShownCall } from './arguments/call.ts'
import type { ColorMode } from './arguments/commands.ts'
import type { ReportOfCall } from './arguments/reports.ts'
import { encoded } from './files/text.ts'
import { pagesOf } from './pages/pages.ts'
import type { Progress } from './progress.ts'
import { tool } from './tool.ts'

/** The results of findings, at the lines where a user finds them. */
export async function locatedResults(
  locator: Locator,
  findings: readonly Finding[],
  { subjectOf }: Pick<FunctionRun, 'subjectOf'>,
  progress: Progress,
): Promise<readonly LocatedResult[]> {
  const located: LocatedResult[] = []
  for (const finding of progress.over('Finding the lines of results', findings)) {
    located.push(await locator.locate(finding, subjectOf(finding)))
  }
  return located
}

/** What a report says of the results; one without a file goes to the stream. */
export function reportText(
  host: Host,
  { format, file }: ReportOfCall,
  located: readonly LocatedResult[],
  { failOn, detail, color }: Pick<ShownCall, 'failOn' | 'detail' | 'color'>,
  stream: 1 | 2,
): string {
  return formatters[format](located, {
    tool: { ...tool, rules: allRules(), pageOf: pagesOf(host) },
    colored: isColored(host, color, file === undefined ? stream : undefined),
    detail,
    failOn,
  })
}

/** `stream` is undefined for a file. */
function isColored(host: Host, color: ColorMode, stream: 1 | 2 | undefined): boolean {
  if (color !== 'auto') return color === 'always'
  return stream !== undefined && isDrawable(host, stream) && !host.environment('NO_COLOR')
}

/** Whether a stream is a terminal that knows colours and how to empty a line. */
export function isDrawable(host: Host, stream: 1 | 2): boolean {
  return host.isTerminal(stream) && host.environment('TERM') !== 'dumb'
}

/** Writes to the standard error; without one, nobody listens. */
export function tell(host: Host, text: string): void {
  if (text === '') return
  try {
    host.write(2, [encoded(text)])
  } catch {}
}
