import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Report } from '../../src/manifest/report.ts'
import { isAccess, roleOfBinding, secretOfRole } from '../../src/shim/access/existing-access.ts'
import { readResource } from '../../src/shim/resource.ts'

test.each([
  ['rbac.authorization.k8s.io/v1', 'Role', true],
  ['rbac.authorization.k8s.io/v1beta1', 'RoleBinding', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', false],
  ['example.com/v1', 'Role', false],
  ['v1', 'RoleBinding', false],
])('%s %s lets somebody in: %s', (apiVersion, kind, expected) => {
  expect(isAccess(apiVersion, kind)).toBe(expected)
})

const resource = (rest: string) => {
  const read = readResource(
    { object: parse(`{kind: Role, metadata: {name: a}, ${rest}}`), position: 0 },
    new Report(0, []),
  )
  if (read === undefined) throw new Error('It has a name.')
  return read
}

describe('what is read of access that is there', () => {
  test.each([
    ['the Secret of a Role', 'rules: [{resourceNames: [web-tls, other]}, {resourceNames: [b]}]', 'web-tls'],
    ['none where it has no rules', 'rules: []', undefined],
    ['none where its rules are no list', 'rules: {resourceNames: [web-tls]}', undefined],
    ['none where its rule names no resources', 'rules: [{}]', undefined],
    ['none where these are no list', 'rules: [{resourceNames: web-tls}]', undefined],
    ['none where their names are numbers', 'rules: [{resourceNames: [7]}]', undefined],
  ])('%s', (_sentence, rest, expected) => {
    expect(secretOfRole(resource(rest))).toBe(expected)
  })

  test.each([
    ['the Role of a RoleBinding', 'roleRef: {name: a}', 'a'],
    ['none where it names none', 'roleRef: {}', ''],
    ['none where its name is a number', 'roleRef: {name: 7}', ''],
  ])('%s', (_sentence, rest, expected) => {
    expect(roleOfBinding(resource(rest))).toBe(expected)
  })
})
