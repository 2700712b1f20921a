// Prints what CHANGELOG.md says of a version: node scripts/release/notes.mjs TAG
//
// Fails unless the tag is that of the version in package.json, and its section has the date of the release.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/**
 * The section of a version.
 *
 * @param {string} changelog the text of CHANGELOG.md
 * @param {string} tag the tag of the release, such as v1.2.3
 * @param {string} version that of package.json
 * @throws Error where the three don't agree
 */
export function notesOf(changelog, tag, version) {
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json has version ${version}.`)
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`[${version}] - `))
  if (section === undefined) throw new Error(`CHANGELOG.md has no section of ${version}.`)
  const [heading = '', ...lines] = section.split('\n')
  if (!/ - \d{4}-\d\d-\d\d$/.test(heading)) throw new Error(`CHANGELOG.md has no date at ${version}.`)
  return `${lines.join('\n').trim()}\n`
}

function main([tag = '']) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  process.stdout.write(notesOf(readFileSync('CHANGELOG.md', 'utf8'), tag, version))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv.slice(2))
