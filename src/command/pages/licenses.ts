import type { Host } from '../../host/host.ts'
import { CallError } from '../call-error.ts'
import { decoded } from '../files/text.ts'

/**
 * The licenses of the packages that are in the program.
 *
 * @throws CallError where they didn't ship with it
 */
export function licenses(host: Host): string {
  try {
    return decoded(host.readShipped('NOTICES.txt'))
  } catch {
    throw new CallError(
      'The licenses are in the file NOTICES.txt, which ships with the program and is not beside it.',
    )
  }
}
