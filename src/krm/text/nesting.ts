export const deepest = 100

/** The collections that the line reached is in. */
export class Nesting {
  /** Their columns, outermost first, and whether they are lists. The first is the top-level mapping. */
  readonly columns = new Int32Array(deepest)
  readonly isList = new Uint8Array(deepest)
  innermost = 0
  /** Whether the line before ended with a key or a dash that can have its value below. */
  isOpen = false

  get column(): number {
    return this.columns[this.innermost] ?? 0
  }

  /** Opens a collection in the innermost; false where that goes too deep. */
  open(column: number, isList: boolean): boolean {
    this.innermost++
    this.columns[this.innermost] = column
    this.isList[this.innermost] = isList ? 1 : 0
    return this.innermost < deepest
  }

  /** Whether a line begins the value that the line before left open; it does not any longer. */
  takesOpen(column: number, isEntry: boolean): boolean {
    const isOpen = this.isOpen
    this.isOpen = false
    return (
      isOpen &&
      (column > this.column || (column === this.column && isEntry && this.isList[this.innermost] !== 1))
    )
  }

  /** Closes collections until the innermost can be the one that a line is in; false where the line is in none. */
  closeTo(column: number, isEntry: boolean): boolean {
    while (this.column > column) this.innermost--
    if (!isEntry && this.isList[this.innermost] === 1) this.innermost--
    return this.column === column && (this.isList[this.innermost] === 1) === isEntry
  }
}
