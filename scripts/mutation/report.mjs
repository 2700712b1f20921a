import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { transformSync } from 'esbuild'
import { sourcesOf } from '../../test/mutation/rooms.mjs'

const scores = 'docs/trust.md'
const survivors = 'test/mutation/survivors'
const caught = ['Killed', 'Timeout']
const missed = ['Survived', 'NoCoverage']

/** Writes the score of a room into its row of docs/trust.md, and what survived there to a page of its own. */
export function report(room) {
  const { files } = JSON.parse(readFileSync(`reports/mutation/${room}.json`, 'utf8'))
  const mutants = Object.values(files).flatMap((file) => file.mutants)
  writeFileSync(scores, withRow(readFileSync(scores, 'utf8'), room, rowOf(room, files, mutants)))
  writeFileSync(`${survivors}/${room}.md`, survivorsOf(room, files))
}

function rowOf(room, files, mutants) {
  const counted = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [killed, alive] = [counted(caught), counted(missed)]
  const lines = (names) =>
    names.reduce((sum, name) => sum + readFileSync(name, 'utf8').split('\n').length - 1, 0)
  const measured = lines(Object.keys(files))
  const part =
    measured / (measured + lines(sourcesOf(room).filter((name) => !(name in files) && hasCode(name))))
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return [
    `[\`src/${room}\`](../${survivors}/${room}.md)`,
    `${Math.round(100 * part)} %`,
    killed + alive,
    killed,
    alive,
    `${((100 * killed) / (killed + alive)).toFixed(1)} %`,
    `\`${commit}\``,
  ]
}

/** Types are nothing that could be changed. */
function hasCode(name) {
  return transformSync(readFileSync(name, 'utf8'), { loader: 'ts' }).code !== ''
}

function withRow(page, room, cells) {
  return page.replace(new RegExp(`^\\| \\[?\`src/${room}\`.*$`, 'm'), () => `| ${cells.join(' | ')} |`)
}

function survivorsOf(room, files) {
  const page = `${survivors}/${room}.md`
  const reasons = reasonsOn(existsSync(page) ? readFileSync(page, 'utf8') : '')
  const sections = Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = mutants
      .filter(({ status }) => missed.includes(status))
      .map((mutant) => `- ${changeOf(source, mutant)}`)
      .map((line) => `${line}: ${reasons.get(`${file} ${line}`) ?? 'not looked at yet.'}`)
    return lines.length === 0 ? [] : [`## ${file}\n\n${[...new Set(lines)].join('\n')}\n`]
  })
  return `# Changes of src/${room} that no test notices

\`npm run mutation\` writes this page, and keeps the reasons that stand on it.

${sections.toSorted().join('\n')}`
}

/** The reason behind each survivor that the page has already. */
function reasonsOn(page) {
  const reasons = new Map()
  for (const [, file, section] of page.matchAll(/^## (.*)\n\n((?:- .*\n)*)/gm)) {
    for (const [, line, reason] of section.matchAll(/^(- .*?): (not looked at yet\.|[A-Z].*)$/gm)) {
      reasons.set(`${file} ${line}`, reason)
    }
  }
  return reasons
}

/** `a < b` → `a <= b`, in the line where that is. */
function changeOf(source, { location: { start, end }, replacement }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const before = (lines[0] ?? '').slice(0, start.column - 1)
  const last = lines.at(-1) ?? ''
  const after = last.slice(end.column - 1)
  const original = lines.join('\n').slice(before.length, after === '' ? undefined : -after.length)
  const context = `${before}⟦${original}⟧${after}`
  return `${quoted(context)} becomes ${quoted(replacement)}`
}

function quoted(code) {
  const line = code.trim().replace(/\s+/g, ' ')
  const text = line.length > 120 ? `${line.slice(0, 117)}…` : line
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}
