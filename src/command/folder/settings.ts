import type { Host } from '../../host/host.ts'
import { at, isFields } from '../../manifest/manifest.ts'
import type { FunctionConfigOfCall } from '../arguments/call.ts'
import { reading } from '../files/inputs.ts'
import { below } from '../files/paths.ts'
import { type GivenConfig, readFunctionConfigOf } from '../function-config.ts'
import { pathIn } from './find-files.ts'
import type { FolderInput } from './inputs.ts'

const settingsFile = 'ingress-shim.yaml'

/**
 * The functionConfig for a path: that of the call or, where it has none, the nearest ingress-shim.yaml at or above the path.
 * The search ends at the folder that holds `.git` and, where none does, at the working directory, so that nobody else's file
 * is found. Resources that it names are for a generator, and left out.
 */
export async function settingsFor(
  host: Host,
  path: string,
  given: FunctionConfigOfCall | undefined,
): Promise<GivenConfig | undefined> {
  if (given !== undefined) return readFunctionConfigOf(host, given)
  const file = nearestSettings(host, path === '-' ? '.' : path)
  if (file === undefined) return undefined
  const { input, origin } = await readFunctionConfigOf(host, { file })
  return { input: { ...input, functionConfig: withoutResources(input.functionConfig) }, origin }
}

/** A line that says which settings below a folder have no effect on it, so that nobody expects them to. */
export function unusedSettings(
  { path, folder, files }: FolderInput,
  given: FunctionConfigOfCall | undefined,
): string {
  const isFolder = path === (folder === '' ? '.' : folder)
  if (given !== undefined || !isFolder) return ''
  const [first, ...others] = files.map(({ path }) => path).filter((path) => path.endsWith(`/${settingsFile}`))
  if (first === undefined) return ''
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return `${path}: the settings in ${pathIn(folder, first)}${more} are not used: those at or above the path count for all of it. Name the folders that have their own instead.\n`
}

function nearestSettings(host: Host, path: string): string | undefined {
  const workingDirectory = reading('.', () => host.realPath('.'))
  const folders = foldersToSearch(host, path, workingDirectory)
  const found = folders.find((folder) => has(host, pathIn(folder, settingsFile)))
  if (found === undefined) return undefined
  const file = pathIn(found, settingsFile)
  return below(workingDirectory, file) ?? file
}

/** The folder of a path and those above it, nearest first. */
function foldersToSearch(host: Host, path: string, workingDirectory: string): readonly string[] {
  const start = host.status(path).kind === 'directory' ? host.realPath(path) : parentOf(host.realPath(path))
  const folders = [start]
  for (let folder = start; folder !== '/' && folder.includes('/'); folder = parentOf(folder)) {
    if (folder !== start) folders.push(folder)
    if (has(host, pathIn(folder, '.git'))) return folders
  }
  return folders.filter(
    (folder) =>
      folder === start || folder === workingDirectory || below(workingDirectory, folder) !== undefined,
  )
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1))
}

function has(host: Host, path: string): boolean {
  try {
    host.status(path)
    return true
  } catch {
    return false
  }
}

function withoutResources(config: unknown): unknown {
  const spec = at(config, 'spec')
  if (!isFields(config) || !isFields(spec)) return config
  const { resources: _resources, ...others } = spec
  return { ...config, spec: others }
}
