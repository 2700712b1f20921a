import { allRules } from '../function.ts'
import type { Host } from '../host/host.ts'
import { formatted } from '../krm/results/formats/formats.ts'
import type { LocatedResult, Locator } from '../krm/results/locator.ts'
import type { FunctionRun } from '../krm/run/runner.ts'
import type { Finding } from '../manifest/finding.ts'
import type { ShownCall } from './arguments/call.ts'
import type { ColorMode } from './arguments/commands.ts'
import type { ReportOfCall } from './arguments/reports.ts'
import { encoded } from './files/text.ts'
import { pageOf } from './pages.ts'
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

/** What a report says of the results. */
export function reportText(
  host: Host,
  { format, file }: ReportOfCall,
  located: readonly LocatedResult[],
  { failOn, detail, color }: Pick<ShownCall, 'failOn' | 'detail' | 'color'>,
): string {
  return formatted(located, format, {
    tool: { ...tool, rules: allRules(), pageOf: (rule) => pageOf(host, rule) },
    colored: isColored(host, color, file),
    detail,
    failOn,
  })
}

function isColored(host: Host, color: ColorMode, file: string | undefined): boolean {
  if (color !== 'auto') return color === 'always'
  return file === undefined && isDrawable(host) && !host.environment('NO_COLOR')
}

/** Whether the standard error is a terminal that knows colours and how to empty a line. */
export function isDrawable(host: Host): boolean {
  return host.isTerminal(2) && host.environment('TERM') !== 'dumb'
}

/** Writes to the standard error; without one, nobody listens. */
export function tell(host: Host, text: string): void {
  if (text === '') return
  try {
    host.write(2, [encoded(text)])
  } catch {}
}
