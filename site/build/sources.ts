import { sectionOf, withoutSection } from './markdown.ts'
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

/** Every page that is made of the repository's texts. */
export function sources(): readonly Source[] {
  return [
    ...pagesOfReadme(),
    ...pagesOfDocs(),
    { page: 'changelog', file: 'CHANGELOG.md', markdown: readText('CHANGELOG.md') },
  ]
}

function pagesOfReadme(): readonly Source[] {
  const readme = readText('README.md')
  const functionConfig = withoutSection(sectionOf(readme, 'FunctionConfig'), 'Annotations')
  const texts = {
    overview: sectionOf(readme, 'Overview'),
    usage: sectionOf(readme, 'Usage'),
    'function-config': `${functionConfig}\n${settingsTable()}`,
    annotations: sectionOf(readme, 'Annotations'),
    examples: sectionOf(readme, 'Examples'),
    speed: sectionOf(readme, 'Speed'),
  }
  return Object.entries(texts).map(([page, markdown]) => ({ page, file: 'README.md', markdown }))
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
