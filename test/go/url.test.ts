import { describe, expect, test } from 'vitest'
import { parseUrl } from '../../src/go/url.ts'

describe("Go's url.Parse reads", () => {
  test.each([
    'spiffe://example.com/shop',
    'https://example.com:8443/a%20b?q=%zz#top',
    'https://user:pass@example.com/',
    'https://[::1]:443/',
    'https://example.com:/',
    'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
    'mailto:a@example.com',
    'tag:%zz',
    '/path/only',
    'relative',
    'a/b:c',
    '/a//b c',
    'https://user@[::1]/',
    'https://[fe80::1%25en0]/',
    '',
  ])('%j', (text) => expect(parseUrl(text)).toEqual({ value: text }))
})

describe("Go's url.Parse refuses", () => {
  test.each([
    ['https://exa mple.com/', 'its host has a character that none can have'],
    ['https://exa mple.com/a/b', 'its host has a character that none can have'],
    ['https://a^b/', 'its host has a character that none can have'],
    ['https://example.com:port/', 'its port is not a number'],
    ['https://[::1/', 'a bracket of its host is not closed'],
    ['https://us er@example.com/', 'its user has a character that none can have'],
    ['https://example.com/%zz', 'a "%" has to be followed by two hexadecimal digits'],
    ['https://example.com/%4x', 'a "%" has to be followed by two hexadecimal digits'],
    ['https://example.com/#%#41', 'a "%" has to be followed by two hexadecimal digits'],
    ['https://example.com/#%', 'a "%" has to be followed by two hexadecimal digits'],
    ['://example.com', 'it has no scheme before its colon'],
    ['1a:b', 'its first part has a colon, and no scheme stands before it'],
    ['a\nb', 'it has a control character in it'],
  ])('%j', (text, problem) => expect(parseUrl(text)).toEqual({ problem }))
})
