import { surveyingFunction } from '../function.ts'
import type { Host } from '../host/host.ts'
import type { Survey } from '../ingress-shim.ts'
import { inventoryFormatters } from '../inventory/formats/formats.ts'
import type { LocatedInventory, Place } from '../inventory/formats/located.ts'
import { type Inventory, inventoryOf, type Reference } from '../inventory/inventory.ts'
import { functionConfigInvalid } from '../krm/results/results.ts'
import { visible } from '../krm/results/visible.ts'
import type { InventoryCall } from './arguments/call.ts'
import { CallError } from './call-error.ts'
import { exitCodes } from './exit-code.ts'
import { writeOutputs } from './files/outputs.ts'
import { refuseSharedReports } from './files/shared-files.ts'
import { encoded } from './files/text.ts'
import { type FolderInput, inputsOf, notLookedAt, openPath } from './folder/inputs.ts'
import { type FolderRender, renderInput } from './folder/render-folder.ts'
import { locatorFor } from './folder/results.ts'
import { settingsFor, unusedSettings } from './folder/settings.ts'
import { type Progress, withProgress } from './progress.ts'
import { tell } from './report.ts'
import { tool } from './tool.ts'

/**
 * Writes the table of hosts, Secrets, Certificates, issuers and sources, as they are after a render.
 *
 * @returns the exit code
 * @throws CallError where a path or the functionConfig can't be used
 */
export async function inventory(host: Host, call: InventoryCall): Promise<number> {
  refuseSharedReports(host, call)
  const { whole, notes } = await withProgress(host, call, (progress) => take(host, call, progress))
  if (call.detail !== 'quiet') tell(host, notes)
  const presentation = { title: call.paths.map(nameOf).join(', '), generator: tool.name }
  const texts = call.reports.map(({ format, file }) => ({
    file,
    bytes: encoded(inventoryFormatters[format](whole, presentation)),
  }))
  writeOutputs(
    host,
    texts.flatMap(({ file, bytes }) => (file === undefined ? [] : [{ name: file, pieces: [bytes] }])),
    texts.flatMap(({ file, bytes }) => (file === undefined ? [bytes] : [])),
  )
  return exitCodes.success
}

function nameOf(path: string): string {
  if (path === '-') return 'the standard input'
  return path === '.' ? 'this folder' : path
}

async function take(host: Host, call: InventoryCall, progress: Progress) {
  const all: LocatedInventory[] = []
  let notes = ''
  for (const input of inputsOf(host, call.paths, progress)) {
    const config = await settingsFor(host, input.path, call.functionConfig)
    const render = await renderInput(host, surveyingFunction, input, config, progress)
    all.push(
      await located(inventoryOf(surveyOf(render).sets), render, locatorFor(host, input, render, config)),
    )
    notes +=
      notLookedAt(input) +
      unusedSettings(input, call.functionConfig) +
      notRead(input, render) +
      problemsIn(input, render)
  }
  return {
    whole: {
      certificates: all.flatMap(({ certificates }) => certificates),
      uncovered: all.flatMap(({ uncovered }) => uncovered),
    },
    notes,
  }
}

/** @throws CallError where the functionConfig can't be used: an inventory by other settings would be wrong */
function surveyOf({ run: { outcome, findings } }: FolderRender<Survey>): Survey {
  if (outcome !== undefined) return outcome
  const [problem] = findings.filter(({ rule }) => rule === functionConfigInvalid.id)
  throw new CallError(problem?.message ?? 'The functionConfig cannot be used.')
}

/** The same inventory, with the files and lines that its positions stand for. */
async function located(
  { certificates, uncovered }: Inventory,
  { run }: FolderRender<Survey>,
  locator: ReturnType<typeof locatorFor>,
): Promise<LocatedInventory> {
  const place = async ({ reference, position, field }: Reference): Promise<Place> => {
    const { path, line } = await locator.find({ position, field }, run.subjectOf({ position }))
    return { reference, path, ...(line !== undefined && { line }) }
  }
  const places = (references: readonly Reference[]) => Promise.all(references.map(place))
  return {
    certificates: await Promise.all(
      certificates.map(async (entry) => ({ ...entry, sources: await places(entry.sources) })),
    ),
    uncovered: await Promise.all(
      uncovered.map(async (entry) => ({ ...entry, resource: await place(entry.resource) })),
    ),
  }
}

function notRead(input: FolderInput, { unreadable }: FolderRender<Survey>): string {
  return unreadable
    .map(
      ({ path, reason }) => `${visible(openPath(input, path))}: not in the inventory: ${visible(reason)}\n`,
    )
    .join('')
}

/** An inventory says nothing of what is wrong, but that it may lack something. */
function problemsIn({ path }: FolderInput, { run: { findings } }: FolderRender<Survey>): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors === 0) return ''
  return `${path}: ${errors === 1 ? '1 error is' : `${errors} errors are`} in the way of Certificates; to see ${errors === 1 ? 'it' : 'them'}: ${tool.name} check ${path}\n`
}
