import { posix } from 'node:path'
import { slugsOf } from './markdown.ts'
import { exists, isFolder, repositoryUrl } from './repository.ts'
import type { Source } from './sources.ts'

/** The page that shows the playground alone. Links that begin with a slash are the site's own. */
export const playground = '/playground'

/**
 * A page's text with its links as the site has them: to the pages of the site, and to the repository for all else.
 * @throws Error for a link that leads nowhere.
 */
export function withLinks({ file, markdown, page }: Source, all: readonly Source[]): string {
  return markdown.replaceAll(
    /\]\((?!https?:|\/)([^)#\s]*)(?:#([^)\s]*))?\)/g,
    (_link, target: string, slug: string | undefined) => {
      const path = target === '' ? file : posix.normalize(posix.join(posix.dirname(file), target))
      return `](${addressOf(path, slug, all, page)})`
    },
  )
}

function addressOf(path: string, slug: string | undefined, all: readonly Source[], from: string): string {
  const anchor = slug === undefined ? '' : `#${slug}`
  if (path === 'docs/README.md') return '/overview'
  const ofFile = all.filter(({ file }) => file === path)
  const found =
    slug === undefined ? ofFile[0] : ofFile.find(({ markdown }) => slugsOf(markdown).includes(slug))
  if (found !== undefined) return `/${found.page}${anchor}`
  if (ofFile.length > 0) throw new Error(`${from} links to ${path}${anchor}, which has no such heading.`)
  if (!exists(path)) throw new Error(`${from} links to ${path}, which is not there.`)
  return `${repositoryUrl}/${isFolder(path) ? 'tree' : 'blob'}/HEAD/${path}${anchor}`
}
