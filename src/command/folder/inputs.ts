import { codeOf, type Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { CallError, reasonOf } from '../call-error.ts'
import { normalized } from '../files/paths.ts'
import { findFiles, pathIn } from './find-files.ts'

/** Files that are read together, by their paths below one folder. */
export interface FolderInput {
  /** The folder as it was named; `''` for the working directory. */
  readonly folder: string
  readonly files: readonly FolderFile[]
  /** How many templates of charts were left out. */
  readonly templates: number
}

/**
 * What the paths of a call name: each folder on its own, and the files that are named singly as one input together.
 *
 * @throws CallError where a path can't be read
 */
export function inputsOf(host: Host, paths: readonly string[]): readonly FolderInput[] {
  const named = paths.map((path) => ({ path, kind: kindOf(host, path) }))
  const folders = named
    .filter(({ kind }) => kind === 'directory')
    .map(({ path }) => {
      const folder = path === '.' ? '' : path
      return { folder, ...read(path, () => findFiles(host, path)) }
    })
  const single = named.filter(({ kind }) => kind !== 'directory').map(({ path }) => path)
  return single.length === 0 ? folders : [...folders, together(host, single)]
}

function together(host: Host, paths: readonly string[]): FolderInput {
  const folder = commonFolder(paths)
  const files = [...new Set(paths)].map((path) => ({
    path: folder === '' ? path : path.slice(folder.length + 1),
    bytes: read(path, () => host.readFile(path)),
  }))
  return { folder, files, templates: 0 }
}

/** The folder that all the paths are below, as they name it. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1))
  const [first = []] = folders
  const length = first.findIndex((step, index) => folders.some((steps) => steps[index] !== step))
  return first.slice(0, length === -1 ? first.length : length).join('/')
}

function kindOf(host: Host, path: string): 'file' | 'directory' | 'other' {
  return read(path, () => host.status(path).kind)
}

function read<T>(path: string, reading: () => T): T {
  try {
    return reading()
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such file or folder' : reasonOf(error)
    throw new CallError(`Can't read ${path}: ${reason}.`)
  }
}

/** The path of a file of an input, as a user can open it from the working directory. */
export function openPath({ folder }: Pick<FolderInput, 'folder'>, path: string): string {
  return normalized(pathIn(folder, path))
}
