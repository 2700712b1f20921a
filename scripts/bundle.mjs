import { rmSync } from 'node:fs'
import { build } from 'esbuild'

/** What all bundles have in common. */
const shared = {
  bundle: true,
  target: 'node20',
  platform: 'neutral',
  external: ['node:*'],
  minify: true,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
}

/**
 * The command as CommonJS, in one text: that starts sooner than ES modules, and a function starts once for each package
 * that is rendered. Node and the executable run the same; only src/host/node.ts takes something of Node.
 *
 * Gives its code, and the files that went into it.
 *
 * @param without packages that are loaded in another way
 */
export function bundleCommand({ without = [] } = {}) {
  return bundle({ entryPoints: ['src/main.ts'], format: 'cjs', external: [...shared.external, ...without] })
}

/** What the executable runs before the command: the world as it gives it. */
export function bundleExecutableHost() {
  return bundle({ entryPoints: ['src/host/executable.ts'], format: 'iife' })
}

/** What it runs when the command asks for the Public Suffix List. */
export function bundleExecutableTldts() {
  return bundle({ entryPoints: ['src/host/executable-tldts.ts'], format: 'iife' })
}

async function bundle(options) {
  const { outputFiles, metafile } = await build({ ...shared, write: false, ...options })
  return { code: outputFiles[0].text, inputs: Object.keys(metafile.inputs) }
}

/**
 * What npm gets: the command and the library as ES modules, which share what they have in common. So the package is half as
 * large as with the command in one file.
 *
 * @param entryPoints the files to begin with, by their names in the folder
 */
export async function writeModules(entryPoints, folder) {
  rmSync(`${folder}/chunks`, { recursive: true, force: true })
  await build({
    ...shared,
    entryPoints,
    outdir: folder,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
  })
}
