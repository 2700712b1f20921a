import { expect, test } from 'vitest'
import { hostMeantBy, isHost, whyNoHost } from '../../../src/checks/facts/hosts/host-text.ts'

test.each([
  ['', 'it is empty', undefined],
  ['2001:db8::1', 'it is an IPv6 address', undefined],
  ['a b.com', 'it has blanks in it', undefined],
  [' a.com\t', 'it has blanks in it', 'a.com'],
  ['https://a.com', 'it is a URL, and only its host belongs here', 'a.com'],
  ['HTTP://A.com:8080/b/c?d', 'it is a URL, and only its host belongs here', 'a.com'],
  ['ftp://a.com', 'it is a URL, and only its host belongs here', undefined],
  ['x.https://a.com', 'it is a URL, and only its host belongs here', undefined],
  ['a.com/', 'it has a path', 'a.com'],
  ['a.com/b\nc', 'it has blanks in it', 'a.com'],
  ['a.com:443', 'it has a port', 'a.com'],
  [
    'a.com:http',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  ['a:b:443', 'it has a port', undefined],
  [
    'a.com:443:x',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  ['bücher.example', 'it has letters beyond ASCII, which DNS writes as xn--…', 'xn--bcher-kva.example'],
  ['a*.com', 'a wildcard is the whole first label, as in *.example.com', undefined],
  ['a.*.com', 'a wildcard is the whole first label, as in *.example.com', undefined],
  ['a_b.com', 'it has an underscore', undefined],
  ['a.com.', 'it ends with a dot', 'a.com'],
  ['a.com..', 'it ends with a dot', undefined],
  ['A.com', 'it has capital letters', 'a.com'],
  [
    '-a.com',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  [
    'a-.com',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  [
    'a..com',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  [
    '.a.com',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
  [
    'a.-b',
    'a host has lower-case letters, digits and "-" between its dots, and 253 characters at most',
    undefined,
  ],
])('%j is no host', (text, reason, meant) => {
  expect(isHost(text)).toBe(false)
  expect(whyNoHost(text)).toBe(reason)
  expect(hostMeantBy(text)).toBe(meant)
})

test.each(['a', 'a.com', '*.a.com', 'a-b.c--d.com', '10.0.0.1', '0.z9', 'z.a', '9.0'])(
  '%s is a host',
  (text) => {
    expect(isHost(text)).toBe(true)
    expect(hostMeantBy(text)).toBe(undefined)
  },
)

test.each(['*', '*.', '*.*.com', '*a.com', 'a`', 'a{', 'a/', 'a:'])('%s is no host either', (text) => {
  expect(isHost(text)).toBe(false)
})
