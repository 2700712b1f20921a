import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiHost } from '../../../src/checks/facts/hosts/punycode.ts'

describe('a host as DNS writes it', () => {
  it.each([
    ['shop.example.com', 'shop.example.com'],
    ['müller.example.com', 'xn--mller-kva.example.com'],
    ['MÜLLER.example.com', 'xn--mller-kva.example.com'],
    ['mu\u0308ller.example.com', 'xn--mller-kva.example.com'],
    ['straße.de', 'xn--strae-oqa.de'],
    ['bücher.köln', 'xn--bcher-kva.xn--kln-sna'],
    ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['𠮷野家.jp', 'xn--fctt27jo60v.jp'],
    ['*.müller.de', '*.xn--mller-kva.de'],
  ])('%s is %s', (host, expected) => {
    expect(asciiHost(host)).toBe(expected)
  })

  it.each(['i❤.example.com', 'a b.example.com'])('%s is none', (host) => {
    expect(asciiHost(host)).toBeUndefined()
  })

  it('is what the URL standard makes of it', () => {
    const letters = fc.constantFrom(...'abz09äöüßéñçøåαβγжщя中文字例えテスト한국𠮷')
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 20 }), (name) => {
        const host = `${name}.example`
        expect(asciiHost(host)).toBe(new URL(`http://${host}`).hostname)
      }),
    )
  })
})
