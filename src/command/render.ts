import { ingressShimFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import { readInput } from '../krm/list/read.ts'
import { type LocatedResult, Locator } from '../krm/results/locator.ts'
import { orchestratorShowsResults } from '../krm/run/orchestrator.ts'
import { withKustomizations } from '../krm/run/patches.ts'
import { type FunctionInput, type FunctionRun, newResultsOf, runFunction } from '../krm/run/runner.ts'
import type { RenderCall } from './arguments/call.ts'
import type { ReportOfCall } from './arguments/reports.ts'
import { exitCodeOf } from './exit-code.ts'
import { readInputFile, readStandardInput } from './files/inputs.ts'
import { writeOutputs } from './files/outputs.ts'
import { refuseSharedFiles } from './files/shared-files.ts'
import { encoded } from './files/text.ts'
import { findFile, namedFile, readFileBelowWorkingDirectory } from './files/working-directory.ts'
import { type GivenConfig, readFunctionConfigOf } from './function-config.ts'
import { reportText, tell } from './report.ts'

/**
 * Runs the function over a list: reads it, writes it with its Certificates, and reports the results.
 *
 * @returns the exit code
 */
export async function render(host: Host, call: RenderCall): Promise<number> {
  refuseSharedFiles(host, call)
  const bytes = call.input === undefined ? readStandardInput(host) : readInputFile(host, call.input)
  const list = await readInput(bytes, withKustomizations(ingressShimFunction.wanted))
  const config = call.functionConfig && (await readFunctionConfigOf(host, call.functionConfig))
  const isOneSet = list.form === 'stream'
  const input = {
    ...(config ? { items: list.items, onlyItem: list.onlyItem, ...config.input } : list),
    isOneSet,
  }
  const run = await runFunction(ingressShimFunction, input, (name) =>
    readFileBelowWorkingDirectory(host, name),
  )
  const output = call.check
    ? []
    : await list.write({ ...run.edits, results: newResultsOf(run, list.results) })
  const reports = reportsOf(call, run, list)
  const located = reports.length === 0 ? [] : await locatedResults(host, call, run, config)
  write(
    host,
    call,
    output,
    reports.map((report) => ({ file: report.file, text: reportText(host, report, located, call) })),
  )
  return exitCodeOf(run.findings, call.failOn)
}

interface Report {
  readonly file: string | undefined
  readonly text: string
}

/** Results are told last, so that nobody reads them of a list that was not written. */
function write(
  host: Host,
  { output: name }: RenderCall,
  output: readonly Uint8Array[],
  reports: readonly Report[],
): void {
  const files = reports.flatMap(({ file, text }) =>
    file === undefined ? [] : [{ name: file, pieces: [encoded(text)] }],
  )
  if (name === undefined) writeOutputs(host, files, output)
  else writeOutputs(host, [...files, { name, pieces: output }], [])
  for (const { file, text } of reports) if (file === undefined) tell(host, text)
}

/** The reports of the call; where it asks for none, a text for the user, unless the orchestrator shows the results. */
function reportsOf(
  call: RenderCall,
  { findings }: FunctionRun,
  list: FunctionInput,
): readonly ReportOfCall[] {
  if (call.reports.length > 0) return call.reports
  if (findings.length === 0 || orchestratorShowsResults(list)) return []
  return [{ format: 'text', file: undefined }]
}

async function locatedResults(
  host: Host,
  call: RenderCall,
  { findings, subjectOf }: FunctionRun,
  config: GivenConfig | undefined,
): Promise<LocatedResult[]> {
  const list = call.input === undefined ? { path: '<stdin>', isFile: false } : namedFile(host, call.input)
  const origin = { list, ...(config && { functionConfig: config.origin }) }
  const locator = new Locator(origin, (name) => findFile(host, name))
  return Promise.all(findings.map((finding) => locator.locate(finding, subjectOf(finding))))
}
