import { isDeepStrictEqual } from 'node:util'
import { createTwoFilesPatch } from 'diff'
import type { Run } from '../../command.ts'
import type { Reader } from '../../readers/readers.ts'
import { run } from '../run.ts'
import { contentsOf, isCertificate } from './items.ts'
import { expectedOf, isDoubtful, readingOf } from './reading.ts'

/*
 * What holds for every input, be it right or not. The README and DESIGN promise it in words.
 */

/** A promise that was not kept; the message says which, and what was there instead. */
export class BrokenPromise extends Error {}

/** What became of an input, for the count. */
export type Fate = 'written' | 'written with errors' | 'refused'

/**
 * Runs the command over an input and holds it to all promises.
 * @throws BrokenPromise for the first that isn't kept
 */
export async function keepPromises(input: Uint8Array, readers: readonly Reader[]): Promise<Fate> {
  const first = await run(input)
  promise(first.code === 0 || first.code === 1 || first.code === 2, 'exit 0, 1 or 2', () => first.code)
  keepQuiet(first)
  await keepPromisesOfCall(input, otherCalls[input.length % otherCalls.length] ?? [])
  if (first.code === 2) {
    promise(first.stdout === '', 'nothing on stdout when refused', () => first.stdout)
    promise(
      /^krm-ingress-shim: .+\n$/.test(first.stderr),
      'one line that says why it is refused',
      () => first.stderr,
    )
    return 'refused'
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input)
  await keepContents(text, first)
  await keepSecondRun(text, first)
  for (const reader of readers) await keepReading(text, first, reader)
  return first.code === 0 ? 'written' : 'written with errors'
}

const otherCalls: readonly (readonly string[])[] = [
  ['check', '-', '--format', 'json', '--verbose'],
  ['check', '-', '--diff', '--format', 'github'],
  ['--check', '--format', 'sarif', '--format', 'junit'],
]

async function keepPromisesOfCall(input: Uint8Array, args: readonly string[]): Promise<void> {
  const other = await run(input, args)
  promise(
    other.code === 0 || other.code === 1 || other.code === 2,
    `exit 0, 1 or 2 of ${args}`,
    () => other.code,
  )
  keepQuiet(other)
}

/** No stack trace, and nothing that calls itself a bug. */
function keepQuiet({ stderr }: Run): void {
  promise(!/This is a bug|\n\s+at .+:\d+:\d+\)?$/m.test(stderr), 'no bug and no stack trace', () => stderr)
}

/** The items that `yaml` reads, with the Certificates that they ask for, and no other change. */
async function keepContents(text: string, { code, stdout }: Run): Promise<void> {
  const before = readingOf(text)
  // What is broken in an item that nobody wants passes through.
  if (before === undefined) return
  const after = readingOf(stdout)
  promise(after !== undefined, 'an output that yaml reads', () => stdout)
  if (after === undefined) return
  promise(same(others(after.items), others(before.items)), 'every item but Certificates unchanged', () =>
    difference(text, stdout),
  )
  if (isDoubtful(text)) return
  const expected = await expectedOf(before)
  promise(same(sorted(after.items), sorted(expected.items)), 'the Certificates that the list asks for', () =>
    difference(listed(expected.items), listed(after.items)),
  )
  const hasError = expected.findings.some(({ severity }) => severity === 'error')
  promise(hasError === (code === 1), 'exit 1 where there is an error, and only there', () => code)
  if (expected.isUnchanged && expected.findings.length === 0)
    promise(stdout === text, 'the same bytes where nothing changes', () => difference(text, stdout))
}

async function keepSecondRun(input: string, { stdout }: Run): Promise<void> {
  const second = await run(stdout)
  // What is broken in an item that nobody wants is noticed once that is the last one, which is read whole.
  if (second.code === 2 && readingOf(input) === undefined) return
  const isSame = second.stdout === stdout || differsInNumbers(stdout, second.stdout)
  promise(isSame, 'a second run that changes nothing', () => difference(stdout, second.stdout))
}

/** A resource that is there twice is named by its number in the list, which is another once a Certificate before it has gone. */
function differsInNumbers(before: string, after: string): boolean {
  const [first, second] = [before, after].map(readingOf)
  if (first === undefined || second === undefined || !same(first.items, second.items)) return false
  const said = new Set(first.results.map(withoutNumber))
  return second.results.every((result) => said.has(withoutNumber(result)))
}

function withoutNumber(result: unknown): string {
  return JSON.stringify(result).replace(/ \(item \d+ of the list\)/, '')
}

/** Another reader reads the output where it reads the input, and finds the same but for Certificates. */
async function keepReading(text: string, { stdout }: Run, reader: Reader): Promise<void> {
  const before = await reader.read(text)
  if ('error' in before) return
  const after = await reader.read(stdout)
  if ('error' in after)
    throw new BrokenPromise(`an output that ${reader.name} reads: ${after.error}\n${stdout}`)
  const [items, kept] = [before, after].map(({ documents }) => others(contentsOf(documents)?.items ?? []))
  promise(same(kept, items), `every item but Certificates unchanged for ${reader.name}`, () =>
    difference(text, stdout),
  )
}

/** All items but Certificates, in their order. */
function others(items: readonly unknown[]): readonly unknown[] {
  return items.filter((item) => !isCertificate(item))
}

/** Behind a text that ends in a block scalar nothing can come, so that a new item comes before it. */
function sorted(items: readonly unknown[]): readonly string[] {
  return items.map((item) => JSON.stringify(item)).sort()
}

function listed(items: readonly unknown[]): string {
  return items.map((item) => `${JSON.stringify(item)}\n`).join('')
}

function difference(before: string, after: string): string {
  return createTwoFilesPatch('expected', 'found', before, after)
}

function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b)
}

function promise(isKept: boolean, what: string, found: () => unknown): void {
  if (!isKept) throw new BrokenPromise(`${what}. Found: ${found()}`)
}
