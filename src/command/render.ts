import { ingressShimFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import { readInput } from '../krm/list/read.ts'
import { type LocatedResult, Locator } from '../krm/results/locator.ts'
import { orchestratorShowsResults } from '../krm/run/orchestrator.ts'
import { withKustomizations } from '../krm/run/patches.ts'
import { type FunctionInput, type FunctionRun, resultsOf, runFunction } from '../krm/run/runner.ts'
import type { RenderCall, ReportOfCall } from './arguments/call.ts'
import { exitCodeOf } from './exit-code.ts'
import { readInputFile, readStandardInput, writeOutputFile } from './files/whole-files.ts'
import { findFile, readFileBelowWorkingDirectory } from './files/working-directory.ts'
import { type GivenConfig, readFunctionConfigOf } from './function-config.ts'
import { writeReport } from './report.ts'

/**
 * Runs the function over a list: reads it, writes it with its Certificates, and reports the results.
 *
 * @returns the exit code
 */
export async function render(host: Host, call: RenderCall): Promise<number> {
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
  const output = call.check ? [] : await list.write({ ...run.edits, results: resultsOf(run) })
  const reports = reportsOf(call, run, list)
  const located = reports.length === 0 ? [] : await locatedResults(host, call, run, config)
  for (const report of reports.filter(({ file }) => file !== undefined)) writeReport(host, report, located)
  if (call.output === undefined) host.write(1, output)
  else writeOutputFile(host, call.output, output)
  for (const report of reports.filter(({ file }) => file === undefined)) writeReport(host, report, located)
  return exitCodeOf(run.findings, call.failOn)
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
  const origin = { list: call.input ?? '<stdin>', ...(config && { functionConfig: config.origin }) }
  const locator = new Locator(origin, (name) => findFile(host, name))
  return Promise.all(findings.map((finding) => locator.locate(finding, subjectOf(finding))))
}
