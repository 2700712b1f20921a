import type { Pair } from './tree.ts'

/** What makes a text that can be read one whose values can't be relied on. */
export interface Doubt {
  readonly offset: number
  /** In a sentence without its end; `line` names that of the offset: `line 4`. */
  readonly sentence: (line: string) => string
}

/** Keeps the first doubt, by its place in the text. */
export class Doubts {
  first: Doubt | undefined

  noteTwice({ key, start }: Pick<Pair, 'key' | 'start'>): void {
    this.#note(
      start,
      (line) =>
        `the key ${JSON.stringify(key)} appears twice in one mapping, the second time on ${line}, so that it isn't clear which value counts`,
    )
  }

  noteKeyThatIsNoText(offset: number): void {
    this.#note(offset, (line) => `the key on ${line} isn't text, which no field of Kubernetes has`)
  }

  #note(offset: number, sentence: Doubt['sentence']): void {
    if (this.first === undefined || offset < this.first.offset) this.first = { offset, sentence }
  }
}
