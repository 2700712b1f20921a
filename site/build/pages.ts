import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withLinks } from './links.ts'
import { readText, repositoryUrl, root } from './repository.ts'
import { type Source, sources } from './sources.ts'

const ownPages = join(root, 'site/pages')

/** Writes every page of the site into a folder: those of the repository's texts, and the site's own. */
export function writePages(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  const all = sources()
  for (const source of all) write(folder, `${source.page}.md`, pageOf(source, all))
  for (const name of readdirSync(ownPages))
    write(folder, name, withBlocks(readFileSync(join(ownPages, name), 'utf8')))
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function pageOf(source: Source, all: readonly Source[]): string {
  const edit = `${repositoryUrl}/blob/HEAD/${source.file}`
  return `---\neditLink: ${edit}\n---\n\n${withLinks(source, all)}`
}

/** A page with the blocks of the README that it names: `<!-- README.md: before -->`. */
function withBlocks(page: string): string {
  return page.replaceAll(/<!-- README\.md: (\w+) -->/g, (_comment, name: string) => readmeBlock(name))
}

function readmeBlock(name: string): string {
  const block = readText('README.md')
    .split(`<!-- readme.test.ts: ${name} -->\n`)[1]
    ?.match(/^```yaml\n.*?^```$/ms)?.[0]
  if (block === undefined) throw new Error(`README.md has no block that is marked "${name}".`)
  return block
}
