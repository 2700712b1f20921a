import { describe, expect, it } from 'vitest'
import { below, goesUp, isAbsolute, normalized } from '../../../src/command/files/paths.ts'

describe('a path', () => {
  it.each([
    ['/etc', true],
    ['C:/etc', true],
    ['c:\\etc', true],
    ['\\\\server\\share', true],
    ['etc', false],
    ['./etc', false],
    ['c:etc', false],
    ['', false],
  ])('%j is absolute: %s', (path, absolute) => {
    expect(isAbsolute(path)).toBe(absolute)
  })

  it.each([
    ['..', true],
    ['../a', true],
    ['a/../b', true],
    ['a\\..\\b', true],
    ['a..b', false],
    ['...', false],
    ['a/b', false],
  ])('%j goes up: %s', (path, up) => {
    expect(goesUp(path)).toBe(up)
  })

  it.each([
    ['a/b.yaml', 'a/b.yaml'],
    ['./a//b/.', 'a/b'],
    ['a/../b', 'b'],
    ['a/../../b', '../b'],
    ['../../b', '../../b'],
    ['/a/./b/', '/a/b'],
    ['/a/../b', '/b'],
    ['', ''],
  ])('%j is the same as %j', (path, same) => {
    expect(normalized(path)).toBe(same)
  })

  it.each([
    ['/work', '/work/a/b.yaml', 'a/b.yaml'],
    ['/', '/a', 'a'],
    ['C:/work', 'C:/work/a', 'a'],
    ['/work', '/worker/a', undefined],
    ['/work', '/a', undefined],
    ['/work', '/work', undefined],
  ])('below %j, %j is %j', (directory, path, rest) => {
    expect(below(directory, path)).toBe(rest)
  })
})
