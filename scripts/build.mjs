import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { bundleCommand, writeModules } from './bundle.mjs'
import { packagesIn } from './components.mjs'
import { writeFastStarting } from './fast-start/fast-start.mjs'
import { noticesOf } from './notices/notices.mjs'
import { pagesOfRules } from './rules.mjs'
import { writeTypes } from './types/types.mjs'

/** Each part of what is built; `node scripts/build.mjs command` builds one alone. */
const parts = { command: buildCommand, package: buildPackage }

/** The command in one file, as a clone has it. */
async function buildCommand() {
  const { code, inputs } = await bundleCommand()
  writeFastStarting('dist/krm-ingress-shim.cjs', code)
  writeFileSync('dist/NOTICES.txt', noticesOf(packagesIn(inputs)))
  writeFileSync('dist/rules.json', pagesOfRules())
}

/** The command and the library, as npm has them. */
async function buildPackage() {
  const library = { core: 'src/core.ts', kpt: 'src/kpt.ts' }
  await writeModules({ 'krm-ingress-shim': 'src/main.ts', ...library }, 'dist')
  writeTypes(Object.values(library), 'dist/types')
  makeExecutable('dist/krm-ingress-shim.js')
}

function makeExecutable(file) {
  writeFileSync(file, `#!/usr/bin/env node\n${readFileSync(file, 'utf8')}`)
  chmodSync(file, 0o755)
}

mkdirSync('dist', { recursive: true })
for (const part of argv.length > 2 ? argv.slice(2) : Object.keys(parts)) await parts[part]()
