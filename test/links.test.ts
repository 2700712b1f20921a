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
