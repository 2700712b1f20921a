import { describe, expect, it } from 'vitest'
import { visible, visibleJson } from '../../src/krm/results/visible.ts'

describe('a text that is made visible', () => {
  it.each([
    [
      'stays as it is where everything can be seen',
      'Ärger: 100% ✓ 😀 a::b # ##',
      'Ärger: 100% ✓ 😀 a::b # ##',
    ],
    ['is one line', 'a\nb\rc\td', 'a\\nb\\rc\\td'],
    ['moves no cursor', 'a\u001b[2J', 'a\\u{1b}[2J'],
    ['has no controls of C1', 'a\u009b', 'a\\u{9b}'],
    ['is read in the order that it has', 'a\u202eb', 'a\\u{202e}b'],
    ['hides no tags', '\u{e0041}', '\\u{e0041}'],
    ['has no line separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['has nothing that no encoding has', '\ud800\ufffe\uffff', '\\u{d800}\\u{fffe}\\u{ffff}'],
    ['is no command of GitHub', '::error::x', '\\u{3a}:error::x'],
    ['is no command of GitHub behind blanks', '  ::error::x', '  \\u{3a}:error::x'],
    ['is no command of Azure Pipelines', 'a ##vso[x] ##[error]', 'a #\\u{23}vso[x] #\\u{23}[error]'],
    ['keeps a colon alone', ':a', ':a'],
  ])('%s', (_sentence, text, expected) => {
    expect(visible(text)).toBe(expected)
  })
})

describe('JSON that is made visible', () => {
  it.each([
    ['is indented', { a: ['b'] }, '{\n  "a": [\n    "b"\n  ]\n}'],
    ['has controls escaped', '\u001b\u009b', '"\\u001b\\u009b"'],
    ['has what turns or hides text escaped', '\u202e\u2028\u2029\u00ad', '"\\u202e\\u2028\\u2029\\u00ad"'],
    ['has what no encoding has escaped', '\ufffe\uffff', '"\\ufffe\\uffff"'],
    ['has both halves of a hidden character escaped', '\u{e0041}', '"\\udb40\\udc41"'],
    ['is no command of Azure Pipelines', '##[a] ##vso[b] # ##', '"\\u0023#[a] \\u0023#vso[b] # ##"'],
  ])('%s', (_sentence, value, expected) => {
    expect(visibleJson(value)).toBe(expected)
    expect(JSON.parse(visibleJson(value))).toEqual(value)
  })
})
