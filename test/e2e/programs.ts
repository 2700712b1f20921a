import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, it } from 'vitest'
import { type Run, temporaryDirectory } from '../command.ts'

/** The programs of .ci/tools.txt, by their name there: the file that .ci/install-tools makes. */
const pinned = new Map(
  [...readFileSync('.ci/tools.txt', 'utf8').matchAll(/^([a-z]+(?:-[a-z]+)*)(\d*) +(\S+)/gm)].map(
    ([, program = '', major = '', version = '']) => {
      const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
      return [program + major, join(cache, 'krm-ingress-shim', `${program}${major}-${version}`, program)]
    },
  ),
)

/** Where the programs are looked for: `helm` and `node` are those of the PATH, unless a test names one of ours. */
const directories = [
  ...[...pinned].filter(([name]) => !/\d$/.test(name)).map(([, file]) => dirname(file)),
  ...(process.env.PATH ?? '').split(':'),
  join(homedir(), 'go', 'bin'), // Go installs its own here.
]

/** Runs a program to its end, with no network to speak of and no questions asked. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Run {
  // Without what npm tells its scripts: a program that runs npm itself would take it for its own settings.
  const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))
  const env = {
    ...Object.fromEntries(outside),
    PATH: directories.join(':'),
    NO_COLOR: '1',
    TERM: 'dumb',
    ...options.env,
  }
  const { status, stdout, stderr, error } = spawnSync(installedAs(program) ?? program, args, {
    cwd,
    env,
    input: options.input ?? '',
    encoding: 'utf8',
  })
  if (error) throw error
  return { code: status, stdout, stderr }
}

/** A PATH on which these programs come first, under their own names: `helm3` is `helm` there. */
export function pathWith(...programs: readonly string[]): string {
  return [...programs.map((program) => dirname(pinned.get(program) ?? program)), ...directories].join(':')
}

/** The file of a program of .ci/tools.txt; undefined where it isn't installed, or is none of them. */
export function installedAs(program: string): string | undefined {
  const file = pinned.get(program)
  return file !== undefined && existsSync(file) ? file : undefined
}

/** The file of a program; undefined where it isn't installed. */
export function fileOf(program: string): string | undefined {
  const files = directories.map((directory) => join(directory, program))
  return installedAs(program) ?? files.find((file) => existsSync(file))
}

/**
 * Tests that need programs: without them they fail in CI, where they have to be, and are skipped elsewhere, with a name
 * that says so.
 */
export function describeWith(programs: string | readonly string[], name: string, tests: () => void): void {
  const missing = [programs].flat().filter((program) => fileOf(program) === undefined)
  const advice = missing.includes('chromium')
    ? 'bash .ci/install-chromium installs it'
    : 'bash .ci/install-tools installs what .ci/tools.txt lists'
  if (missing.length === 0) describe(name, tests)
  else if (process.env.CI)
    it(`${name}: needs ${missing}`, () => Promise.reject(new Error(`${missing}: ${advice}.`)))
  else describe.skip(`${name} (skipped: ${missing} not installed; ${advice})`, tests)
}

/** A directory with these files, under git so that a test can ask what has changed. */
export function packageOf(files: Readonly<Record<string, string>>): string {
  const directory = temporaryDirectory()
  for (const [name, text] of Object.entries(files)) writeIn(directory, name, text)
  git(directory, 'init', '--quiet')
  commit(directory)
  return directory
}

/** A copy of an example that a test may change, with the built command where the example expects it. */
export function copyOfExample(name: string): string {
  const root = temporaryDirectory()
  cpSync(resolve('examples', name), join(root, 'examples', name), { recursive: true })
  cpSync(resolve('dist'), join(root, 'dist'), { recursive: true })
  git(root, 'init', '--quiet')
  commit(root)
  return root
}

export function writeIn(directory: string, name: string, text: string): void {
  mkdirSync(dirname(join(directory, name)), { recursive: true })
  writeFileSync(join(directory, name), text)
}

export function readIn(directory: string, name: string): string {
  return readFileSync(join(directory, name), 'utf8')
}

/** What git sees as changed since the last commit below these paths, or anywhere. */
export function changedIn(directory: string, ...paths: readonly string[]): string {
  return git(directory, 'status', '--porcelain', '--', ...paths)
}

export function commit(directory: string): void {
  git(directory, 'add', '--all')
  git(
    directory,
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--message=test',
  )
}

function git(directory: string, ...args: string[]): string {
  const { code, stdout, stderr } = runProgram('git', args, directory)
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}
