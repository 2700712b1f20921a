import { build } from 'esbuild'

/** What all bundles have in common. */
export const shared = {
  bundle: true,
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
}

/**
 * The command as CommonJS, minified, in one text: that starts sooner than ES modules, and a function starts once for each
 * package that is rendered. Node and the executable run the same; only src/host/node.ts takes something of Node.
 */
export function bundleCommand() {
  return bundle({ entryPoints: ['src/main.ts'], format: 'cjs', external: ['node:*'] })
}

/** What the executable runs before the command: the world as it gives it. */
export function bundleExecutableHost() {
  return bundle({ entryPoints: ['src/host/executable.ts'], format: 'iife' })
}

async function bundle(options) {
  const { outputFiles } = await build({
    ...shared,
    platform: 'neutral',
    minify: true,
    write: false,
    ...options,
  })
  return outputFiles[0].text
}
