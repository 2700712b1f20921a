import type { DefaultTheme } from 'vitepress'
import { titleOf } from './markdown.ts'
import { readText } from './repository.ts'
import { type Source, sources } from './sources.ts'

type Group = DefaultTheme.SidebarItem

const folderTitles: Readonly<Record<string, string>> = { '': 'Guides', run: 'Ways to run it' }

/** The groups of pages: a group for each folder of docs/, between what comes first and what is looked up. */
export function pageGroups(): Group[] {
  const all = sources()
  const docs = all.filter(({ file, page }) => file.startsWith('docs/') && !page.startsWith('rules/'))
  const folders = [...new Set(['run', '', ...docs.map(folderOf)])]
  const byFolder = folders.map((folder) => ({
    text: folderTitles[folder] ?? capitalized(folder),
    items: inOrderOfIndex(docs.filter((source) => folderOf(source) === folder)).map(linkTo),
  }))
  const named = (...pages: readonly string[]) =>
    pages.flatMap((page) => all.filter((source) => source.page === page)).map(linkTo)
  return [
    { text: 'Start', items: [{ text: 'Playground', link: '/playground' }, ...named('overview', 'usage')] },
    ...byFolder.filter(({ items }) => items.length > 0),
    {
      text: 'Reference',
      items: [
        ...named('annotations', 'functionconfig'),
        { text: 'Rules', link: '/rules/' },
        ...named('examples', 'changelog'),
      ],
    },
  ]
}

/** The rules by their severity, as their index has them. */
export function ruleGroups(): Group[] {
  const rows = [...readText('docs/rules/README.md').matchAll(/^\| \[(\S+)\]\(\S+\) \| (\w+) \|/gm)]
  const titles = { error: 'Errors', warning: 'Warnings', info: 'Infos' }
  const groups = Object.entries(titles).map(([severity, text]) => ({
    text,
    items: rows
      .filter(([, , found]) => found === severity)
      .map(([, id = '']) => ({ text: id, link: `/rules/${id}` }))
      .sort((a, b) => a.text.localeCompare(b.text, 'en')),
  }))
  return [
    {
      text: 'Rules',
      items: [
        { text: 'All rules', link: '/rules/' },
        { text: 'All docs', link: '/overview' },
      ],
    },
    ...groups,
  ]
}

function folderOf({ page }: Source): string {
  return page.includes('/') ? page.slice(0, page.indexOf('/')) : ''
}

/** As docs/README.md lists them; what it doesn't list comes last, by its name. */
function inOrderOfIndex(pages: readonly Source[]): readonly Source[] {
  const index = [...readText('docs/README.md').matchAll(/\]\(([^)#]+\.md)\)/g)].map(
    ([, path]) => `docs/${path}`,
  )
  const place = ({ file }: Source) => (index.includes(file) ? index.indexOf(file) : index.length)
  return [...pages].sort((a, b) => place(a) - place(b))
}

function linkTo({ page, markdown }: Source) {
  return { text: titleOf(markdown) ?? page, link: `/${page}` }
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
