import type { Host } from '../../src/host/host.ts'

/** A system's error, as every host throws them. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** A world of a test's own: files by their absolute paths, in the working directory `/work`. */
export class MemoryHost implements Host {
  readonly processId = 7
  readonly files = new Map<string, string>()
  /** Files that ship with the program. */
  readonly shipped: Record<string, string> = {}
  readonly variables: Record<string, string> = {}
  readonly terminals = new Set<number>()
  /** Calls that fail, by their name, with the code that they fail with. */
  readonly failing: Partial<Record<keyof Host, string>> = {}
  readonly written: Record<number, string> = { 1: '', 2: '' }
  exitCode: number | undefined
  /** The day of the run. */
  day = '2026-11-24'
  /** How many milliseconds pass from one look at the clock to the next. */
  pace = 0
  #time = 0

  constructor(
    readonly args: readonly string[] = [],
    readonly input: string | Uint8Array = '',
  ) {}

  environment(name: string): string | undefined {
    return this.variables[name]
  }

  isTerminal(stream: number): boolean {
    return this.terminals.has(stream)
  }

  now(): number {
    this.#time += this.pace
    return this.#time
  }

  today(): string {
    return this.day
  }

  exit(code: number): void {
    this.exitCode = code
  }

  read(): Uint8Array {
    this.#mayFail('read')
    return typeof this.input === 'string' ? bytesOf(this.input) : this.input
  }

  write(descriptor: number, pieces: readonly Uint8Array[]): void {
    this.#mayFail('write')
    this.written[descriptor] += textOf(pieces)
  }

  readFile(path: string): Uint8Array {
    const text = this.files.get(absolute(path))
    if (text === undefined) throw systemError('ENOENT')
    return bytesOf(text)
  }

  readShipped(name: string): Uint8Array {
    const text = this.shipped[name]
    if (text === undefined) throw systemError('ENOENT')
    return bytesOf(text)
  }

  createFile(path: string, pieces: readonly Uint8Array[]): void {
    if (this.files.has(absolute(path))) throw systemError('EEXIST')
    this.files.set(absolute(path), textOf(pieces))
    this.#mayFail('createFile')
  }

  writeInto(path: string, pieces: readonly Uint8Array[]): void {
    this.files.set(absolute(path), textOf(pieces))
  }

  list(path: string) {
    const start = `${absolute(path)}/`
    const below = [...this.files.keys()].filter((name) => name.startsWith(start))
    const names = new Set(below.map((name) => name.slice(start.length).split('/')[0] ?? ''))
    return [...names].map((name) => {
      const kind: 'file' | 'directory' = this.files.has(start + name) ? 'file' : 'directory'
      return { name, kind }
    })
  }

  status(path: string) {
    const text = this.files.get(absolute(path))
    if (text === undefined && this.#isDirectory(path)) return { ...directory, identity: absolute(path) }
    if (text === undefined) throw systemError('ENOENT')
    const size = bytesOf(text).length
    return { kind: 'file', mode: 0o644, size, links: 1, identity: absolute(path), isWritable: true } as const
  }

  realPath(path: string): string {
    if (!this.files.has(absolute(path)) && !this.#isDirectory(path)) throw systemError('ENOENT')
    return absolute(path)
  }

  linkTarget(): undefined {}

  rename(from: string, to: string): void {
    this.#mayFail('rename')
    this.files.set(absolute(to), textOf([this.readFile(from)]))
    this.files.delete(absolute(from))
  }

  remove(path: string): void {
    this.files.delete(absolute(path))
  }

  #isDirectory(path: string): boolean {
    const start = `${absolute(path)}/`
    return path === '.' || [...this.files.keys()].some((name) => name.startsWith(start))
  }

  #mayFail(call: keyof Host): void {
    const code = this.failing[call]
    if (code !== undefined) throw systemError(code)
  }
}

const directory = { kind: 'directory', mode: 0o755, size: 0, links: 1, isWritable: true } as const

function absolute(path: string): string {
  if (path.startsWith('/')) return path
  return path === '.' ? '/work' : `/work/${path.replace(/^\.\//, '')}`
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function textOf(pieces: readonly Uint8Array[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(pieces))
}
