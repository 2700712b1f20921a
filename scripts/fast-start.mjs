import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * V8 goes through all code of a file before it runs any, and compiles each function when it is first called. That is
 * most of what a short run takes beyond the start of Node itself. Both are saved by a code cache: what V8 made of the code
 * in an earlier run.
 *
 * So the command's code stands in its file as comments, which cost next to nothing, below a loader that gives it to V8
 * together with the cache from a file beside it. Without that file, or with another version of Node, V8 compiles the code
 * as always. V8 itself only compares lengths, and runs what a cache holds: so the loader knows the hash of its cache, and takes
 * no other.
 */
const loaderOf = (cache, cacheHash) => `#!/usr/bin/env node
'use strict'
const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const file = readFileSync(__filename, 'latin1')
const source = file.slice(file.indexOf('\\n//(') + 3).replaceAll('\\n//', '\\n')
let cachedData
try {
  const cache = readFileSync(__dirname + '/${cache}')
  const hash = require('node:crypto').createHash('sha256').update(cache).digest('hex')
  if (hash === '${cacheHash}') cachedData = cache
} catch {}
new Script(source, { filename: __filename, cachedData }).runInThisContext()(require)
`

/** Writes an executable file that runs the CommonJS code, and its code cache into the same directory. */
export function writeFastStarting(file, code) {
  const source = `(function (require) {${code}})`.replaceAll('\n', '\n//')
  const name = basename(file, '.cjs')
  const cache = `${name}-${hashOf(source).slice(0, 16)}.cache`
  const write = (cacheHash) => writeFileSync(file, `${loaderOf(cache, cacheHash)}//${source}\n`)
  removeCaches(dirname(file), name)
  write('')
  chmodSync(file, 0o755)
  writeCache(file, join(dirname(file), cache))
  write(hashOf(readFileSync(join(dirname(file), cache))))
}

function hashOf(data) {
  return createHash('sha256').update(data).digest('hex')
}

function removeCaches(directory, name) {
  for (const entry of readdirSync(directory)) {
    if (entry.startsWith(`${name}-`) && entry.endsWith('.cache')) rmSync(join(directory, entry))
  }
}

/** Runs the file over a list as kpt sends it, so that the functions which such a list needs are in the cache. */
function writeCache(file, cache) {
  const hook = fileURLToPath(new URL('write-code-cache.cjs', import.meta.url))
  const input = readFileSync(new URL('typical-list.yaml', import.meta.url))
  const env = { ...process.env, CODE_CACHE: cache }
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, file], { input, env })
  if (status !== 0) throw new Error(`The built command fails: ${stderr}`)
}
