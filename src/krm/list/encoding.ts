import { isUtf8 } from 'node:buffer'
import { lineNumbers } from '../yaml/lines.ts'
import { InputError } from './resource-list.ts'

const replacement = Buffer.from('\ufffd')

/** Refuses bytes that can't be text: a list is written back as it came, so that nothing may be guessed. */
export function checkEncoding(bytes: Buffer): void {
  if (bytes.length === 0) {
    throw new InputError(
      'The input is empty, where a ResourceList is expected. Pipe one in, for example from `kpt fn source DIR`.',
    )
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new InputError(
      "The input is encoded in UTF-16, which can't be read. Save it as UTF-8 and try again.",
    )
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    throw new InputError(
      `The input has a NUL byte ${place(bytes, nul)}, so it isn't YAML: is it a binary or an archive? A ResourceList is expected.`,
    )
  }
  if (!isUtf8(bytes)) {
    const offset = firstInvalid(bytes)
    throw new InputError(
      `The input has a byte that isn't UTF-8 ${place(bytes, offset)}. Save the file that it comes from as UTF-8.`,
    )
  }
}

/** Where a byte is, in words. */
export function place(bytes: Buffer, offset: number): string {
  return `on line ${lineNumbers(bytes)(offset)} (byte ${offset})`
}

function startsWith(bytes: Buffer, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second
}

function firstInvalid(bytes: Buffer): number {
  const text = bytes.toString('utf8')
  let offset = 0
  let from = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at))
    from = at
    if (!bytes.subarray(offset, offset + replacement.length).equals(replacement)) return offset
  }
  return offset
}
