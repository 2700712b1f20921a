import { build } from 'esbuild'
import { noticesOf } from './notices.mjs'

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
export async function bundleCommand() {
  return (await bundle(command)).code
}

const command = { entryPoints: ['src/main.ts'], format: 'cjs', external: ['node:*'] }

/** The licences of the packages that are in the command. */
export async function noticesOfCommand() {
  return noticesOf((await bundle(command)).inputs)
}

/** What the executable runs before the command: the world as it gives it. */
export async function bundleExecutableHost() {
  return (await bundle({ entryPoints: ['src/host/executable.ts'], format: 'iife' })).code
}

async function bundle(options) {
  const { outputFiles, metafile } = await build({
    ...shared,
    platform: 'neutral',
    minify: true,
    write: false,
    metafile: true,
    ...options,
  })
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) }
}
