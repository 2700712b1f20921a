import { allRules } from '../function.ts'
import type { Host } from '../host/host.ts'
import { formatted } from '../krm/results/formats/formats.ts'
import type { LocatedResult } from '../krm/results/locator.ts'
import type { ReportOfCall } from './arguments/call.ts'
import { encoded } from './files/text.ts'
import { writeOutputFile } from './files/whole-files.ts'
import { tool } from './tool.ts'

/** Writes what is said of the results, to a file or to the standard error. */
export function writeReport(
  host: Host,
  { format, file }: ReportOfCall,
  located: readonly LocatedResult[],
): void {
  const colored = file === undefined && isColorful(host)
  const text = formatted(located, format, { tool: { ...tool, rules: allRules() }, colored })
  if (file === undefined) tell(host, text)
  else writeOutputFile(host, file, [encoded(text)])
}

function isColorful(host: Host): boolean {
  return host.isTerminal(2) && !host.environment('NO_COLOR') && host.environment('TERM') !== 'dumb'
}

/** Writes to the standard error; without one, nobody listens. */
export function tell(host: Host, text: string): void {
  if (text === '') return
  try {
    host.write(2, [encoded(text)])
  } catch {}
}
