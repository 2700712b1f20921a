import type { Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { readFolder, type UnreadableFile, type WrittenFiles, wantedInFolder } from '../../krm/list/folder.ts'
import { readInput } from '../../krm/list/read.ts'
import { byFile, seenItems } from '../../krm/run/folder-items.ts'
import type { FunctionOutcome, KrmFunction } from '../../krm/run/function.ts'
import { withKustomizations } from '../../krm/run/patches.ts'
import { type FunctionInput, type FunctionRun, runFunction } from '../../krm/run/runner.ts'
import { readFileBelowWorkingDirectory } from '../files/working-directory.ts'
import type { GivenConfig } from '../function-config.ts'
import { type Progress, watched } from '../progress.ts'
import type { FolderInput } from './inputs.ts'
import { type Kustomizations, readKustomizations } from './patches.ts'

/** What the function makes of a folder; nothing has been written. */
export interface FolderRender<T extends FunctionOutcome = FunctionOutcome> {
  readonly run: FunctionRun<T> & {
    /** The resources that the function saw. */
    readonly objects: readonly unknown[]
    objectAt(position: number): unknown
  }
  readonly files: ReadonlyMap<string, FolderFile>
  readonly unreadable: readonly UnreadableFile[]
  readonly kustomizations: Kustomizations
  /** What a render writes. */
  written(): Promise<WrittenFiles>
}

/** @throws InputError where the standard input can't be read */
export async function renderInput<T extends FunctionOutcome>(
  host: Host,
  fn: KrmFunction<T>,
  { files, isStandardInput }: FolderInput,
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender<T>> {
  const [file] = files
  return isStandardInput && file
    ? renderStandardInput(host, fn, file, config, progress)
    : renderFolder(host, fn, files, config, progress)
}

async function renderStandardInput<T extends FunctionOutcome>(
  host: Host,
  fn: KrmFunction<T>,
  { bytes }: FolderFile,
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender<T>> {
  const list = await readInput(bytes, watched(withKustomizations(fn.wanted), progress))
  const isOneSet = list.form === 'stream'
  const { run } = await runOver(host, fn, { ...list, ...config?.input, isOneSet }, progress)
  const kustomizations = { patches: new Set<string>(), all: [] }
  return { run, files: new Map(), unreadable: [], kustomizations, written: async () => new Map() }
}

async function renderFolder<T extends FunctionOutcome>(
  host: Host,
  fn: KrmFunction<T>,
  files: readonly FolderFile[],
  config: GivenConfig | undefined,
  progress: Progress,
): Promise<FolderRender<T>> {
  const kustomizations = await readKustomizations(files)
  const resources = files.filter(({ path }) => !kustomizations.patches.has(path))
  const looked = progress.over('Looking for resources in files', resources)
  const folder = await readFolder(looked, wantedInFolder(resources, withKustomizations(fn.wanted)))
  const items = seenItems(folder.items)
  const { run } = await runOver(host, fn, { items, functionConfig: undefined, ...config?.input }, progress)
  return {
    run,
    files: new Map(files.map((file) => [file.path, file])),
    unreadable: folder.unreadable,
    kustomizations,
    written: () => folder.write(run.edits, byFile(run.edits.append)),
  }
}

async function runOver<T extends FunctionOutcome>(
  host: Host,
  fn: KrmFunction<T>,
  input: FunctionInput,
  progress: Progress,
): Promise<Pick<FolderRender<T>, 'run'>> {
  progress.say('Checking resources', input.items.length)
  const run = await runFunction(fn, { ...input, today: host.today() }, (name) =>
    readFileBelowWorkingDirectory(host, name),
  )
  const objects = new Map(input.items.map(({ position, object }) => [position, object]))
  return { run: { ...run, objects: [...objects.values()], objectAt: (position) => objects.get(position) } }
}
