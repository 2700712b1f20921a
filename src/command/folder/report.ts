import type { Host } from '../../host/host.ts'
import type { LocatedResult } from '../../krm/results/locator.ts'
import type { FolderCall } from '../arguments/call.ts'
import { writeOutputs } from '../files/outputs.ts'
import { encoded } from '../files/text.ts'
import { reportText, tell } from '../report.ts'

/** Writes the reports of a call; those without a file, and the diff, to the stream that the command speaks on. */
export function writeFolderReports(
  host: Host,
  call: FolderCall,
  located: readonly LocatedResult[],
  diff: string,
  stream: 1 | 2,
): void {
  const reports = call.reports.length > 0 ? call.reports : [{ format: 'text', file: undefined } as const]
  const texts = reports.map((report) => ({
    file: report.file,
    text: reportText(host, report, located, call, stream),
  }))
  const files = texts.flatMap(({ file, text }) =>
    file === undefined ? [] : [{ name: file, pieces: [encoded(text)] }],
  )
  const spoken = texts.flatMap(({ file, text }) => (file === undefined ? [text] : [])).join('')
  const output = diff + (stream === 1 ? spoken : '')
  writeOutputs(host, files, output === '' ? [] : [encoded(output)])
  if (stream === 2) tell(host, spoken)
}
