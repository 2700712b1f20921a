import createIgnore, { type Ignore } from 'ignore'
import type { DirectoryEntry, Host } from '../../host/host.ts'
import type { FolderFile } from '../../krm/list/folder.ts'
import { reading } from '../files/inputs.ts'
import { normalized } from '../files/paths.ts'
import { decoded } from '../files/text.ts'
import type { Progress } from '../progress.ts'

/** The files of a folder that can hold resources, and what was left out with a reason that a user may want to know. */
export interface FoundFiles {
  readonly files: readonly FolderFile[]
  /** How many templates of charts were left out: they are no manifests until Helm renders them. */
  readonly templates: number
}

const manifestName = /\.(?:ya?ml|json)$|^(?:Kptfile|Kustomization)$/
const ignoreFile = '.krmignore'

/**
 * Finds the manifests below a folder, in the order of their names; .krmignore is honoured in each folder that has one. Links
 * to folders are not followed.
 *
 * @throws CallError where something in it can't be read
 */
export function findFiles(host: Host, folder: string, progress: Progress): FoundFiles {
  const files: FolderFile[] = []
  const found = (file: FolderFile) => {
    files.push(file)
    progress.say('Reading files', files.length)
  }
  const templates = walk(host, folder, '', [], found)
  return { files, templates }
}

/** The patterns of a .krmignore, for paths below its folder. */
interface Patterns {
  readonly base: string
  readonly ignore: Ignore
}

function walk(
  host: Host,
  root: string,
  path: string,
  above: readonly Patterns[],
  found: (file: FolderFile) => void,
): number {
  const entries = [...entriesIn(host, root, path)].sort((a, b) => (a.name < b.name ? -1 : 1))
  const patterns = entries.some(({ name }) => name === ignoreFile)
    ? [...above, patternsOf(host, root, path)]
    : above
  const isChart = entries.some(({ name }) => name === 'Chart.yaml')
  let templates = 0
  for (const { name, kind } of entries) {
    const inside = pathIn(path, name)
    if (isIgnored(kind === 'directory' ? `${inside}/` : inside, patterns)) continue
    if (kind === 'directory' && isChart && name === 'templates')
      templates += countTemplates(host, root, inside)
    else if (kind === 'directory' && !name.startsWith('.') && name !== 'node_modules') {
      templates += walk(host, root, inside, patterns, found)
    } else if (kind === 'file' && manifestName.test(name)) {
      found({ path: inside, bytes: bytesOf(host, root, inside) })
    }
  }
  return templates
}

function countTemplates(host: Host, root: string, path: string): number {
  return entriesIn(host, root, path)
    .filter(({ name, kind }) => kind === 'directory' || manifestName.test(name))
    .map(({ name, kind }) => (kind === 'directory' ? countTemplates(host, root, pathIn(path, name)) : 1))
    .reduce((sum, count) => sum + count, 0)
}

function entriesIn(host: Host, root: string, path: string): readonly DirectoryEntry[] {
  const folder = pathIn(root, path)
  return reading(normalized(folder) || '.', () => host.list(folder))
}

function bytesOf(host: Host, root: string, path: string): Uint8Array {
  const file = pathIn(root, path)
  return reading(normalized(file), () => host.readFile(file))
}

function patternsOf(host: Host, root: string, path: string): Patterns {
  const text = decoded(bytesOf(host, root, pathIn(path, ignoreFile)))
  return { base: path === '' ? '' : `${path}/`, ignore: createIgnore().add(text) }
}

function isIgnored(path: string, patterns: readonly Patterns[]): boolean {
  return patterns.some(({ base, ignore }) => ignore.ignores(path.slice(base.length)))
}

/** A path below another; one of them can be empty. */
export function pathIn(folder: string, path: string): string {
  if (folder === '' || path === '') return folder + path
  return folder.endsWith('/') ? folder + path : `${folder}/${path}`
}
