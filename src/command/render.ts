import { ingressShimFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import { readInput } from '../krm/list/read.ts'
import { Locator } from '../krm/results/locator.ts'
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
import { type Progress, watched, withProgress } from './progress.ts'
import { locatedResults, reportText, tell } from './report.ts'

/**
 * Runs the function over a list: reads it, writes it with its Certificates, and reports the results.
 *
 * @returns the exit code
 */
export async function render(host: Host, call: RenderCall): Promise<number> {
  refuseSharedFiles(host, call)
  const { run, output, reports } = await withProgress(host, call, (progress) =>
    rendered(host, call, progress),
  )
  write(host, call, output, reports)
  return exitCodeOf(run.findings, call.failOn)
}

/** All that a call makes of its input; nothing has been written. */
interface Rendered {
  readonly run: FunctionRun
  readonly output: readonly Uint8Array[]
  readonly reports: readonly Report[]
}

async function rendered(host: Host, call: RenderCall, progress: Progress): Promise<Rendered> {
  const bytes = call.input === undefined ? readStandardInput(host) : readInputFile(host, call.input)
  const wanted = withKustomizations(ingressShimFunction.wanted)
  const list = await readInput(bytes, watched(wanted, progress))
  const config = call.functionConfig && (await readFunctionConfigOf(host, call.functionConfig))
  const isOneSet = list.form === 'stream'
  const input = {
    ...(config ? { items: list.items, onlyItem: list.onlyItem, ...config.input } : list),
    isOneSet,
    today: host.today(),
  }
  progress.say('Checking resources', list.items.length)
  const run = await runFunction(ingressShimFunction, input, (name) =>
    readFileBelowWorkingDirectory(host, name),
  )
  progress.say('Writing items')
  const output = call.check
    ? []
    : await list.write({ ...run.edits, results: newResultsOf(run, list.results) })
  const reports = reportsOf(call, run, list)
  const locator = locatorOf(host, call, config)
  const located = reports.length === 0 ? [] : await locatedResults(locator, run.findings, run, progress)
  const texts = reports.map((report) => ({
    file: report.file,
    text: reportText(host, report, located, call, 2),
  }))
  return { run, output, reports: texts }
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

function locatorOf(host: Host, call: RenderCall, config: GivenConfig | undefined): Locator {
  const list = call.input === undefined ? { path: '<stdin>', isFile: false } : namedFile(host, call.input)
  const origin = { list, ...(config && { functionConfig: config.origin }) }
  return new Locator(origin, (name) => findFile(host, name))
}
