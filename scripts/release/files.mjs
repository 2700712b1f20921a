// Puts the files of a release into a folder: node scripts/release/files.mjs FOLDER [EXECUTABLES]
//
// EXECUTABLES is the folder with those of all systems, as `npm run build:executable -- SYSTEM...` leaves them in
// executable/dist/. The package for npm is built before, by `npm run build`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCommand } from '../bundle.mjs'
import { componentsOfExecutable, project } from '../components.mjs'
import { noticesOf } from '../notices/notices.mjs'
import { systems } from '../systems.mjs'
import { sbomOf } from './sbom.mjs'

const [folder, executables = 'executable/dist'] = process.argv.slice(2)
if (folder === undefined) throw new Error('Which folder? node scripts/release/files.mjs FOLDER [EXECUTABLES]')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
copyExecutables()
await describeContents()
copyFileSync('schema/ingress-shim.schema.json', join(folder, 'ingress-shim.schema.json'))
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  stdio: 'inherit',
})
writeFileSync(join(folder, 'SHA256SUMS'), checksums())

function copyExecutables() {
  const names = Object.keys(systems).map((system) => `krm-ingress-shim-${system}`)
  for (const name of names) copyFileSync(join(executables, name), join(folder, name))
}

async function describeContents() {
  const { inputs } = await bundleCommand()
  const components = componentsOfExecutable(inputs)
  writeFileSync(join(folder, 'NOTICES.txt'), noticesOf([project(), ...components]))
  const sbom = JSON.stringify(sbomOf(project(), components), undefined, 2)
  writeFileSync(join(folder, 'krm-ingress-shim.cdx.json'), `${sbom}\n`)
}

/** As `sha256sum` writes them, and `sha256sum --check` reads them. */
function checksums() {
  return readdirSync(folder)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('')
}
