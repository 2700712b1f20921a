import type { LocatedResult, Location } from '../locator.ts'
import { visible } from '../visible.ts'
import { placeOf, ruleOf, sentenceOf } from './wording.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * The results as workflow commands, which GitHub Actions shows at their lines in a pull request. A place that is no file of
 * the working directory stands in the text.
 *
 * Source: "Workflow commands for GitHub Actions" in GitHub's documentation; the escapes are those of `@actions/core`.
 */
export function formatGithub(located: readonly LocatedResult[]): string {
  return located
    .map(({ result, location }) => {
      const properties = [...fileOf(location), `title=${escapeProperty(ruleOf(result))}`]
      const sentence = visible(sentenceOf(result))
      const text = location.isFile ? sentence : `${visible(placeOf(location))}: ${sentence}`
      return `::${commands[result.severity]} ${properties.join(',')}::${escapeData(text)}\n`
    })
    .join('')
}

function fileOf({ path, line, isFile }: Location): readonly string[] {
  if (!isFile) return []
  return [`file=${escapeProperty(path)}`, ...(line === undefined ? [] : [`line=${line}`])]
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
