import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, temporaryDirectory } from './command.ts'

const list = readFileSync('scripts/typical-list.yaml', 'utf8')

/** Runs a copy of the command, with these bytes as its code cache. */
function runWithCache(cache: Buffer | undefined, flags: readonly string[] = []) {
  const directory = temporaryDirectory()
  copyFileSync(command, join(directory, 'krm-ingress-shim'))
  if (cache) writeFileSync(join(directory, cacheName()), cache)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, join(directory, 'krm-ingress-shim')],
    {
      input: list,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

/** The cache's name has a hash of the code, which the command itself knows. */
function cacheName(): string {
  return /krm-ingress-shim-[0-9a-f]{16}\.cache/.exec(readFileSync(command, 'latin1'))?.[0] ?? ''
}

const cache = () => readFileSync(join(dirname(command), cacheName()))

describe('the built command', () => {
  it('gives the same with its code cache and without', () => {
    const without = runWithCache(undefined)
    expect(without).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('name: web-tls') })
    expect(runWithCache(cache())).toEqual(without)
  })

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('no code at all')],
    ['flipped in one bit', () => Buffer.from(cache().map((byte, at) => (at === 5000 ? byte ^ 1 : byte)))],
    ['cut in the middle', () => cache().subarray(0, cache().length / 2)],
    [
      'of another version of V8',
      () => Buffer.concat([Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), cache().subarray(8)]),
    ],
  ])('compiles its code where the cache is %s', (_, bytes) => {
    expect(runWithCache(bytes())).toEqual(runWithCache(undefined))
  })

  it('compiles its code where Node has flags that the cache was not made for', () => {
    expect(runWithCache(cache(), ['--no-lazy'])).toEqual(runWithCache(undefined))
  })
})
