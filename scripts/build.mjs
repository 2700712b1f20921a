import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { argv } from 'node:process'
import { build } from 'esbuild'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}

/**
 * CommonJS, in one file: that starts several milliseconds sooner than ES modules, and a function starts once for each
 * package that is rendered. `yaml` is inside, and is only evaluated where a list needs it.
 */
async function buildCommand() {
  const outfile = 'dist/krm-ingress-shim.cjs'
  await build({
    ...shared,
    entryPoints: ['src/main.ts'],
    outfile,
    format: 'cjs',
    minify: true,
    banner: { js: '#!/usr/bin/env node' },
  })
  chmodSync(outfile, 0o755)
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
