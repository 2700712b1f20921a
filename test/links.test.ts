import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
]

/** Files and folders of this repository that a page links to, from the repository's root. */
function linkedFrom(page: string): readonly string[] {
  const targets = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
  return targets.map(([, target = '']) => join(dirname(page), target))
}

it.each(pages)('%s links to nothing that is not there', (page) => {
  expect(linkedFrom(page).filter((target) => !existsSync(target))).toEqual([])
})

/** The headings of pages that a page links to, as `page#anchor`. */
function headingsLinkedFrom(page: string): readonly string[] {
  const targets = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)]
  return targets.map(
    ([, target = '', anchor]) => `${target === '' ? page : join(dirname(page), target)}#${anchor}`,
  )
}

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(page: string): readonly string[] {
  const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.*)$/gm)]
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

it.each(pages)('%s links to headings that are there', (page) => {
  const missing = headingsLinkedFrom(page).filter((link) => {
    const [target = '', anchor = ''] = link.split('#')
    return existsSync(target) && target.endsWith('.md') && !anchorsOf(target).includes(anchor)
  })
  expect(missing).toEqual([])
})

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n')

/** The files and folders that code in CONTRIBUTING.md names, whole or by their end: `src/main.ts`, `list/write/`, `formats.ts`. */
function namedInContributing(): readonly string[] {
  const code = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/`([^`\n]+)`/g)]
  const path = /(?<![\w@~$./-])(?:[\w.-]+\/[\w./-]*|[\w-]+\.(?:ts|mjs|rs|md))(?![\w*])/g
  return code.flatMap(([, text = '']) => text.match(path) ?? [])
}

/** Whether a path is that of a file or folder, or the end of one. */
function isInRepository(path: string): boolean {
  const end = `/${path.replace(/\/$/, '')}`
  return files.some((file) => `/${file}/`.includes(`${end}/`))
}

it('CONTRIBUTING.md names no file and no folder that is not there', () => {
  const built = ['dist/', 'site/screenshots/']
  const missing = namedInContributing().filter((path) => !built.includes(path) && !isInRepository(path))
  expect(missing).toEqual([])
})
