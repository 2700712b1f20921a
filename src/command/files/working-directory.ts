import type { Host } from '../../host/host.ts'
import type { Named, UserFile } from '../../krm/results/locator.ts'
import { FileError } from '../../krm/run/generator.ts'
import { reasonOf } from '../call-error.ts'
import { below, goesUp, isAbsolute, normalized } from './paths.ts'
import { statusOf } from './targets.ts'
import { textOf } from './text.ts'

/** More than any manifest; the rest is a mistake, and would fill the memory. */
const maximalSize = 64 << 20

/**
 * Reads a text file below the working directory. A functionConfig that somebody else wrote must not make a run read what its
 * user never meant to give it, nor wait for a pipe, so a path or a link that leads elsewhere is refused, and all but files.
 *
 * @throws FileError
 */
export function readFileBelowWorkingDirectory(host: Host, name: string): string {
  if (name === '') throw new FileError('This is empty, but has to be the path of a file.')
  if (isAbsolute(name) || goesUp(name)) {
    throw new FileError(`${name} is not below the working directory: use a relative path without "..".`)
  }
  try {
    const [path, directory] = [host.realPath(name), host.realPath('.')]
    if (path !== directory && below(directory, path) === undefined) {
      throw new FileError(`${name} is a link to a place outside of the working directory.`)
    }
    return readTextFile(host, path)
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(`Can't read ${name}: ${reasonOf(error)}.`)
  }
}

function readTextFile(host: Host, path: string): string {
  const { kind, size } = host.status(path)
  if (kind === 'directory') throw new Error('it is a directory, and has to be a file')
  if (kind === 'other') throw new Error('it is a device or a pipe, and has to be a file')
  if (size > maximalSize) throw new Error('it is larger than 64 MiB')
  const text = textOf(host.readFile(path))
  if (text === undefined) throw new Error("it isn't UTF-8; save it as UTF-8")
  return text
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

/** A file that the user named, as other programs can find it from the working directory. */
export function namedFile(host: Host, name: string): Named {
  const path = normalized(name)
  const relative = isAbsolute(path) ? below(host.realPath('.'), path) : path
  return relative === undefined || goesUp(relative) || statusOf(host, relative)?.kind !== 'file'
    ? { path: name, isFile: false }
    : { path: relative, isFile: true }
}
