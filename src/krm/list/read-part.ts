import { readYaml } from '../yaml/read.ts'
import { Tree } from '../yaml/tree.ts'
import { YamlError } from '../yaml/yaml-error.ts'
import { InputError } from './resource-list.ts'

/** The number, from 1, of the line that a place in the bytes is on. */
export type LineNumber = (offset: number) => number

/**
 * Reads a part of an input, from its text; `isLast` where the input ends there.
 * @throws InputError where it can't be read.
 */
export function readPart(text: string, firstLine: () => number, isLast: boolean): Tree | Promise<Tree> {
  const tree = readYaml(text, firstLine)
  if (tree instanceof Tree) return tree
  return tree.catch((error: unknown) => {
    throw unreadable(error, isLast, text)
  })
}

/** @throws InputError where a part that was read can't be used. */
export function refuseUnusable({ refusal }: Tree): void {
  if (refusal !== undefined) throw new InputError(`The input can't be read: ${refusal}.`)
}

/** What YAML has to complain about, in a sentence; any other error as it is. */
export function unreadable(error: unknown, isLast: boolean, text = ''): unknown {
  if (!(error instanceof YamlError)) return error
  if (error.isCut && isLast)
    return new InputError(
      `The input looks cut off: it ends in the middle of something (${error.message}). Check that the program that wrote it finished without an error.`,
    )
  const advice = text.includes('{{')
    ? 'It has {{ … }} in it: if it is a template, render it first.'
    : 'Fix it and try again.'
  return new InputError(`The input isn't valid YAML: ${error.message}. ${advice}`)
}
