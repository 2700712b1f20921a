import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { codeOf, type DirectoryEntry, type FileStatus, type Host, type StandardStream } from './host.ts'
import { utcDay } from './utc-day.ts'

/** The world as Node gives it. */
export const nodeHost: Host = {
  args: process.argv.slice(2),
  processId: process.pid,
  environment: (name) => process.env[name],
  isTerminal,
  now: () => performance.now(),
  today: () => utcDay(Date.now()),
  exit(code) {
    // Everything is written by now, and an orderly end would first take a large heap apart.
    process.exit(code)
  },
  read,
  write(descriptor, pieces) {
    if (descriptor === 1 && wasClosed(descriptor)) throw closed()
    write(descriptor, pieces)
  },
  readFile: (path) => withFile(path, 'r', read),
  readShipped: (name) => readFileSync(join(realpathSync(process.argv[1] ?? '.'), '..', name)),
  createFile(path, pieces, mode) {
    withFile(path, 'wx', (descriptor) => write(descriptor, pieces))
    if (mode !== undefined) chmodSync(path, mode)
  },
  writeInto: (path, pieces) => withFile(path, 'w', (descriptor) => write(descriptor, pieces)),
  list,
  status,
  realPath: (path) => realpathSync(path).split(sep).join('/'),
  linkTarget,
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
}

const names = ['stdin', 'stdout', 'stderr'] as const

/** Asks the system first: loading `node:tty` costs milliseconds, and most runs have no terminal at all. */
function isTerminal(stream: StandardStream): boolean {
  try {
    if (!fstatSync(stream).isCharacterDevice()) return false
  } catch {
    return false
  }
  return process[names[stream]].isTTY
}

function status(path: string): FileStatus {
  const stats = statSync(path)
  const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other'
  const mode = stats.mode & 0o777
  const identity = `${stats.dev}:${stats.ino}`
  const isWritable = (mode & 0o222) !== 0 && mayWrite(path)
  return { kind, mode, size: stats.size, links: stats.nlink, identity, isWritable }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path).split(sep).join('/')
  } catch {
    return undefined
  }
}

/**
 * Whether a stream was closed when the process began. Node then opens the null device in its place, for reading and writing;
 * what shells open for `> /dev/null` is for writing alone. Only Linux tells the two apart.
 */
function wasClosed(descriptor: number): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false
    if (readlinkSync(`/proc/self/fd/${descriptor}`) !== '/dev/null') return false
    return /^flags:\s*[0-7]*2$/m.test(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'latin1'))
  } catch {
    return false
  }
}

function closed(): Error {
  return Object.assign(new Error('The stream is closed.'), { code: 'EBADF' })
}

function list(path: string): readonly DirectoryEntry[] {
  return readdirSync(path, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    kind: entry.isDirectory() ? 'directory' : isFile(entry, path) ? 'file' : 'other',
  }))
}

/** A link that leads nowhere, or to itself, leads to no file. */
function isFile(entry: Dirent, directory: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile()
  try {
    return statSync(`${directory}/${entry.name}`).isFile()
  } catch {
    return false
  }
}

function withFile<T>(path: string, flags: 'r' | 'w' | 'wx', use: (descriptor: number) => T): T {
  const descriptor = openSync(path, flags)
  try {
    return use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** `process.stdin` would do the same, and cost a process that lives for milliseconds a few of them. */
function read(descriptor: number): Uint8Array {
  const { size } = fstatSync(descriptor)
  let buffer = Buffer.allocUnsafeSlow(Math.max(size + 1, 65_536))
  let length = 0
  for (;;) {
    if (length === buffer.length) buffer = grown(buffer)
    const count = readSome(descriptor, buffer, length)
    if (count === 0) return plain(buffer, length)
    length += count
  }
}

/** As no Buffer, whose methods take several times longer for the short stretches that a list is read in. */
function plain({ buffer, byteOffset }: Buffer, length: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length)
}

function grown(buffer: Buffer): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(buffer.length * 2)
  buffer.copy(larger)
  return larger
}

/** The number of bytes read; 0 at the end, which Windows reports as an error. */
function readSome(descriptor: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0
      if (codeOf(error) !== 'EAGAIN') throw error
      pause()
    }
  }
}

const batchSize = 1 << 20

/** Writes small pieces together: a call for each would be slow. */
function write(descriptor: number, pieces: readonly Uint8Array[]): void {
  let batch: Uint8Array[] = []
  let length = 0
  for (const piece of pieces) {
    if (length + piece.length > batchSize) {
      writeBatch(descriptor, batch)
      batch = []
      length = 0
    }
    batch.push(piece)
    length += piece.length
  }
  writeBatch(descriptor, batch)
}

function writeBatch(descriptor: number, batch: readonly Uint8Array[]): void {
  const [first] = batch
  if (first !== undefined) writeBytes(descriptor, batch.length === 1 ? first : Buffer.concat(batch))
}

/** Writes to a pipe may take a part of the bytes, or none while the reader is busy. */
function writeBytes(descriptor: number, bytes: Uint8Array): void {
  let offset = 0
  while (offset < bytes.length) {
    try {
      offset += writeSync(descriptor, bytes, offset)
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
