import fc from 'fast-check'

/**
 * The decisions of a generator, one number each. Where they have run out it takes the first way, which is the plainest: so
 * fewer and smaller numbers make a simpler input, and a find can be minimised.
 */
export class Choices {
  readonly #numbers: readonly number[]
  #taken = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  below(limit: number): number {
    return (this.#numbers[this.#taken++] ?? 0) % limit
  }

  of<T>(first: T, ...others: readonly T[]): T {
    const chosen = this.below(others.length + 1)
    return chosen === 0 ? first : (others[chosen - 1] ?? first)
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === times - 1
  }

  /** Up to so many of what is made. */
  several<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }
}

export const choices: fc.Arbitrary<Choices> = fc
  .array(fc.nat(0xffff), { minLength: 1, maxLength: 300, size: 'max' })
  .map((numbers) => new Choices(numbers))
