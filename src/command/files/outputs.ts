import { codeOf, type FileStatus, type Host } from '../../host/host.ts'
import { CallError, reasonOf } from '../call-error.ts'
import { descriptorOf, newPath, statusOf } from './targets.ts'

/** A file to write. */
export interface OutputFile {
  readonly name: string
  readonly pieces: readonly Uint8Array[]
}

/** A file whose contents are ready, and that nobody sees yet. */
interface PendingFile {
  commit(): void
  abandon(): void
}

/**
 * Writes files and the standard output: all of them or none, as far as a system can promise that. The readers of a file find
 * the old one until the new one is complete, and so they do after a full disk.
 *
 * @throws CallError where something can't be written
 */
export function writeOutputs(
  host: Host,
  files: readonly OutputFile[],
  standardOutput: readonly Uint8Array[],
): void {
  const pending: PendingFile[] = []
  try {
    for (const file of files) pending.push(naming(file.name, () => prepared(host, file)))
    if (standardOutput.length > 0) naming('the standard output', () => host.write(1, standardOutput))
    for (const [index, file] of pending.entries()) naming(files[index]?.name ?? '', () => file.commit())
  } catch (error) {
    for (const file of pending) file.abandon()
    throw error
  }
}

/** Says which file it was that the system refused. A reader who goes away is for the command to notice. */
function naming<T>(name: string, write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (codeOf(error) === 'EPIPE') throw error
    throw new CallError(`Can't write ${name}: ${reasonOf(error)}.`)
  }
}

function prepared(host: Host, { name, pieces }: OutputFile): PendingFile {
  const descriptor = descriptorOf(name)
  if (descriptor !== undefined) return later(() => host.write(descriptor, pieces))
  const status = statusOf(host, name)
  if (status === undefined) return replacement(host, newPath(host, name), undefined, pieces)
  refuseReadOnly(status)
  // A device or a pipe can only be written into, and a file of several names would keep one of them.
  if (status.kind === 'other' || status.links > 1) return later(() => host.writeInto(name, pieces))
  return replacement(host, host.realPath(name), status.mode, pieces)
}

function refuseReadOnly({ kind, isWritable }: FileStatus): void {
  if (kind === 'directory') throw new Error('it is a directory')
  if (!isWritable) throw new Error('it is read-only')
}

function later(commit: () => void): PendingFile {
  return { commit, abandon: () => {} }
}

function replacement(
  host: Host,
  path: string,
  mode: number | undefined,
  pieces: readonly Uint8Array[],
): PendingFile {
  const temporary = `${path}.${host.processId}.tmp`
  const abandon = () => host.remove(temporary)
  try {
    host.createFile(temporary, pieces, mode)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') abandon()
    throw error
  }
  return { commit: () => host.rename(temporary, path), abandon }
}

/** @throws CallError where the file can't be removed */
export function removeFile(host: Host, name: string): void {
  try {
    host.remove(name)
  } catch (error) {
    throw new CallError(`Can't remove ${name}: ${reasonOf(error)}.`)
  }
}
