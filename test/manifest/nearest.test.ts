import { expect, it } from 'vitest'
import { nearest } from '../../src/manifest/nearest.ts'

it.each([
  ['a letter is missing', 'defaultIsuerName', 'defaultIssuerName'],
  ['a letter is too many', 'prunee', 'prune'],
  ['two letters are too many at the start', 'xxprune', 'prune'],
  ['a letter is missing at the start', 'rune', 'prune'],
  ['a letter is another', 'prone', 'prune'],
  ['two letters are swapped', 'rpune', 'prune'],
  ['the case is another', 'DEFAULTISSUERNAME', 'defaultIssuerName'],
  ['several slips in a long word', 'defualtIssurName', 'defaultIssuerName'],
])('the known word is found where %s', (_, word, expected) => {
  expect(nearest(word, ['prune', 'rules', 'defaultIssuerName', 'defaultIssuerKind'])).toBe(expected)
})

it.each([
  ['another word', 'colour'],
  ['a short word that shares a letter', 'put'],
  ['two letters that are others', 'ptone'],
  ['two letters of which one is a neighbour’s', 'puxne'],
  ['two letters of which the other is a neighbour’s', 'pxrne'],
  ['two neighbours that are swapped beside another slip', 'rpunx'],
  ['no word at all', ''],
  ['a word of thousands of letters', 'prune'.repeat(1000)],
])('nothing is proposed for %s', (_, word) => {
  expect(nearest(word, ['prune', 'rules'])).toBeUndefined()
})

it('the first of two that are as near is proposed', () => {
  expect(nearest('rulex', ['rules', 'ruled'])).toBe('rules')
})
