import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { scriptHash, styleHash } from '../../src/inventory/formats/page/hashes.ts'
import { script } from '../../src/inventory/formats/page/script.ts'
import { style } from '../../src/inventory/formats/page/style.ts'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

// Whoever changes the page's style or script copies the new hash from here into src/inventory/formats/page/hashes.ts.
test.each([
  ['style', styleHash, style],
  ['script', scriptHash, script],
])('the hash of the %s is that of its text, or a browser would leave it out', (_name, hash, text) => {
  expect(hash).toBe(hashOf(text))
})
