import { ingressShimFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import type { LocatedResult } from '../krm/results/locator.ts'
import { type Finding, isAsBadAs } from '../manifest/finding.ts'
import { driftOf } from '../shim/certificates/drift.ts'
import type { CheckCall } from './arguments/call.ts'
import { exitCodes } from './exit-code.ts'
import { refuseSharedReports } from './files/shared-files.ts'
import { type FolderInput, inputsOf, notLookedAt } from './folder/inputs.ts'
import { type FolderRender, renderInput } from './folder/render-folder.ts'
import { writeFolderReports } from './folder/report.ts'
import { locatedInFolder } from './folder/results.ts'
import { settingsFor, unusedSettings } from './folder/settings.ts'
import { unpatchedCertificates } from './folder/unpatched.ts'
import { changedFiles, diffOf } from './folder/written.ts'
import { type Progress, withProgress } from './progress.ts'
import { tell } from './report.ts'
import { tool } from './tool.ts'

/**
 * Says what is wrong in files and folders, and what a render would change; writes nothing but that, to the standard output.
 *
 * @returns the exit code
 */
export async function check(host: Host, call: CheckCall): Promise<number> {
  refuseSharedReports(host, call)
  const { located, diff, notes } = await withProgress(host, call, (progress) => lookAt(host, call, progress))
  if (call.detail !== 'quiet') tell(host, notes)
  writeFolderReports(host, call, located, diff, 1)
  return located.some(({ result }) => isAsBadAs(result.severity, call.failOn))
    ? exitCodes.foundErrors
    : exitCodes.success
}

interface Seen {
  readonly located: readonly LocatedResult[]
  readonly diff: string
  /** What there is to say of what was not looked at. */
  readonly notes: string
}

async function lookAt(host: Host, call: CheckCall, progress: Progress): Promise<Seen> {
  const located: (readonly LocatedResult[])[] = []
  let diff = ''
  let notes = ''
  for (const input of inputsOf(host, call.paths, progress)) {
    const config = await settingsFor(host, input.path, call.functionConfig)
    const render = await renderInput(host, ingressShimFunction, input, config, progress)
    located.push(
      await locatedInFolder(host, input, render, findingsOf(render, input, call), config, progress),
    )
    located.push(unpatchedCertificates(input, render))
    if (call.diff) diff += diffOf(await changedFiles(input, render))
    notes += notLookedAt(input) + unusedSettings(input, call.functionConfig)
  }
  return { located: located.flat(), diff, notes }
}

/** What the function finds, and the drift in place of what it would say of the Certificates that it removes. */
function findingsOf({ run }: FolderRender, input: FolderInput, call: CheckCall): readonly Finding[] {
  const drift = driftOf(run.changes, {
    objectAt: (position) => run.objectAt(position),
    isRendered: call.rendered,
    renderCall: input.isStandardInput ? undefined : renderCallOf(call),
  })
  return [...run.findings.filter(({ rule }) => rule !== 'certificate-removed'), ...drift].sort(
    (a, b) => a.position - b.position,
  )
}

/** The call that brings up to date what was checked, with the same settings. */
function renderCallOf({ paths, functionConfig }: CheckCall): string {
  const settings =
    functionConfig === undefined
      ? []
      : 'file' in functionConfig
        ? ['-f', functionConfig.file]
        : Object.entries(functionConfig.data).flatMap(([key, value]) => ['-d', `${key}=${value}`])
  return [tool.name, 'write', ...paths.filter((path) => path !== '-'), ...settings].map(shellWord).join(' ')
}

function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
