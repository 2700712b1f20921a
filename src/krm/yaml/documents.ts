import { readYaml } from './read.ts'
import type { Step } from './step.ts'
import type { Tree } from './tree.ts'
import { YamlError } from './yaml-error.ts'

/** One document of a YAML file. */
export interface YamlDocument {
  readonly value: unknown
  /** Why `value` can't be trusted, in a sentence without its end: a key that appears twice, say. */
  readonly problem?: string
  /** The line of the file, from 1, of a field, or of the nearest field around it that is there. */
  lineOf(steps: readonly Step[]): number
}

const marker = /^(?:---(?= *(?:#.*)?\r?$)|\.\.\.(?= *(?:#.*)?\r?$))[^\n]*\n?/gm
const needsYaml = /^(?:%|---[^\S\n]*[^\s#])/m

/**
 * The documents of a YAML file, those that are empty left out.
 * @throws YamlError
 */
export async function parseDocuments(text: string): Promise<readonly YamlDocument[]> {
  const read = needsYaml.test(text) ? await readTogether(text) : await readApart(text)
  return read.flatMap(({ tree, firstLine }) => {
    if (tree.refusal !== undefined) throw new YamlError(tree.refusal)
    return tree.value === null ? [] : [documentOf(tree, firstLine)]
  })
}

interface Read {
  readonly tree: Tree
  readonly firstLine: number
}

async function readTogether(text: string): Promise<readonly Read[]> {
  const { readAny } = await import('./read-any.ts')
  return readAny(text).map((tree) => ({ tree, firstLine: 1 }))
}

/** Reads each document alone; its lines stand below those before it. */
async function readApart(text: string): Promise<readonly Read[]> {
  const read: Read[] = []
  let firstLine = 1
  let start = 0
  for (const { index, 0: line } of [...text.matchAll(marker), { index: text.length, 0: '' }]) {
    const document = text.slice(start, index)
    if (/^[^\s#]|^\s+[^\s#]/m.test(document))
      read.push({ tree: await readYaml(document, firstLine), firstLine })
    firstLine += document.split('\n').length - 1 + (line.endsWith('\n') ? 1 : 0)
    start = index + line.length
  }
  return read
}

function documentOf(tree: Tree, firstLine: number): YamlDocument {
  const problem = tree.problem(firstLine)
  return {
    value: tree.value,
    lineOf: (steps) => firstLine + tree.lineOf(steps),
    ...(problem !== undefined && { problem }),
  }
}
