import { expect, test } from 'vitest'
import { hostField } from '../../../src/checks/facts/hosts/host-field.ts'

const path = 'spec.routes[0].match'
const rule = 'Host(`A.com`) || Host(`b.com`) || Host(`A.com`)'
const fixed = 'Host(`a.com`) || Host(`b.com`) || Host(`a.com`)'

test.each([
  ['a host alone', { host: 'a.com', path }, undefined, { path, currentValue: 'a.com' }],
  [
    'a host and the one that was meant',
    { host: 'A.com', path },
    'a.com',
    { path, currentValue: 'A.com', proposedValue: 'a.com' },
  ],
  [
    'a host in a rule, wherever it is there',
    { host: 'A.com', path, written: rule },
    'a.com',
    { path, currentValue: rule, proposedValue: fixed },
  ],
  [
    'a host that a rule writes in another way, which nothing can be put in place of',
    { host: 'c.com', path, written: rule },
    'd.com',
    { path, currentValue: rule },
  ],
  [
    'a proposal that looks like the pattern of a replacement',
    { host: 'A.com', path },
    '$&',
    { path, currentValue: 'A.com', proposedValue: '$&' },
  ],
  [
    'a thousand characters',
    { host: 'a', path, written: 'x'.repeat(1000) },
    undefined,
    { path, currentValue: 'x'.repeat(1000) },
  ],
  ['more of them, which nobody reads', { host: 'x', path, written: 'x'.repeat(1001) }, 'y', { path }],
])('a result names %s', (_sentence, named, proposed, field) => {
  expect(hostField(named, proposed)).toStrictEqual(field)
})
