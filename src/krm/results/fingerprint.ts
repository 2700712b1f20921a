import { ruleOf, subjectOf } from './formats/wording.ts'
import type { LocatedResult } from './locator.ts'

/**
 * Tells results apart from run to run, by what they are about: rule, resource and field, so that a line which moves keeps its
 * result. Several about the same thing are numbered.
 */
export function fingerprintsOf(located: readonly LocatedResult[]): readonly string[] {
  const seen = new Map<string, number>()
  return located.map(({ result }) => {
    const about = JSON.stringify([ruleOf(result), result.resourceRef?.apiVersion, subjectOf(result)])
    const count = (seen.get(about) ?? 0) + 1
    seen.set(about, count)
    return hashOf(count === 1 ? about : `${about} ${count}`)
  })
}

/** FNV-1a over UTF-16 units, from two starts: 64 bits that only have to differ, and that nobody attacks. */
function hashOf(text: string): string {
  let [first, second] = [0x811c9dc5, 0x1b873593]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    first = Math.imul(first ^ unit, 0x01000193)
    second = Math.imul(second ^ unit, 0x01000193) ^ (second >>> 15)
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
