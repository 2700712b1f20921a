import { describe, expect, test } from 'vitest'
import { hasPlaceholder, isTemplate, mappingTemplates, mask } from '../../src/manifest/placeholder.ts'

describe('texts that are filled in later', () => {
  test.each([
    ['a variable of Flux', 'app.${SECRET_DOMAIN}'],
    ['one with a default', '${DOMAIN:=example.com}'],
    ['one with another default', '${DOMAIN:-example.com}'],
    ['one that is cut', '${DOMAIN:0:5}'],
    ['one in which something is replaced', '${DOMAIN//a/b}'],
    ['one that is escaped for a first pass', '$${DOMAIN}'],
    ['one without braces', 'app.$DOMAIN'],
    ['one that begins with an underscore', '$_domain1.example.com'],
    ['a path of argocd-vault-plugin', '<path:kv/data/app#host>'],
    ['such a path with a modifier', 'app.<path:kv/data/app#domain | base64decode>'],
  ])('%s: %s', (_sentence, text) => {
    expect(hasPlaceholder(text)).toBe(true)
  })

  test.each([
    ['an ordinary host', 'app.example.com'],
    ['a price', '$5'],
    ['a dollar sign at the end', 'cash$'],
    ['braces that nothing closes', '${DOMAIN'],
    ['braces without a name', '${}'],
    ['an argument of a script', '$1'],
    ['a path that nothing closes', '<path:kv/data'],
    ['a key of argocd-vault-plugin, where nothing says that it is one', '<host>'],
  ])('not %s: %s', (_sentence, text) => {
    expect(hasPlaceholder(text)).toBe(false)
  })

  test('a key of argocd-vault-plugin, where there are keys', () => {
    expect(hasPlaceholder('<host>', true)).toBe(true)
    expect(hasPlaceholder('a < b > ', true)).toBe(true)
    expect(hasPlaceholder('<>', true)).toBe(false)
  })
})

describe('templates that nobody rendered', () => {
  test.each<[string, unknown]>([
    ['as text', '{{ .Values.host }}'],
    ['as a part of a text', 'app.{{ .Values.domain }}'],
    ['as a text of two lines', '{{ if .a }}\n{{ end }}'],
    ['as the mapping that YAML makes of it', { '{ .Values.host }': null }],
    ['as a key among others', { app: 'web', '{ include "labels" . }': null }],
  ])('%s', (_sentence, value) => {
    expect(isTemplate(value)).toBe(true)
  })

  test.each<[string, unknown]>([
    ['a text with braces', '{host}'],
    ['a key that only begins like one', { '{host': null }],
    ['a key that only ends like one', { 'host}': null }],
    ['braces that nothing closes', '{{ .Values.host'],
    ['braces that are closed first', '}} {{'],
    ['a mapping', { host: 'a' }],
    ['a list', ['{ a }']],
    ['nothing', null],
  ])('not %s', (_sentence, value) => {
    expect(isTemplate(value)).toBe(false)
  })

  test('are found wherever they are mappings, and not where they are texts', () => {
    const template = { '{ .x }': null }
    const shared = { host: template }
    expect(
      mappingTemplates({
        kind: '{{ .kind }}',
        status: null,
        metadata: { name: template, annotations: { 'a.b/c': template }, labels: { d: template } },
        spec: { tls: [{ hosts: ['a', template] }], rules: [shared, shared] },
      }),
    ).toEqual([
      'metadata.name',
      'metadata.annotations[a.b/c]',
      'metadata.labels[d]',
      'spec.tls[0].hosts[1]',
      'spec.rules[0].host',
    ])
  })
})

describe('a text is taken apart around its placeholders', () => {
  test.each([
    ['a,b', ['a', 'b']],
    ['a,${B:=c,d},e', ['a', '${B:=c,d}', 'e']],
    ['$A,$A', ['$A', '$A']],
    ['\ue000,${A:=,}', ['\ue000', '${A:=,}']],
    ['${A:=a,b},${B:=c,d}', ['${A:=a,b}', '${B:=c,d}']],
    ['', ['']],
  ])('%s', (text, parts) => {
    const masked = mask(text, false)
    expect(masked.unmask(masked.text.split(','))).toEqual(parts)
  })

  test('and around the keys of argocd-vault-plugin, where there are keys', () => {
    const masked = mask('<a,b>,<c,d>', true)
    expect(masked.unmask(masked.text.split(','))).toEqual(['<a,b>', '<c,d>'])
  })
})
