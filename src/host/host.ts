/** The pages of the rules as JSON, by their ids, and the licences of the packages that are in the program. */
export type ShippedFile = 'rules.json' | 'NOTICES.txt'

/** The standard input, output and error, by the numbers that every system gives them. */
export type StandardStream = 0 | 1 | 2

/**
 * What the world has to give to the command: bytes in and out, files, and a few facts about the process. Everything
 * else is computed. All calls are synchronous, and what the system refuses is an Error whose `code` is the system's name
 * for the reason, such as ENOENT. Paths are written with slashes on every system.
 */
export interface Host {
  /** The arguments of the command, without the program itself. */
  readonly args: readonly string[]
  /** Tells this process from all others that run now. */
  readonly processId: number
  /** An environment variable; undefined where it isn't set. */
  environment(name: string): string | undefined
  isTerminal(stream: StandardStream): boolean
  /** Milliseconds since a moment before the first call; never goes back. */
  now(): number
  /** The day in UTC, as `2026-11-24`. */
  today(): string
  /** Ends the process at once. */
  exit(code: number): void

  /** Reads a standard stream or another file descriptor to its end; waits for one that doesn't block. */
  read(descriptor: number): Uint8Array
  /** Writes all the pieces, one after the other; waits for a reader that is busy. */
  write(descriptor: number, pieces: readonly Uint8Array[]): void

  readFile(path: string): Uint8Array
  /** Reads a file that ships with the program, beside it or in it. */
  readShipped(name: ShippedFile): Uint8Array
  /** Writes a new file, with these permissions where they are given. Refused with EEXIST where there is one already. */
  createFile(path: string, pieces: readonly Uint8Array[], mode?: number): void
  /** Writes into a device or a pipe. */
  writeInto(path: string, pieces: readonly Uint8Array[]): void
  /** What is in a directory. A link is what it leads to, but for directories: these count as other. */
  list(path: string): readonly DirectoryEntry[]
  /** What a path leads to, behind all links. */
  status(path: string): FileStatus
  /** The absolute path without links; that of `.` is the working directory. */
  realPath(path: string): string
  /** What a symbolic link says; undefined for anything else, and for what isn't there. */
  linkTarget(path: string): string | undefined
  /** Gives a file another path, in place of what has that path now. */
  rename(from: string, to: string): void
  /** Removes a file; does nothing where there is none. */
  remove(path: string): void
}

export interface DirectoryEntry {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'other'
}

export interface FileStatus {
  readonly kind: 'file' | 'directory' | 'other'
  /** The permissions. */
  readonly mode: number
  /** In bytes. */
  readonly size: number
  /** How many names the file has: hard links. */
  readonly links: number
  /** The same for all names of one file, and for no other. */
  readonly identity: string
  /** Whether this process may write into it. A file that nobody may write is read-only for root too. */
  readonly isWritable: boolean
}

/** The code of a system's error, such as ENOENT; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
