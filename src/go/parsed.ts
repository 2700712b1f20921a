/**
 * What a reader of one of Go's text formats made of a text: its value, or a problem.
 *
 * The problem is a phrase without capital and full stop that fits after a colon, for people who don't know Go:
 * `"90d" has an unknown unit "d"; Go durations use h, m and s`. `'problem' in parsed` tells the two apart.
 */
export type Parsed<T> = { readonly value: T } | { readonly problem: string }
