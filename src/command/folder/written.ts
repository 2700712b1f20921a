import type { Host } from '../../host/host.ts'
import { removeFile, writeOutputs } from '../files/outputs.ts'
import { decoded } from '../files/text.ts'
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

/** Writes all files or none, and keeps their permissions and links; then removes those that go. */
export function writeFiles(host: Host, files: readonly WrittenFile[]): void {
  const written = files.flatMap(({ path, pieces }) => (pieces === undefined ? [] : [{ name: path, pieces }]))
  writeOutputs(host, written, [])
  for (const { path, pieces } of files) if (pieces === undefined) removeFile(host, path)
}

function textOf(pieces: readonly Uint8Array[]): string {
  return pieces.map(decoded).join('')
}
