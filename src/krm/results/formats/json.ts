import type { LocatedResult } from '../locator.ts'

/**
 * The results as the KRM functions specification has them, as a JSON array; each also has the `location` where a user
 * finds what it is about.
 */
export function formatJson(located: readonly LocatedResult[]): string {
  const results = located.map(({ result, location }) => ({ ...result, location }))
  return `${JSON.stringify(results, undefined, 2)}\n`
}
