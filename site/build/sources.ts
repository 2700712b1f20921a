import { sectionOf, slugOf, withoutSection } from './markdown.ts'
import { filesBelow, readText } from './repository.ts'
import { settingsTable } from './settings-table.ts'

/** A page of the site, and where its text is kept. */
export interface Source {
  /** The page's path on the site, without its ending. */
  readonly page: string
  /** The file that holds its text, from the root of the repository. */
  readonly file: string
  readonly markdown: string
}

const sections = ['Overview', 'Usage', 'FunctionConfig', 'Annotations', 'Examples']

/** Every page that is made of the repository's texts. */
export function sources(): readonly Source[] {
  return [
    ...pagesOfReadme(),
    ...pagesOfDocs(),
    { page: 'changelog', file: 'CHANGELOG.md', markdown: readText('CHANGELOG.md') },
  ]
}

/** Each section of the README is a page, and so is that of the annotations. */
function pagesOfReadme(): readonly Source[] {
  const readme = readText('README.md')
  const pages = Object.fromEntries(sections.map((title) => [title, sectionOf(readme, title)]))
  const functionConfig = withoutSection(sectionOf(readme, 'FunctionConfig'), 'Annotations')
  const texts = { ...pages, FunctionConfig: `${functionConfig}\n${settingsTable()}` }
  return Object.entries(texts).map(([title, markdown]) => ({
    page: slugOf(title),
    file: 'README.md',
    markdown,
  }))
}

/** The index of a folder is its start page; that of docs/ itself is the navigation instead. */
function pagesOfDocs(): readonly Source[] {
  return filesBelow('docs')
    .filter((file) => file.endsWith('.md') && file !== 'docs/README.md')
    .map((file) => {
      const page = file
        .replace(/^docs\//, '')
        .replace(/README\.md$/, 'index')
        .replace(/\.md$/, '')
      return { page, file, markdown: readText(file) }
    })
}
