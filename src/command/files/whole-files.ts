import { codeOf, type FileStatus, type Host } from '../../host/host.ts'
import { CallError, reasonOf } from '../call-error.ts'

/** @throws CallError where the standard input can't be read */
export function readStandardInput(host: Host): Uint8Array {
  try {
    return host.read(0)
  } catch (error) {
    throw new CallError(`Can't read the standard input: ${reasonOf(error)}.`)
  }
}

/** @throws CallError where the file can't be read */
export function readInputFile(host: Host, name: string): Uint8Array {
  try {
    return host.readFile(name)
  } catch (error) {
    throw new CallError(`Can't read ${name}: ${reasonOf(error)}.`)
  }
}

/**
 * Writes a file whole or not at all: its readers find the old one until the new one is complete, and so they do after a full
 * disk.
 *
 * @throws CallError where the file can't be written
 */
export function writeOutputFile(host: Host, name: string, pieces: readonly Uint8Array[]): void {
  try {
    const target = existing(host, name)
    if (target === undefined) replace(host, name, undefined, pieces)
    else if (target.kind === 'file') replace(host, target.path, target.mode, pieces)
    // A device or a pipe can only be written into; the system refuses to do that to a directory, and says so.
    else host.writeInto(target.path, pieces)
  } catch (error) {
    throw new CallError(`Can't write ${name}: ${reasonOf(error)}.`)
  }
}

/** @throws CallError where the file can't be removed */
export function removeFile(host: Host, name: string): void {
  try {
    host.remove(name)
  } catch (error) {
    throw new CallError(`Can't remove ${name}: ${reasonOf(error)}.`)
  }
}

/** The file that a name stands for, behind links. */
function existing(host: Host, name: string): ({ readonly path: string } & FileStatus) | undefined {
  try {
    const path = host.realPath(name)
    return { path, ...host.status(path) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function replace(host: Host, path: string, mode: number | undefined, pieces: readonly Uint8Array[]): void {
  const temporary = `${path}.${host.processId}.tmp`
  try {
    host.createFile(temporary, pieces, mode)
    host.rename(temporary, path)
  } catch (error) {
    host.remove(temporary)
    throw error
  }
}
