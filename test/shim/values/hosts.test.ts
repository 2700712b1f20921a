import { describe, expect, test } from 'vitest'
import { domainsAbove, HostNames } from '../../../src/shim/values/hosts.ts'

const name = (names: readonly string[]) => new HostNames(names)

describe('the names of a certificate', () => {
  test.each([
    ['a.com', ['a.com'], { cover: true, overlap: true }],
    ['A.com', ['a.COM'], { cover: true, overlap: true }],
    ['b.com', ['a.com', 'b.com'], { cover: true, overlap: true }],
    ['b.com', ['a.com'], { cover: false, overlap: false }],
    ['x.a.com', ['*.a.com'], { cover: true, overlap: true }],
    ['X.A.com', ['*.a.com'], { cover: true, overlap: true }],
    ['*.a.com', ['*.a.com'], { cover: true, overlap: true }],
    ['a.com', ['*.a.com'], { cover: false, overlap: false }],
    ['y.x.a.com', ['*.a.com'], { cover: false, overlap: false }],
    ['*.a.com', ['x.a.com'], { cover: false, overlap: true }],
    ['*.A.com', ['x.a.com'], { cover: false, overlap: true }],
    ['*.a.com', ['y.x.a.com'], { cover: false, overlap: false }],
    ['*.com', ['a.com'], { cover: false, overlap: true }],
    ['.a.com', ['x.a.com'], { cover: false, overlap: false }],
    ['.a.com', ['*.a.com'], { cover: false, overlap: false }],
    ['localhost', ['localhost'], { cover: true, overlap: true }],
    ['localhost', ['*'], { cover: false, overlap: false }],
    ['*', ['localhost'], { cover: false, overlap: false }],
    ['a.com', [], { cover: false, overlap: false }],
  ])('meet %s with %j: %j', (host, names, expected) => {
    expect({ cover: name(names).cover(host), overlap: name(names).overlap(host) }).toEqual(expected)
  })
})

test.each([
  ['c.b.a', ['.b.a', '.a']],
  ['a', []],
  ['', []],
  ['.a', ['.a']],
])('above %j are the domains %j', (host, domains) => {
  expect(domainsAbove(host)).toEqual(domains)
})
