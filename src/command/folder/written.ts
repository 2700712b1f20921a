import type { Host } from '../../host/host.ts'
import { decoded } from '../files/text.ts'
import { removeFile, writeOutputFile } from '../files/whole-files.ts'
import { unifiedDiff } from './diff.ts'
import { type FolderInput, openPath } from './inputs.ts'
import type { FolderRender } from './render-folder.ts'

/** What a render makes of one file; no pieces for one that goes. */
export interface WrittenFile {
  /** As it is opened from the working directory. */
  readonly path: string
  readonly before: string
  readonly after: string
  readonly pieces: readonly Uint8Array[] | undefined
}

/** The files that a render changes, in the order of their paths. */
export async function changedFiles(
  input: FolderInput,
  render: FolderRender,
): Promise<readonly WrittenFile[]> {
  const written = await render.written()
  return [...written]
    .map(([path, pieces]) => ({
      path: openPath(input, path),
      before: textOf([render.files.get(path)?.bytes ?? new Uint8Array()]),
      after: textOf(pieces ?? []),
      pieces,
    }))
    .filter(({ before, after, pieces }) => pieces === undefined || before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Each file as a unified diff. */
export function diffOf(files: readonly WrittenFile[]): string {
  return files.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('')
}

/** Writes each file whole or not at all, and keeps its permissions and links. */
export function writeFiles(host: Host, files: readonly WrittenFile[]): void {
  for (const { path, pieces } of files) {
    if (pieces === undefined) removeFile(host, path)
    else writeOutputFile(host, path, pieces)
  }
}

function textOf(pieces: readonly Uint8Array[]): string {
  return pieces.map(decoded).join('')
}
