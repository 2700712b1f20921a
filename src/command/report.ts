import { allRules } from '../function.ts'
import type { Host } from '../host/host.ts'
import { formatters } from '../krm/results/formats/formats.ts'
import type { LocatedResult } from '../krm/results/locator.ts'
import type { ShownCall } from './arguments/call.ts'
import type { ColorMode } from './arguments/commands.ts'
import type { ReportOfCall } from './arguments/reports.ts'
import { encoded } from './files/text.ts'
import { pageOf } from './pages.ts'
import { tool } from './tool.ts'

/** What a report says of the results. */
export function reportText(
  host: Host,
  { format, file }: ReportOfCall,
  located: readonly LocatedResult[],
  { failOn, detail, color }: Pick<ShownCall, 'failOn' | 'detail' | 'color'>,
): string {
  return formatters[format](located, {
    tool: { ...tool, rules: allRules(), pageOf: (rule) => pageOf(host, rule) },
    colored: isColored(host, color, file),
    detail,
    failOn,
  })
}

function isColored(host: Host, color: ColorMode, file: string | undefined): boolean {
  if (color !== 'auto') return color === 'always'
  if (file !== undefined || !host.isTerminal(2)) return false
  return !host.environment('NO_COLOR') && host.environment('TERM') !== 'dumb'
}

/** Writes to the standard error; without one, nobody listens. */
export function tell(host: Host, text: string): void {
  if (text === '') return
  try {
    host.write(2, [encoded(text)])
  } catch {}
}
