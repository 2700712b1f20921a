import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, it } from 'vitest'
import { type Run, temporaryDirectory } from '../command.ts'

/** Where the programs are looked for, beside the PATH: Go installs its own here. */
const directories = [join(homedir(), 'go', 'bin')]

const path = [process.env.PATH, ...directories].join(':')

/** Runs a program to its end, with no network to speak of and no questions asked. */
export function runProgram(program: string, args: readonly string[], cwd: string, input = ''): Run {
  const env = { ...process.env, PATH: path, NO_COLOR: '1', TERM: 'dumb' }
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, env, input, encoding: 'utf8' })
  if (error) throw error
  return { code: status, stdout, stderr }
}

function isInstalled(program: string): boolean {
  return path.split(':').some((directory) => existsSync(join(directory, program)))
}

/**
 * Tests that need a program: without it they fail in CI, where it has to be, and are skipped elsewhere, with a name that
 * says so.
 */
export function describeWith(program: string, name: string, tests: () => void): void {
  if (isInstalled(program)) describe(name, tests)
  else if (process.env.CI)
    it(`${name}: needs ${program}`, () => Promise.reject(new Error(`Install ${program}.`)))
  else describe.skip(`${name} (skipped: ${program} is not installed)`, tests)
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
