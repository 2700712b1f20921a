import { fstatSync, readSync, writeSync } from 'node:fs'
import { codeOf } from './call-error.ts'

/**
 * Reads a file descriptor to its end.
 *
 * `process.stdin` would do the same, and cost a process that lives for milliseconds a few of them.
 */
export function readAll(fd: number): Uint8Array {
  const { size } = fstatSync(fd)
  let buffer = Buffer.allocUnsafeSlow(Math.max(size + 1, 65_536))
  let length = 0
  for (;;) {
    if (length === buffer.length) buffer = grown(buffer)
    const count = readSome(fd, buffer, length)
    if (count === 0) return buffer.subarray(0, length)
    length += count
  }
}

function grown(buffer: Buffer): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2)
  buffer.copy(larger)
  return larger
}

/** The number of bytes read; 0 at the end, which Windows reports as an error. */
function readSome(fd: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0
      if (codeOf(error) !== 'EAGAIN') throw error
      pause()
    }
  }
}

const batchSize = 1 << 20

/** Writes all bytes to a file descriptor, small pieces together: a call for each would be slow. */
export function writeAll(fd: number, pieces: readonly Uint8Array[]): void {
  let batch: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    if (length + piece.length > batchSize) {
      writeBatch(fd, batch)
      batch = []
      length = 0
    }
    batch.push(piece)
    length += piece.length
  }
  writeBatch(fd, batch)
}

function writeBatch(fd: number, batch: readonly Uint8Array[]): void {
  const [first] = batch
  if (first !== undefined) writeBytes(fd, batch.length === 1 ? first : Buffer.concat(batch))
}

/** Writes to a pipe may take a part of the bytes, or none while the reader is busy. */
function writeBytes(fd: number, bytes: Uint8Array): void {
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(fd, bytes, offset)
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      pause()
    }
  }
}

/** Waits a moment for the other end of a pipe that doesn't block. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
}
