import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { certManagerVersion } from '../../src/shim/cert-manager-version.ts'

test.each([
  'README.md',
  'CHANGELOG.md',
  'docs/cert-manager.md',
  'docs/rules/unknown-annotation.md',
  'test/conformance/README.md',
])('%s names the version of cert-manager that the code follows', (page) => {
  expect(readFileSync(page, 'utf8')).toContain(certManagerVersion)
})

test('the page says what the version after it changes', () => {
  const [, minor = ''] = /^v1\.(\d+)\./.exec(certManagerVersion) ?? []
  expect(readFileSync('docs/cert-manager.md', 'utf8')).toContain(`1.${Number(minor) + 1} does differently`)
})
