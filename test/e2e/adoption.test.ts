import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '../command.ts'
import { changedIn, copyOfExample, describeWith, runProgram } from './programs.ts'

const example = 'examples/whole-set/adoption'

test('the example of an adoption is committed as `write --adopt` makes it of what the cluster gave', () => {
  const root = copyOfExample('whole-set/adoption')
  const cwd = join(root, example)
  copyFileSync(join(cwd, 'from-cluster.yaml'), join(cwd, 'certificate_shop-tls.yaml'))
  const { code, stderr } = runCommand(['write', '--adopt', '.'], { cwd })
  expect(code).toBe(0)
  expect(stderr).toContain('run: kubectl patch certificate shop-tls --namespace prod --type json')
  expect(changedIn(root)).toBe('')
})

describeWith('kpt', 'kpt', () => {
  test('renders it as it is', () => {
    const root = copyOfExample('whole-set/adoption')
    expect(runProgram('kpt', ['fn', 'render', example, '--allow-exec'], root)).toMatchObject({ code: 0 })
    expect(changedIn(root)).toBe('')
  })
})

describeWith('kustomize', 'kustomize', () => {
  test('builds it', () => {
    const { code, stdout } = runProgram('kustomize', ['build', example], '.')
    expect(code).toBe(0)
    expect(stdout).not.toContain('ownerReferences')
  })
})
