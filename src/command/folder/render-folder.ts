import { ingressShimFunction } from '../../function.ts'
import type { Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { readFolder, type UnreadableFile, type WrittenFiles } from '../../krm/list/folder.ts'
import { byFile, seenItems } from '../../krm/run/folder-items.ts'
import { type FunctionRun, runFunction } from '../../krm/run/runner.ts'
import { readFileBelowWorkingDirectory } from '../files/working-directory.ts'
import { type Kustomizations, readKustomizations } from './patches.ts'

/** What the function makes of a folder; nothing has been written. */
export interface FolderRender {
  readonly run: FunctionRun
  readonly files: ReadonlyMap<string, FolderFile>
  readonly unreadable: readonly UnreadableFile[]
  readonly kustomizations: Kustomizations
  /** What a render writes. */
  written(): Promise<WrittenFiles>
}

export async function renderFolder(
  host: Host,
  files: readonly FolderFile[],
  functionConfig: unknown,
): Promise<FolderRender> {
  const kustomizations = await readKustomizations(files)
  const resources = files.filter(({ path }) => !kustomizations.patches.has(path))
  const folder = await readFolder(resources, ingressShimFunction.wanted)
  const input = { items: seenItems(folder.items), functionConfig }
  const run = await runFunction(ingressShimFunction, input, (name) =>
    readFileBelowWorkingDirectory(host, name),
  )
  return {
    run,
    files: new Map(files.map((file) => [file.path, file])),
    unreadable: folder.unreadable,
    kustomizations,
    written: () => folder.write(run.edits, byFile(run.edits.append)),
  }
}
