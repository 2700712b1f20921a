import { adoptingFunction, ingressShimFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import type { LocatedResult } from '../krm/results/locator.ts'
import { isAsBadAs } from '../manifest/finding.ts'
import type { WriteCall } from './arguments/call.ts'
import { exitCodes } from './exit-code.ts'
import { refuseSharedReports } from './files/shared-files.ts'
import { inputsOf, notLookedAt } from './folder/inputs.ts'
import { renderInput } from './folder/render-folder.ts'
import { writeFolderReports } from './folder/report.ts'
import { locatedInFolder } from './folder/results.ts'
import { settingsFor, unusedSettings } from './folder/settings.ts'
import { unlistedFiles } from './folder/unlisted.ts'
import { unpatchedCertificates } from './folder/unpatched.ts'
import { changedFiles, diffOf, writeFiles } from './folder/written.ts'
import { type Progress, withProgress } from './progress.ts'
import { tell } from './report.ts'

/**
 * Renders files and folders in place; only what changes is written.
 *
 * @returns the exit code
 */
export async function write(host: Host, call: WriteCall): Promise<number> {
  refuseSharedReports(host, call)
  const { located, diff, notes } = await withProgress(host, call, (progress) =>
    renderAll(host, call, progress),
  )
  if (call.detail !== 'quiet') tell(host, notes)
  writeFolderReports(host, call, located, diff, 2)
  return located.some(({ result }) => isAsBadAs(result.severity, call.failOn))
    ? exitCodes.foundErrors
    : exitCodes.success
}

async function renderAll(host: Host, call: WriteCall, progress: Progress) {
  const located: (readonly LocatedResult[])[] = []
  let diff = ''
  let notes = ''
  for (const input of inputsOf(host, call.paths, progress)) {
    const config = await settingsFor(host, input.path, call.functionConfig)
    const fn = call.adopt ? adoptingFunction : ingressShimFunction
    const render = await renderInput(host, fn, input, config, progress)
    const files = await changedFiles(input, render)
    located.push(await locatedInFolder(host, input, render, render.run.findings, config, progress))
    located.push(unlistedFiles(input, render.kustomizations, files))
    located.push(unpatchedCertificates(input, render, [...render.run.objects, ...render.run.edits.append]))
    if (call.diff) diff += diffOf(files)
    progress.say('Writing files', files.length)
    if (!call.dryRun) writeFiles(host, files)
    notes += notLookedAt(input) + unusedSettings(input, call.functionConfig)
  }
  return { located: located.flat(), diff, notes }
}
