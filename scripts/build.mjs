import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}

rmSync('dist', { recursive: true, force: true })

// CommonJS, in one file: that starts several milliseconds sooner than ES modules, and a function starts once for each
// package that is rendered. `yaml` is inside, and is only evaluated where a list needs it.
await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/krm-ingress-shim.cjs',
  format: 'cjs',
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
})
chmodSync('dist/krm-ingress-shim.cjs', 0o755)

// The library leaves its dependencies to the program that uses it.
await build({
  ...shared,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  format: 'esm',
  packages: 'external',
})
execFileSync('npx', ['tsc', '--project', 'scripts/tsconfig.types.json'], { stdio: 'inherit' })
