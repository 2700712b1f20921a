import { lineNumbers } from '../yaml/lines.ts'
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
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    throw new InputError(
      `The input has a NUL byte ${place(bytes, nul)}, so it isn't YAML: is it a binary or an archive? A ResourceList is expected.`,
    )
  }
  const invalid = firstInvalid(bytes)
  if (invalid !== -1) {
    throw new InputError(
      `The input has a byte that isn't UTF-8 ${place(bytes, invalid)}. Save the file that it comes from as UTF-8.`,
    )
  }
}

/** Where a byte is, in words. */
function place(bytes: Uint8Array, offset: number): string {
  return `on line ${lineNumbers(bytes)(offset)} (byte ${offset})`
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second
}

/** The first byte that isn't UTF-8; -1 where all are. Window by window, so that no text of the whole input is made. */
function firstInvalid(bytes: Uint8Array): number {
  for (let start = 0; start < bytes.length; ) {
    const end = characterStart(bytes, Math.min(start + windowSize, bytes.length))
    const limit = end > start ? end : bytes.length
    if (!isUtf8(bytes.subarray(start, limit))) return firstInvalidIn(bytes, start, limit)
    start = limit
  }
  return -1
}

/** The start of the character that a place is in. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  return start
}

function firstInvalidIn(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; ) {
    const next = characterEnd(bytes, at, end)
    if (!isUtf8(bytes.subarray(at, next))) return at
    at = next
  }
  return start
}

function characterEnd(bytes: Uint8Array, at: number, end: number): number {
  let next = at + 1
  while (next < end && ((bytes[next] ?? 0) & 0xc0) === 0x80) next++
  return next
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder.decode(bytes)
    return true
  } catch {
    return false
  }
}
