import { expect, test } from 'vitest'
import { StringMap } from '../../../src/manifest/string-map.ts'
import { hasPlaceholderIn, isFilledInLater, maskIn } from '../../../src/shim/values/filled-in-later.ts'

const plain = { annotations: new StringMap({ 'example.com/avp.kubernetes.io/path': 'a' }) }
const withVault = { annotations: new StringMap({ 'avp.kubernetes.io/path': 'a', b: 'c' }) }

test.each([
  ['a.com', plain, { later: false, placeholder: false, parts: ['a.com'] }],
  ['${HOST}', plain, { later: true, placeholder: true, parts: ['${HOST}'] }],
  ['{{ .Values.host }}', plain, { later: true, placeholder: false, parts: ['{{ .Values.host }}'] }],
  ['<host>', plain, { later: false, placeholder: false, parts: ['<host>'] }],
  ['<host>', withVault, { later: true, placeholder: true, parts: ['<host>'] }],
  ['<a,b>,c', plain, { later: false, placeholder: false, parts: ['<a', 'b>', 'c'] }],
  ['<a,b>,c', withVault, { later: true, placeholder: true, parts: ['<a,b>', 'c'] }],
  ['<path:a,b>,c', plain, { later: true, placeholder: true, parts: ['<path:a,b>', 'c'] }],
  ['host', withVault, { later: false, placeholder: false, parts: ['host'] }],
])('%s on a resource with %j', (text, resource, expected) => {
  const { text: masked, unmask } = maskIn(text, resource)
  expect({
    later: isFilledInLater(text, resource),
    placeholder: hasPlaceholderIn(text, resource),
    parts: unmask(masked.split(',')),
  }).toEqual(expected)
})
