import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * V8 goes through all code of a file before it runs any, and compiles each function when it is first called. That is
 * most of what a short run takes beyond the start of Node itself. Both are saved by a code cache: what V8 made of the code
 * in an earlier run.
 *
 * So the command's code stands in its file as a comment, which costs next to nothing, and so does the cache; a loader gives
 * both to V8, which compiles the code as always where the cache is that of another version of Node. V8 runs what a cache holds
 * without a look at the code: in a file of its own it would have to be hashed at each start before it could be trusted. Here
 * it is a part of the program, wherever that is copied to.
 *
 * A text of a comment is a part of the file's text and not a copy, as long as the file is ASCII and the comment is one
 * line: copies of that size would set off the first garbage collection, in most runs the only one.
 */
const withLoader = (source, cache) => `#!/usr/bin/env node
'use strict'
const { Script } = require('node:vm')
const source = commentIn(function () {
//${source}
})
const cachedData = Buffer.from(commentIn(function () {
//${cache.toString('base64')}
}), 'base64')
new Script(source, { filename: __filename, cachedData }).runInThisContext()(require)

function commentIn(code) {
  const text = code.toString()
  return text.slice(text.indexOf('//') + 2, -2)
}
`

/** Writes an executable file that runs the CommonJS code, with its code cache in it. */
export function writeFastStarting(file, code) {
  const source = `(function (require) {${onOneLine(code)}})`
  const write = (cache) => writeFileSync(file, withLoader(source, cache))
  write(Buffer.alloc(0))
  chmodSync(file, 0o755)
  write(codeCacheOf(file))
}

/** Minified code has line breaks in template literals alone, and letters that aren't ASCII in regular expressions alone. */
function onOneLine(code) {
  return code
    .trim()
    .replaceAll('\n', '\\n')
    .replaceAll(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Runs the file over a list as kpt sends it, so that the functions which such a list needs are in the cache. */
function codeCacheOf(file) {
  const directory = mkdtempSync(join(tmpdir(), 'code-cache-'))
  try {
    const hook = fileURLToPath(new URL('write-code-cache.cjs', import.meta.url))
    const input = readFileSync(new URL('typical-list.yaml', import.meta.url))
    const env = { ...process.env, CODE_CACHE: join(directory, 'cache') }
    const { status, stderr } = spawnSync(process.execPath, ['--require', hook, file], { input, env })
    if (status !== 0) throw new Error(`The built command fails: ${stderr}`)
    return readFileSync(env.CODE_CACHE)
  } finally {
    rmSync(directory, { recursive: true })
  }
}
