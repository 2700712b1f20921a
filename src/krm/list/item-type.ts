import { columnOf, firstLine, isContent, nextLine } from '../yaml/lines.ts'
import type { Edges } from './edges.ts'
import { decode } from './encoding.ts'
import { type Entry, isInFlow } from './entries.ts'

/** What an item says that it is; `''` where it doesn't. */
export interface ItemType {
  readonly apiVersion: string
  readonly kind: string
}

/** Tells what items say that they are, by the lines at the column of their keys. */
export class ItemTypes {
  /** What a line says, as most items repeat the lines of others. */
  readonly #words = new Map<string, string>()
  /** One object for all items that are alike, since so many are kept for as long as a list is read. */
  readonly #types = new Map<string, ItemType>()

  /** The type of an entry; undefined where only reading it can tell. */
  of(edges: Edges, entry: Entry): ItemType | undefined {
    const { bytes } = edges
    const first = isInFlow(entry) ? undefined : firstKey(bytes, entry)
    if (first === undefined) return undefined
    const found = { apiVersion: '', kind: '' }
    const lines = edges.within(first.line, entry.end, first.column)
    for (let index = lines.indexOf(first.line); index < lines.starts.length; index++) {
      const line = lines.starts[index] ?? entry.end
      if (line >= entry.end) break
      const column = line === first.line ? first.column : columnOf(bytes, line)
      if (column > first.column) continue
      // Something left of the keys is for the reader to judge.
      if (column < first.column) return undefined
      const key = line + column
      const name = nameByLetter.get(bytes[key] ?? 0)
      if (name === undefined) continue
      if (name === '') return undefined
      const word = this.#wordIn(decode(bytes, key, nextLine(bytes, key)))
      if (word === undefined) continue
      if (word === '' || found[name] !== '' || goesOn(bytes, key, entry.end, column)) return undefined
      found[name] = word
    }
    return this.#shared(found)
  }

  /** The word behind a key that says what an item is, `''` where it isn't certain; undefined for any other line. */
  #wordIn(line: string): string | undefined {
    const known = this.#words.get(line)
    if (known !== undefined) return known
    if (!typeKey.test(line)) return undefined
    const word = typeWord.exec(line)?.[2] ?? ''
    this.#words.set(line, word)
    return word
  }

  #shared(type: ItemType): ItemType {
    const key = `${type.apiVersion} ${type.kind}`
    const known = this.#types.get(key)
    if (known === undefined) this.#types.set(key, type)
    return known ?? type
  }
}

/** The first key of an entry: the start of its line, that of the dash or one below, and its column. */
function firstKey(bytes: Uint8Array, { start, end, column }: Entry) {
  const behindDash = start + column + 1
  const at = behindDash + columnOf(bytes, behindDash)
  const line = isContent(bytes[at]) ? start : firstLine(bytes, nextLine(bytes, start), end)
  if (line === undefined) return undefined
  const key = line === start ? at : line + columnOf(bytes, line)
  return isPlainKey(bytes[key]) ? { line, column: key - line } : undefined
}

/** Whether a line that is nested deeper follows, which would be a part of the value. */
function goesOn(bytes: Uint8Array, key: number, end: number, column: number): boolean {
  const below = firstLine(bytes, nextLine(bytes, key), end)
  return below !== undefined && columnOf(bytes, below) > column
}

/** What a key that begins so can be; `''` for one that could be either in another spelling: quoted, `? kind`, tagged, an alias or a merge. */
const nameByLetter: ReadonlyMap<number, keyof ItemType | ''> = new Map([
  [0x61, 'apiVersion'],
  [0x6b, 'kind'],
  ...Array.from('"\'?!&*<', (character) => [character.charCodeAt(0), ''] as const),
])
const typeKey = /^(?:kind|apiVersion) *:/
/** A word that is text in every version of YAML, and all that the line holds. */
const typeWord =
  /^(?:kind|apiVersion): +(["']?)((?!(?:[yn]|yes|no|on|off|true|false|null)["'\s])[A-Za-z][\w./-]*)\1 *(?:(?<= )#.*)?\r?\n?$/i

function isPlainKey(byte = 0): boolean {
  return byte >= 0x80 || /\w/.test(String.fromCharCode(byte))
}
