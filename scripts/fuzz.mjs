import { build } from 'esbuild'

/** Runs test/fuzz/main.ts, which is TypeScript. */
const outfile = 'node_modules/.cache/fuzz.mjs'
await build({
  entryPoints: ['test/fuzz/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
})
await import(new URL(`../${outfile}`, import.meta.url).href)
