import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { FileError } from '../krm/run/generator.ts'
import { CallError, codeOf, reasonOf } from './call-error.ts'
import { readAll, writeAll } from './streams.ts'

/** @throws CallError where the file can't be read */
export function readInputFile(name: string): Uint8Array {
  try {
    const fd = openSync(name, 'r')
    try {
      return readAll(fd)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new CallError(`Can't read ${name}: ${reasonOf(error)}.`)
  }
}

/**
 * Writes a file whole or not at all: whoever reads it meanwhile, or after a full disk, still finds the old one.
 *
 * @throws CallError where the file can't be written
 */
export function writeOutputFile(name: string, pieces: readonly Uint8Array[]): void {
  try {
    const target = existing(name)
    if (target !== undefined && !target.isFile) writeInto(target.path, 'w', pieces)
    else replace(target?.path ?? name, target?.mode, pieces)
  } catch (error) {
    throw new CallError(`Can't write ${name}: ${reasonOf(error)}.`)
  }
}

/** The file that a name stands for, behind links; a device or a pipe can only be written into. */
function existing(name: string): { path: string; isFile: boolean; mode: number } | undefined {
  try {
    const path = realpathSync(name)
    const stats = statSync(path)
    return { path, isFile: stats.isFile(), mode: stats.mode & 0o777 }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function replace(path: string, mode: number | undefined, pieces: readonly Uint8Array[]): void {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    writeInto(temporary, 'wx', pieces)
    if (mode !== undefined) chmodSync(temporary, mode)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

function writeInto(path: string, flags: 'w' | 'wx', pieces: readonly Uint8Array[]): void {
  const fd = openSync(path, flags)
  try {
    writeAll(fd, pieces)
  } finally {
    closeSync(fd)
  }
}

/**
 * Reads a file below the working directory. A functionConfig that somebody else wrote must not make a run read what its
 * user never meant to give it, so a path or a link that leads elsewhere is refused.
 *
 * @throws FileError
 */
export function readFileBelowWorkingDirectory(name: string): string {
  if (isAbsolute(name) || name.split(/[\\/]/).includes('..')) {
    throw new FileError(`${name} is not below the working directory: use a relative path without "..".`)
  }
  try {
    const root = realpathSync('.')
    const path = realpathSync(resolve(root, name))
    if (leaves(relative(root, path))) {
      throw new FileError(`${name} is a link to somewhere outside of the working directory.`)
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof FileError) throw error
    throw new FileError(`Can't read ${name}: ${reasonOf(error)}.`)
  }
}

/**
 * A file of the user below the working directory, by the name that a manifest gives it; undefined where there is none. The
 * name that comes back is relative to the working directory.
 */
export function findFile(name: string): { name: string; text: string } | undefined {
  const path = relative('.', name)
  try {
    return { name: path.split(sep).join('/'), text: readFileBelowWorkingDirectory(path) }
  } catch (error) {
    if (error instanceof FileError) return undefined
    throw error
  }
}

function leaves(path: string): boolean {
  return path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
}
