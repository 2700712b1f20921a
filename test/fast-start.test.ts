import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { command, temporaryDirectory } from './command.ts'

const list = readFileSync('scripts/fast-start/typical-list.yaml', 'utf8')

const code = readFileSync(command, 'utf8')
const [, cacheText = ''] = /^\/\/([\w+/]{1000,}=*)$/m.exec(code) ?? []
const cache = Buffer.from(cacheText, 'base64')

/** Runs a copy of the command, with these bytes as its code cache. */
function runWithCache(bytes: Uint8Array, flags: readonly string[] = []) {
  const copy = join(temporaryDirectory(), 'krm-ingress-shim')
  writeFileSync(copy, code.replace(cacheText, Buffer.from(bytes).toString('base64')))
  return run(copy, flags)
}

function run(file: string, flags: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file], {
    input: list,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** What V8 says of the command's code cache. */
function isCacheRejected(): boolean {
  const hook = join(temporaryDirectory(), 'hook.cjs')
  writeFileSync(
    hook,
    `const vm = require('node:vm')
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options)
    process.on('exit', () => process.stderr.write(String(this.cachedDataRejected)))
  }
}`,
  )
  return run(command, ['--require', hook]).stderr !== 'false'
}

describe('the built command', () => {
  it('is ASCII, which V8 keeps in one byte a character', () => {
    expect(Buffer.byteLength(code)).toBe(code.length)
  })

  it('has a code cache that V8 takes', () => {
    expect(cache.length).toBeGreaterThan(100_000)
    expect(isCacheRejected()).toBe(false)
  })

  it('gives the same with its code cache and without', () => {
    const without = runWithCache(Buffer.alloc(0))
    expect(without).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('name: web-tls') })
    expect(runWithCache(cache)).toEqual(without)
  })

  it.each([
    ['something else', () => Buffer.from('no code at all')],
    ['cut in the middle', () => cache.subarray(0, cache.length / 2)],
    [
      'of another version of V8',
      () => Buffer.concat([Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), cache.subarray(8)]),
    ],
  ])('compiles its code where the cache is %s', (_, bytes) => {
    expect(runWithCache(bytes())).toEqual(runWithCache(Buffer.alloc(0)))
  })

  it('compiles its code where Node has flags that the cache was not made for', () => {
    expect(runWithCache(cache, ['--no-lazy'])).toEqual(runWithCache(Buffer.alloc(0)))
  })
})
