import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { runCommand, temporaryDirectory } from '../command.ts'

/** What is said of one entry of `spec.resources`, in a directory with one of everything. */
function resultsFor(resource: string) {
  const directory = temporaryDirectory()
  writeFileSync(join(directory, 'latin-1.yaml'), Buffer.from('a: caf\xe9\n', 'latin1'))
  writeFileSync(join(directory, 'huge.yaml'), '')
  truncateSync(join(directory, 'huge.yaml'), (64 << 20) + 1)
  mkdirSync(join(directory, 'folder'))
  spawnSync('mkfifo', [join(directory, 'pipe')])
  symlinkSync('/dev/zero', join(directory, 'zero'))
  const config = `{apiVersion: fn.kpt.dev/v1alpha1, kind: IngressShim, metadata: {name: x}, spec: {resources: ["${resource}"]}}`
  const input = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig: ${config}\n`
  const { code, stdout } = runCommand([], { cwd: directory, input })
  return { code, results: parse(stdout).results }
}

describe('a file of spec.resources is refused with a message of its own', () => {
  it.each([
    ['that is no text', 'latin-1.yaml', "Can't read latin-1.yaml: it isn't UTF-8; save it as UTF-8."],
    ['that is a pipe', 'pipe', "Can't read pipe: it is a device or a pipe, and has to be a file."],
    ['that leads to a device', 'zero', 'zero is a link to a place outside of the working directory.'],
    ['that is a directory', 'folder', "Can't read folder: it is a directory, and has to be a file."],
    ['without a name', '', 'This is empty, but has to be the path of a file.'],
    ['of more than 64 MiB', 'huge.yaml', "Can't read huge.yaml: it is larger than 64 MiB."],
    ['that is missing', 'missing.yaml', "Can't read missing.yaml: there is no such file or directory."],
  ])('%s', (_, resource, message) => {
    expect(resultsFor(resource)).toMatchObject({
      code: 1,
      results: [{ message, severity: 'error', field: { path: 'spec.resources[0]' } }],
    })
  })
})
