/** The id that a heading has in links to it, in the repository and on the site. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

/** The ids of all headings of a page. */
export function slugsOf(markdown: string): readonly string[] {
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => slugOf(heading))
}

export function titleOf(markdown: string): string | undefined {
  return /^# (.+)$/m.exec(withoutCode(markdown))?.[1]
}

/**
 * A section of a page as a page of its own: from its heading, which becomes the title, to the next one of its level.
 * @throws Error where there is no such section.
 */
export function sectionOf(markdown: string, title: string): string {
  const { start, end, level } = placeOf(markdown, title)
  const lines = markdown.split('\n').slice(start, end)
  for (const heading of headingsOf(lines.join('\n'))) {
    lines[heading.line] = `${'#'.repeat(heading.level - level + 1)} ${heading.text}`
  }
  return lines.join('\n')
}

/** The page without one of its sections. */
export function withoutSection(markdown: string, title: string): string {
  const { start, end } = placeOf(markdown, title)
  const lines = markdown.split('\n')
  return [...lines.slice(0, start), ...lines.slice(end)].join('\n')
}

function placeOf(markdown: string, title: string) {
  const headings = headingsOf(markdown)
  const first = headings.find(({ text }) => text === title)
  if (first === undefined) throw new Error(`There is no section "${title}".`)
  const next = headings.find(({ line, level }) => line > first.line && level <= first.level)
  return { start: first.line, end: next?.line ?? markdown.split('\n').length, level: first.level }
}

function headingsOf(markdown: string) {
  return withoutCode(markdown)
    .split('\n')
    .flatMap((text, line) => {
      const [, marks = '', title = ''] = /^(#{1,6}) (.+)$/.exec(text) ?? []
      return marks === '' ? [] : [{ line, level: marks.length, text: title }]
    })
}

/** The text with the lines of its code blocks emptied, where `#` begins a comment. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^```[^\n]*\n.*?^```$/gms, (block) => block.replaceAll(/[^\n]/g, ''))
}
