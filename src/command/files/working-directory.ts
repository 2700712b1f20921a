import type { Host } from '../../host/host.ts'
import type { UserFile } from '../../krm/results/locator.ts'
import { FileError } from '../../krm/run/generator.ts'
import { reasonOf } from '../call-error.ts'
import { below, goesUp, isAbsolute, normalized } from './paths.ts'
import { decoded } from './text.ts'

/**
 * Reads a file below the working directory. A functionConfig that somebody else wrote must not make a run read what its
 * user never meant to give it, so a path or a link that leads elsewhere is refused.
 *
 * @throws FileError
 */
export function readFileBelowWorkingDirectory(host: Host, name: string): string {
  if (isAbsolute(name) || goesUp(name)) {
    throw new FileError(`${name} is not below the working directory: use a relative path without "..".`)
  }
  try {
    const path = host.realPath(name)
    if (below(host.realPath('.'), path) === undefined) {
      throw new FileError(`${name} is a link to a place outside of the working directory.`)
    }
    return decoded(host.readFile(path))
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(`Can't read ${name}: ${reasonOf(error)}.`)
  }
}

/**
 * A file of the user below the working directory, by the name that a manifest gives it; undefined where there is none. The
 * name that comes back is relative to the working directory.
 */
export function findFile(host: Host, name: string): UserFile | undefined {
  const path = normalized(name)
  const relative = isAbsolute(path) ? below(host.realPath('.'), path) : path
  if (relative === undefined) return undefined
  try {
    return { name: relative, text: readFileBelowWorkingDirectory(host, relative) }
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}
