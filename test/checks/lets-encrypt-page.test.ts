import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { letsEncryptProfiles } from '../../src/checks/facts/acme/lets-encrypt-profiles.ts'
import { spanInWords } from '../../src/checks/facts/acme/renew-before.ts'

const hour = 3_600_000_000_000n

test('docs/lets-encrypt.md has every announced lifetime, with its source', () => {
  const page = readFileSync('docs/lets-encrypt.md', 'utf8')
  const rows = letsEncryptProfiles.map(({ profile, from, hours, source }) => {
    const valid = hours === undefined ? 'gone' : spanInWords(BigInt(hours) * hour)
    return `| \`${profile}\` |${from === '' ? '' : ` ${from}`} | ${valid} | <${source}> |`
  })
  expect(page.match(/^\| `.*\n/gm)).toEqual(rows.map((row) => `${row}\n`))
})
