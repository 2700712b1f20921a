import { readBlock } from './read-block.ts'
import { Tree } from './tree.ts'
import { YamlError } from './yaml-error.ts'

/**
 * The tree of a text that holds one document: read as block style or, where that isn't certain, by `yaml`, which is loaded
 * only then. The lines of messages count from `firstLine`, which is asked only then, too.
 * @throws YamlError
 */
export function readYaml(text: string, firstLine: () => number): Tree | Promise<Tree> {
  return readBlock(text) ?? readOneByYaml(text, firstLine())
}

/** What a text holds that `yaml` takes for a comment, as one in which a carriage return alone ends the comment. */
const nothing = { kind: 'scalar', value: null, start: 0, end: 0, isBlock: false } as const

async function readOneByYaml(text: string, firstLine: number): Promise<Tree> {
  const { readAny } = await import('./read-any.ts')
  const [tree, another] = readAny(text, firstLine)
  if (tree === undefined) return new Tree(text, nothing, undefined, { anchors: [], refusal: undefined })
  if (another === undefined) return tree
  const line = tree.lineAt(another.root.start) + firstLine
  throw new YamlError(`it holds several YAML documents; the second starts on line ${line}`)
}
