import { readYaml } from '../yaml/read.ts'
import type { Tree } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { InputError } from './resource-list.ts'

/** The number, from 1, of the line that a place in the bytes is on. */
export type LineNumber = (offset: number) => number

/**
 * Reads a part of an input, from its text; `isLast` where the input ends there.
 * @throws InputError where it can't be read.
 */
export async function readPart(text: string, firstLine: () => number, isLast: boolean): Promise<Tree> {
  try {
    return await readYaml(text, firstLine)
  } catch (error) {
    throw error instanceof YamlError ? unreadable(error, isLast, text) : error
  }
}

/** @throws InputError where a part that was read can't be used. */
export function refuseUnusable({ refusal }: Tree): void {
  if (refusal !== undefined) throw new InputError(`The input can't be read: ${refusal}.`)
}

/** What YAML has to complain about, in a sentence. */
export function unreadable(error: YamlError, isLast: boolean, text = ''): InputError {
  if (error.isCut && isLast)
    return new InputError(
      `The input looks cut off: it ends in the middle of something (${error.message}). Check that the program that wrote it finished without an error.`,
    )
  const advice = text.includes('{{')
    ? 'It has {{ … }} in it: if it is a template, render it first.'
    : 'Fix it and try again.'
  return new InputError(`The input isn't valid YAML: ${error.message}. ${advice}`)
}
