import type { LocatedResult } from '../locator.ts'
import { ruleOf, sentenceOf } from './wording.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * The results as workflow commands, which GitHub Actions shows at their lines in a pull request.
 *
 * Source: "Workflow commands for GitHub Actions" in GitHub's documentation; the escapes are those of `@actions/core`.
 */
export function formatGithub(located: readonly LocatedResult[]): string {
  return located
    .map(({ result, location: { path, line } }) => {
      const properties = [
        `file=${escapeProperty(path)}`,
        ...(line === undefined ? [] : [`line=${line}`]),
        `title=${escapeProperty(ruleOf(result))}`,
      ]
      return `::${commands[result.severity]} ${properties.join(',')}::${escapeData(sentenceOf(result))}\n`
    })
    .join('')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
