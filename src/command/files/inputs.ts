import { codeOf, type Host } from '../../host/host.ts'
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
 * Reads a file or folder that a user named, or one below it.
 *
 * @throws CallError which says what the system refuses
 */
export function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such file or folder' : reasonOf(error)
    throw new CallError(`Can't read ${path}: ${reason}.`)
  }
}
