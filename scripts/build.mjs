import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { build } from 'esbuild'
import { bundleCommand, noticesOfCommand, shared } from './bundle.mjs'
import { writeFastStarting } from './fast-start.mjs'

async function buildCommand() {
  mkdirSync('dist', { recursive: true })
  writeFastStarting('dist/krm-ingress-shim.cjs', await bundleCommand())
  writeFileSync('dist/NOTICES.txt', await noticesOfCommand())
}

/** The library leaves its dependencies to the program that uses it. */
async function buildLibrary() {
  await build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'dist/index.js',
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  execFileSync('npx', ['tsc', '--project', 'scripts/tsconfig.types.json'], { stdio: 'inherit' })
}

// `node scripts/build.mjs command` leaves the library out, which the tests of the command don't need.
await buildCommand()
if (argv[2] !== 'command') await buildLibrary()
