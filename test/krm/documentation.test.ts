import { expect, it } from 'vitest'
import { documentationOf, homepageOf } from '../../src/krm/results/documentation.ts'

it('a rule has an address in the web as soon as the project has one', () => {
  expect(documentationOf('host-invalid', 'https://example.com/shim')).toBe(
    'https://example.com/shim/rules/host-invalid.html',
  )
})

it.each([
  ['none', {}, undefined],
  ['none that is no text', { homepage: 7 }, undefined],
  ['an address', { homepage: 'https://example.com/shim' }, 'https://example.com/shim'],
  ['one with a slash behind it', { homepage: 'https://example.com/shim/' }, 'https://example.com/shim'],
  [
    'one with a place in the page',
    { homepage: 'https://example.com/shim#readme' },
    'https://example.com/shim',
  ],
  ['one with a query', { homepage: 'https://example.com/shim/?a=b' }, 'https://example.com/shim'],
])('the site of the project is that of its package.json: %s', (_sentence, manifest, site) => {
  expect(homepageOf(manifest)).toBe(site)
})
