import type { Host } from '../host/host.ts'
import type { LocatedResult } from '../krm/results/locator.ts'
import { isAsBadAs } from '../manifest/finding.ts'
import type { WriteCall } from './arguments/call.ts'
import { exitCodes } from './exit-code.ts'
import { inputsOf } from './folder/inputs.ts'
import { renderInput } from './folder/render-folder.ts'
import { writeFolderReports } from './folder/report.ts'
import { locatedInFolder } from './folder/results.ts'
import { settingsFor } from './folder/settings.ts'
import { unlistedFiles } from './folder/unlisted.ts'
import { changedFiles, diffOf, writeFiles } from './folder/written.ts'

/**
 * Renders files and folders in place; only what changes is written.
 *
 * @returns the exit code
 */
export async function write(host: Host, call: WriteCall): Promise<number> {
  const located: LocatedResult[] = []
  let diff = ''
  for (const input of inputsOf(host, call.paths)) {
    const config = await settingsFor(host, input.path, call.functionConfig)
    const render = await renderInput(host, input, config)
    const files = await changedFiles(input, render)
    located.push(...(await locatedInFolder(host, input, render, render.run.findings, config)))
    located.push(...unlistedFiles(input, render.kustomizations, files))
    if (call.diff) diff += diffOf(files)
    if (!call.dryRun) writeFiles(host, files)
  }
  writeFolderReports(host, call, located, diff, 2)
  return located.some(({ result }) => isAsBadAs(result.severity, call.failOn))
    ? exitCodes.foundErrors
    : exitCodes.success
}
