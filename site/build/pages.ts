import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { examples } from './examples.ts'
import { playground, withLinks } from './links.ts'
import { readmePart } from './readme.ts'
import { root } from './repository.ts'
import { type Source, sources } from './sources.ts'

const ownPages = join(root, 'site/pages')

/** Writes every page of the site into a folder: those of the repository's texts, and the site's own. */
export async function writePages(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const all = sources()
  const tried = new Set((await examples()).map(({ id }) => id))
  for (const source of all) write(folder, `${source.page}.md`, pageOf(source, all, tried))
  for (const name of readdirSync(ownPages)) {
    write(folder, name, withParts(readFileSync(join(ownPages, name), 'utf8'), all))
  }
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function pageOf(source: Source, all: readonly Source[], tried: ReadonlySet<string>): string {
  const [, rule = ''] = /^rules\/(.+)$/.exec(source.page) ?? []
  const text = tried.has(rule) ? withTrial(source.markdown, rule) : source.markdown
  return withLinks({ ...source, markdown: text }, all)
}

/** A rule's page with a link below its example and result, to try it. */
function withTrial(page: string, rule: string): string {
  const link = `[Open this example in the playground](${playground}#example=${rule})`
  return page.replace(/(?<=^## Example\n.*?^```text\n.*?^```\n)/ms, () => `\n${link}\n`)
}

/** A page of the site's own with the parts of the README that it names: `<!-- README.md: before -->`. */
function withParts(page: string, all: readonly Source[]): string {
  return page.replaceAll(/<!-- README\.md: (\w+) -->/g, (_comment, name: string) =>
    withLinks({ page: 'index', file: 'README.md', markdown: readmePart(name) }, all),
  )
}
