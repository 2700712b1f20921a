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
