import type { Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { reading, readStandardInput } from '../files/inputs.ts'
import { normalized } from '../files/paths.ts'
import type { Progress } from '../progress.ts'
import { tool } from '../tool.ts'
import { findFiles, pathIn } from './find-files.ts'

/** Files that are read together, by their paths below one folder. */
export interface FolderInput {
  /** What the user named: a folder, one of the files that are read together, or `-`. */
  readonly path: string
  /** The folder as it was named; `''` for the working directory. */
  readonly folder: string
  readonly files: readonly FolderFile[]
  /** How many templates of charts were left out. */
  readonly templates: number
  /** Whether the one file is the standard input. */
  readonly isStandardInput?: boolean
}

/**
 * What the paths of a call name: each folder on its own, and the files that are named singly as one input together.
 *
 * @throws CallError where a path can't be read
 */
export function inputsOf(host: Host, paths: readonly string[], progress: Progress): readonly FolderInput[] {
  const files = paths.filter((path) => path !== '-')
  const named = files.map((path) => ({ path, kind: kindOf(host, path) }))
  const folders = named
    .filter(({ kind }) => kind === 'directory')
    .map(({ path }) => {
      const folder = path === '.' ? '' : path
      return { path, folder, ...findFiles(host, path, progress) }
    })
  const single = named.filter(({ kind }) => kind !== 'directory').map(({ path }) => path)
  const standardInput = paths.includes('-') ? [fromStandardInput(host)] : []
  return [...folders, ...(single.length === 0 ? [] : [together(host, single)]), ...standardInput]
}

function together(host: Host, paths: readonly string[]): FolderInput {
  const folder = commonFolder(paths)
  const files = [...new Set(paths)].map((path) => ({
    path: folder === '' ? path : path.slice(folder.length + 1),
    bytes: reading(path, () => host.readFile(path)),
  }))
  return { path: paths[0] ?? '', folder, files, templates: 0 }
}

function fromStandardInput(host: Host): FolderInput {
  const file = { path: '<stdin>', bytes: readStandardInput(host) }
  return { path: '-', folder: '', files: [file], templates: 0, isStandardInput: true }
}

/** The folder that all the paths are below, as they name it. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split('/').slice(0, -1))
  const [first = []] = folders
  const length = first.findIndex((step, index) => folders.some((steps) => steps[index] !== step))
  return first.slice(0, length === -1 ? first.length : length).join('/')
}

function kindOf(host: Host, path: string): 'file' | 'directory' | 'other' {
  return reading(path, () => host.status(path).kind)
}

/** Lines for a user who may expect that more is looked at. */
export function notLookedAt({ path, files, templates }: FolderInput): string {
  if (templates > 0) {
    const left =
      templates === 1 ? '1 template of a Helm chart is' : `${templates} templates of Helm charts are`
    return `${path}: ${left} left out, since Helm has to render them first: helm template … | ${tool.name} check -\n`
  }
  if (files.length > 0) return ''
  return `${path}: there are no manifests here (*.yaml, *.yml, *.json, Kptfile, Kustomization), or a .krmignore leaves them out.\n`
}

/** The path of a file of an input, as a user can open it from the working directory. */
export function openPath({ folder }: Pick<FolderInput, 'folder'>, path: string): string {
  return normalized(pathIn(folder, path))
}
