import { describe, expect, it } from 'vitest'
import { examples } from '../build/examples.ts'
import { fixed } from '../playground/engine/fix.ts'
import { rendered } from '../playground/engine/render.ts'

const fixable = (await Promise.all((await examples()).map(fixesOf))).flat()

async function fixesOf({ id, text, settings }: Awaited<ReturnType<typeof examples>>[number]) {
  const { results } = await rendered(text, settings, '2026-11-24')
  return results.flatMap(({ rule, path, fix }) =>
    fix === undefined ? [] : [{ id, rule, path, text, settings, fix }],
  )
}

describe('a proposed value', () => {
  it.each(fixable)('in $id: $path', async ({ rule, path, text, settings, fix }) => {
    const after = await fixed(text, fix)
    expect(linesOnlyIn(after, text)).toBeLessThanOrEqual(2)
    expect(linesOnlyIn(text, after)).toBeLessThanOrEqual(1)
    const { results, problem } = await rendered(after, settings, '2026-11-24')
    expect(problem).toBeUndefined()
    expect(results.filter((result) => result.rule === rule && result.path === path)).toEqual([])
  })

  it('is there for many rules', () => {
    expect(new Set(fixable.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(10)
  })
})

function linesOnlyIn(text: string, other: string): number {
  const others = new Set(other.split('\n'))
  return text.split('\n').filter((line) => !others.has(line)).length
}
