import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { ingressShim } from '../../src/ingress-shim.ts'
import { defaultOptions } from '../../src/shim/options.ts'

/** Packages from cert-manager's documentation, which lie beside the project where it is developed. */
const packages = new URL('../../../shared/real/', import.meta.url)

describe.skipIf(!existsSync(packages))(
  'what an expert would say about the packages of cert-manager’s tutorials',
  () => {
    test.each([
      ['acme-tutorial', []],
      ['acme-tutorial-v1beta1', ['warning deprecated-api apiVersion']],
    ])('%s', (name, expected) => {
      expect(findingsOf(new URL(`${name}/`, packages))).toEqual(expected)
    })
  },
)

function findingsOf(folder: URL): readonly string[] {
  const texts = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const items = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()))
  const manifests = items.map((object, position) => ({ object, position }))
  return ingressShim(manifests, defaultOptions).findings.map(
    ({ severity, rule, field }) => `${severity} ${rule} ${field?.path}`,
  )
}
