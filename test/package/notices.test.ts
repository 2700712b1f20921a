import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { noticesOf } from '../../scripts/notices/notices.mjs'
import { runCommand } from '../command.ts'
import { describeExecutable, executable } from '../e2e/executable-file.ts'

const component = {
  name: 'left-pad',
  version: '1.3.0',
  license: 'WTFPL',
  purl: 'pkg:npm/left-pad@1.3.0',
  texts: ['Do what you want.'],
}

/** What is in a program, by its own notices: the name and the licence of each part. */
function partsIn(notices: string): readonly string[] {
  return [...notices.matchAll(/^(\S+) \d\S* \((.+)\)$/gm)].map(([, name, license]) => `${name} ${license}`)
}

describe('the notices', () => {
  it('have the name, the version and the whole licence of what ships', () => {
    expect(noticesOf([component])).toBe('left-pad 1.3.0 (WTFPL)\n\nDo what you want.\n')
  })

  it.each([
    ['says no licence', { ...component, license: '' }],
    ['has no text of its licence', { ...component, texts: [] }],
  ])('stop a build that takes in something which %s', (_name, wrong) => {
    expect(() => noticesOf([wrong])).toThrow("left-pad has no licence, so its code can't be shipped.")
  })
})

it('the command under Node prints those of the packages in it', () => {
  const { code, stdout } = runCommand(['--licenses'])
  expect({ code, parts: partsIn(stdout) }).toEqual({
    code: 0,
    parts: [
      '@marcbachmann/cel-js MIT',
      'diff BSD-3-Clause',
      'ignore MIT',
      'tldts MIT',
      'tldts-core MIT',
      'yaml ISC',
    ],
  })
})

describeExecutable('the executable', () => {
  it('prints those of the packages, the crates and the libraries in it', () => {
    expect(partsIn(execFileSync(executable, ['--licenses'], { encoding: 'utf8' }))).toEqual([
      'krm-ingress-shim Apache-2.0',
      '@marcbachmann/cel-js MIT',
      'diff BSD-3-Clause',
      'ignore MIT',
      'tldts MIT',
      'tldts-core MIT',
      'yaml ISC',
      'allocator-api2 MIT OR Apache-2.0',
      'equivalent Apache-2.0 OR MIT',
      'foldhash Zlib',
      'hashbrown MIT OR Apache-2.0',
      'libc MIT OR Apache-2.0',
      'rquickjs MIT',
      'rquickjs-core MIT',
      'rquickjs-sys MIT',
      'quickjs-ng MIT',
      'rust-std MIT',
      'musl MIT',
    ])
  })
})
