import { readdirSync, readFileSync } from 'node:fs'

const folder = 'docs/rules'

/** The pages of the rules as one JSON object, by the rule's id: what `explain` and SARIF read. */
export function pagesOfRules() {
  const files = readdirSync(folder).filter((file) => file !== 'README.md')
  const pages = files
    .sort()
    .map((file) => [file.replace(/\.md$/, ''), readFileSync(`${folder}/${file}`, 'utf8')])
  return JSON.stringify(Object.fromEntries(pages))
}
