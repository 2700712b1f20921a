import { describe, expect, test } from 'vitest'
import { parseMailAddress } from '../../src/go/mail.ts'

describe('the bare address is read from', () => {
  test.each([
    ['a bare address', 'me@example.com', 'me@example.com'],
    ['a host without a domain', 'a@b', 'a@b'],
    ['blanks around it', ' a@b.com\t', 'a@b.com'],
    ['angle brackets', '<a@b.com>', 'a@b.com'],
    ['angle brackets after a display name', 'Ada Lovelace <a@b.com>', 'a@b.com'],
    ['a quoted display name', '"Lovelace, Ada" <a@b.com>', 'a@b.com'],
    ['an encoded display name', '=?utf-8?q?J=C3=B6rg?= <a@b.com>', 'a@b.com'],
    ['a comment behind what only looks encoded', '=?utf-8?b?abcde?= (c) <a@b.com>', 'a@b.com'],
    ['comments, also nested ones', 'a@b.com (office (London))', 'a@b.com'],
    ['a quoted local part, whose quotes go', '"a b"@c.com', 'a b@c.com'],
    ['an IP address in square brackets', 'a@[10.0.0.1]', 'a@[10.0.0.1]'],
    ['letters beyond ASCII', '\u00fc@b\u00fccher.example', '\u00fc@b\u00fccher.example'],
    ['the first character beyond ASCII', '\u0080@b.com', '\u0080@b.com'],
    ['a blank after the at sign, which goes', 'a@ b.com', 'a@b.com'],
    ['a group of one', 'team: a@b.com;', 'a@b.com'],
  ])('%s', (_, text, address) => {
    expect(parseMailAddress(text)).toEqual({ value: address })
  })
})

describe('what is not one mail address is a problem that says why', () => {
  const notOne = 'is not a single mail address'
  const not = 'is not a mail address such as admin@example.com'
  test.each([
    ['nothing', '', 'it is empty, not a mail address'],
    ['blanks', ' ', 'it is empty, not a mail address'],
    ['no at sign', 'nope', '"nope" has no "@", so it is not a mail address'],
    ['two addresses', 'a@b.com,c@d.com', `"a@b.com,c@d.com" ${notOne}`],
    ['two at signs', 'a@@b.com', `"a@@b.com" ${not}`],
    ['no local part', '@b.com', `"@b.com" ${not}`],
    ['no domain', 'a@', `"a@" ${not}`],
    ['a dot at the start', '.a@b.com', `".a@b.com" ${not}`],
    ['a dot at the end', 'a@b.com.', `"a@b.com." ${not}`],
    ['two dots in a row', 'a..b@c.com', `"a..b@c.com" ${not}`],
    ['a blank in the local part', 'a b@c.com', `"a b@c.com" ${not}`],
    ['an empty quoted local part', '""@c.com', `"\\"\\"@c.com" ${not}`],
    ['an open angle bracket', '<a@b.com', `"<a@b.com" ${not}`],
    ['an open comment', 'a@b.com (c', `"a@b.com (c" ${not}`],
    ['square brackets around a name', 'a@[b.com]', `"a@[b.com]" ${not}`],
    ['a line break', 'a@b.com\n', `"a@b.com\\n" ${notOne}`],
    [
      'a display name in a charset that Go does not know',
      '=?koi8-r?q?J?= <a@b.com>',
      `"=?koi8-r?q?J?= <a@b.com>" ${not}`,
    ],
    [
      'a comment behind an encoded display name',
      '=?utf-8?b?YWJj?= (c) <a@b.com>',
      `"=?utf-8?b?YWJj?= (c) <a@b.com>" ${not}`,
    ],
    [
      'a charset that only ends like one that Go knows',
      '=?x-utf-8?q?a?= <a@b.com>',
      `"=?x-utf-8?q?a?= <a@b.com>" ${not}`,
    ],
    ['an open square bracket', 'a@[10.0.0.12', `"a@[10.0.0.12" ${not}`],
    ['empty angle brackets', '"a@b.com" <>', `"\\"a@b.com\\" <>" ${not}`],
    ['an empty group and nothing else', 'team:;', `"team:;" ${notOne}`],
    ['an empty group', 'team:;@', `"team:;@" ${notOne}`],
    ['a group of two', 'team: a@b.com, c@d.com;', `"team: a@b.com, c@d.com;" ${notOne}`],
    ['a group in a group', 'a: b: c@d.com;;', `"a: b: c@d.com;;" ${not}`],
  ])('%s', (_, text, problem) => {
    expect(parseMailAddress(text)).toEqual({ problem })
  })
})
