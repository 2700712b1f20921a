import { ingressShimFunction } from '../../function.ts'
import type { Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { readFolder, type UnreadableFile, type WrittenFiles, wantedInFolder } from '../../krm/list/folder.ts'
import { readInput } from '../../krm/list/read.ts'
import { byFile, seenItems } from '../../krm/run/folder-items.ts'
import { withKustomizations } from '../../krm/run/patches.ts'
import { type FunctionInput, type FunctionRun, runFunction } from '../../krm/run/runner.ts'
import { readFileBelowWorkingDirectory } from '../files/working-directory.ts'
import type { GivenConfig } from '../function-config.ts'
import { type Progress, watched } from '../progress.ts'
import type { FolderInput } from './inputs.ts'
import { type Kustomizations, readKustomizations } from './patches.ts'

/** What the function makes of a folder; nothing has been written. */
export interface FolderRender {
  readonly run: FunctionRun & { objectAt(position: number): unknown }
  readonly files: ReadonlyMap<string, FolderFile>
  readonly unreadable: readonly UnreadableFile[]
  readonly kustomizations: Kustomizations
  /** What a render writes. */
  written(): Promise<WrittenFiles>
}

/** @throws InputError where the standard input can't be read */
export async function renderInput(
  host: Host,
  { files, isStandardInput }: FolderInput,
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender> {
  const [file] = files
  return isStandardInput && file
    ? renderStandardInput(host, file, config, progress)
    : renderFolder(host, files, config, progress)
}

async function renderStandardInput(
  host: Host,
  { bytes }: FolderFile,
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender> {
  const list = await readInput(bytes, watched(wanted, progress))
  const isOneSet = list.form === 'stream'
  const { run } = await runOver(host, { ...list, ...config?.input, isOneSet }, progress)
  const kustomizations = { patches: new Set<string>(), resources: new Map<string, readonly string[]>() }
  return { run, files: new Map(), unreadable: [], kustomizations, written: async () => new Map() }
}

async function renderFolder(
  host: Host,
  files: readonly FolderFile[],
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender> {
  const kustomizations = await readKustomizations(files)
  const resources = files.filter(({ path }) => !kustomizations.patches.has(path))
  const looked = progress.over('Looking for resources in files', resources)
  const folder = await readFolder(looked, wantedInFolder(resources, wanted))
  const items = seenItems(folder.items)
  const { run } = await runOver(host, { items, functionConfig: undefined, ...config?.input }, progress)
  return {
    run,
    files: new Map(files.map((file) => [file.path, file])),
    unreadable: folder.unreadable,
    kustomizations,
    written: () => folder.write(run.edits, byFile(run.edits.append)),
  }
}

async function runOver(
  host: Host,
  input: FunctionInput,
  progress: Progress,
): Promise<Pick<FolderRender, 'run'>> {
  progress.say('Checking resources', input.items.length)
  const run = await runFunction(ingressShimFunction, { ...input, today: host.today() }, (name) =>
    readFileBelowWorkingDirectory(host, name),
  )
  const objects = new Map(input.items.map(({ position, object }) => [position, object]))
  return { run: { ...run, objectAt: (position) => objects.get(position) } }
}

const wanted = withKustomizations(ingressShimFunction.wanted)
