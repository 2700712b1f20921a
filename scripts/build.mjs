import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { argv } from 'node:process'
import { deflateRawSync } from 'node:zlib'
import { build } from 'esbuild'
import { writeFastStarting } from './fast-start.mjs'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}
const command = { ...shared, format: 'cjs', minify: true }

/**
 * CommonJS, minified, in one file: that starts sooner than ES modules, and a function starts once for each package that
 * is rendered.
 */
async function buildCommand() {
  const { outputFiles } = await build({
    ...command,
    entryPoints: ['src/main.ts'],
    plugins: [lazily('yaml')],
    write: false,
  })
  mkdirSync('dist', { recursive: true })
  writeFastStarting('dist/krm-ingress-shim.cjs', outputFiles[0].text)
}

/**
 * Keeps a dependency in the file as compressed text, and makes code of it when it is first imported.
 *
 * V8 goes through all code of a file before it runs any, and `yaml` is as much as the rest of the command. Most lists are
 * read without it, and a short text costs them next to nothing.
 */
function lazily(name) {
  return {
    name: 'lazily',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'lazily' }))
      onLoad({ filter: /.*/, namespace: 'lazily' }, async () => {
        const code = await build({
          ...command,
          stdin: { contents: `module.exports = require('${name}')`, resolveDir: '.' },
          write: false,
        })
        const text = deflateRawSync(code.outputFiles[0].contents).toString('base64')
        const unpacked = `require('node:zlib').inflateRawSync(Buffer.from('${text}', 'base64')).toString()`
        return { contents: `new Function('module', 'require', ${unpacked})(module, require)` }
      })
    },
  }
}

/** The library leaves its dependencies to the program that uses it. */
async function buildLibrary() {
  await build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    format: 'esm',
    packages: 'external',
  })
  execFileSync('npx', ['tsc', '--project', 'scripts/tsconfig.types.json'], { stdio: 'inherit' })
}

// `node scripts/build.mjs command` leaves the library out, which the tests of the command don't need.
await buildCommand()
if (argv[2] !== 'command') await buildLibrary()
