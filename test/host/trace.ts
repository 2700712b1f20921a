import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** What a program asked of the system: see strace(1). */
export interface Trace {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Files and folders that it opened for reading, as absolute paths. */
  readonly read: readonly string[]
  /** Files that it opened for writing, made, renamed (both names), changed or removed. */
  readonly written: readonly string[]
  /** Calls that concern the network, such as socket. */
  readonly network: readonly string[]
  /** Programs that it started beside itself, and processes. */
  readonly processes: readonly string[]
}

export const straceIsThere = ['/usr/bin/strace', '/usr/local/bin/strace'].some((file) => existsSync(file))

/** Runs a program under strace, with all its threads. */
export function traced(
  program: readonly string[],
  options: { readonly cwd: string; readonly input?: string },
): Trace {
  const directory = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-trace-'))
  const file = join(directory, 'trace')
  const args = [
    '-f',
    '-qq',
    '-s',
    '4096',
    '-e',
    'trace=%network,%process,%file',
    '-e',
    'signal=none',
    '-o',
    file,
  ]
  const { status, stdout, stderr } = spawnSync('strace', [...args, ...program], {
    ...options,
    input: options.input ?? '',
    encoding: 'utf8',
  })
  const calls = callsOf(readFileSync(file, 'utf8'))
  rmSync(directory, { recursive: true })
  const paths = (wanted: (call: Call) => boolean) =>
    calls.filter(wanted).flatMap((call) => call.paths.map((path) => resolve(options.cwd, path)))
  return {
    code: status,
    stdout,
    stderr,
    read: paths(({ name, text }) => opens.test(name) && !forWriting.test(text)),
    written: paths(({ name, text }) => (opens.test(name) ? forWriting.test(text) : changes.test(name))),
    network: calls.filter(({ name }) => network.test(name)).map(({ text }) => text),
    // The first call is that of strace, which starts the program.
    processes: calls
      .slice(1)
      .filter(startsProcess)
      .map(({ text }) => text),
  }
}

interface Call {
  readonly name: string
  readonly text: string
  readonly paths: readonly string[]
}

const opens = /^open/
const forWriting = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/
const changes =
  /^(?:rename|unlink|mkdir|rmdir|link|symlink|chmod|fchmodat|chown|fchownat|truncate|mknod|utime)/
const network = /^(?:socket|connect|bind|listen|accept|send|recv|shutdown)/

function startsProcess({ name, text }: Call): boolean {
  if (/^(?:fork|vfork|execve)/.test(name)) return true
  return /^clone/.test(name) && !text.includes('CLONE_THREAD')
}

/** The calls that succeeded, or might have: a line of an unfinished call is taken as it is. */
function callsOf(trace: string): readonly Call[] {
  return trace.split('\n').flatMap((line) => {
    const [, text = '', name] = /^\d+ +((\w+)\(.*)$/.exec(line) ?? []
    if (name === undefined || / = -1 E/.test(text)) return []
    return [{ name, text, paths: [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path = '']) => path) }]
  })
}
