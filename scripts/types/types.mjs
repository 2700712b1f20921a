import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const relativeImport = /(from |import\()(['"])(\.[^'"]*)\.ts\2/g

/**
 * Writes the types of modules into a folder, and of those that they name, but not of all the rest that they import.
 *
 * @param sources the modules, below src/
 */
export function writeTypes(sources, folder) {
  rmSync(folder, { recursive: true, force: true })
  const generated = mkdtempSync(join(tmpdir(), 'krm-ingress-shim-types-'))
  try {
    const args = ['tsc', '--project', 'scripts/types/tsconfig.types.json', '--outDir', generated]
    execFileSync('npx', args, { stdio: 'inherit' })
    const wanted = new Set(sources.map((source) => source.replace(/^src\/(.*)\.ts$/, '$1.d.ts')))
    for (const file of wanted) {
      const text = readFileSync(join(generated, file), 'utf8')
      for (const [, , , path] of text.matchAll(relativeImport))
        wanted.add(join(dirname(file), `${path}.d.ts`))
      const target = resolve(folder, file)
      mkdirSync(dirname(target), { recursive: true })
      // The compilers of those who use it know only the names of what is built.
      writeFileSync(target, text.replaceAll(relativeImport, '$1$2$3.js$2'))
    }
  } finally {
    rmSync(generated, { recursive: true })
  }
}
