import { lineNumbers, nextLine } from '../yaml/lines.ts'
import { InputError } from './resource-list.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windowSize = 1 << 16

/** The text between two places in the bytes. */
export function decode(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}

/** Refuses bytes that can't be text: a list is written back as it came, so that nothing may be guessed. */
export function checkEncoding(bytes: Uint8Array): void {
  if (bytes.length === 0) {
    throw new InputError(
      'The input is empty, where a ResourceList or a stream of manifests is expected. Did the program that writes it fail?',
    )
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    throw new InputError(
      "The input is encoded in UTF-16, which can't be read. Save it as UTF-8 and try again.",
    )
  }
  // Some lines at a time, so that no text of the whole input is made.
  for (let start = 0; start < bytes.length; ) {
    const end = nextLine(bytes, start + windowSize)
    if (!isText(bytes.subarray(start, end))) throw noText(bytes, start, end)
    start = end
  }
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !strictDecoder.decode(bytes).includes('\0')
  } catch {
    return false
  }
}

/** What is wrong with bytes of which those between two places are the first that can't be text. */
function noText(bytes: Uint8Array, start: number, end: number): InputError {
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    return new InputError(
      `The input has a NUL byte ${place(bytes, nul)}, so it isn't YAML: is it a binary or an archive? A ResourceList is expected.`,
    )
  }
  const read = new TextEncoder().encode(decode(bytes, start, end))
  const invalid = start + read.findIndex((byte, index) => byte !== bytes[start + index])
  return new InputError(
    `The input has a byte that isn't UTF-8 ${place(bytes, invalid)}. Save the file that it comes from as UTF-8.`,
  )
}

/** Where a byte is, in words. */
function place(bytes: Uint8Array, offset: number): string {
  return `on line ${lineNumbers(bytes)(offset)} (byte ${offset})`
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second
}
