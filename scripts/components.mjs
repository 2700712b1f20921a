import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project itself. */
export function project() {
  return fromNpm('.')
}

/**
 * The packages of npm whose code a bundle holds.
 *
 * @param inputs the files that went into the bundle, as esbuild's metafile names them
 */
export function packagesIn(inputs) {
  const folders = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [])
  return [...new Set(folders)].sort().map(fromNpm)
}

function fromNpm(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  return { name, version, license, purl, texts: licencesIn(folder) }
}

/** What is in the executable: the packages in its bundle, its crates, QuickJS, and what Rust links into every program. */
export function componentsOfExecutable(inputs) {
  const crates = cratesOf('executable/Cargo.toml')
  const quickJs = crates.find(({ name }) => name === 'rquickjs-sys')
  return [
    ...packagesIn(inputs),
    ...crates.map(fromCargo),
    quickJsIn(join(quickJs.folder, 'quickjs')),
    ...rustRuntime(),
  ]
}

/** The crates that end up in the program, for any system: not those that build it. */
function cratesOf(manifest) {
  const options = ['--locked', '--manifest-path', manifest]
  const tree = ['tree', ...options, '--edges', 'no-build,no-dev,no-proc-macro', '--target', 'all']
  const linked = new Set(cargo(...tree, '--prefix', 'none', '--format', '{p}').match(/^\S+ v\S+/gm))
  const { packages } = JSON.parse(cargo('metadata', ...options, '--format-version', '1'))
  const crates = packages
    .filter(({ name, version, source }) => source !== null && linked.has(`${name} v${version}`))
    .map((crate) => ({ ...crate, folder: dirname(crate.manifest_path) }))
  return crates.map((crate) => ({ ...crate, siblings: crates }))
}

function cargo(...args) {
  return execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 28 })
}

function fromCargo({ name, version, license, repository, folder, siblings }) {
  // A workspace may have its licence in one of its crates alone.
  const family = siblings.filter((crate) => crate.repository === repository)
  const texts = [folder, ...family.map((crate) => crate.folder)].map(licencesIn)
  const purl = `pkg:cargo/${name}@${version}`
  return { name, version, license, purl, texts: texts.find((found) => found.length > 0) ?? [] }
}

function quickJsIn(folder) {
  const header = readFileSync(join(folder, 'quickjs.h'), 'utf8')
  const version = ['MAJOR', 'MINOR', 'PATCH']
    .map((part) => new RegExp(`#define QJS_VERSION_${part}\\s+(\\d+)`).exec(header)[1])
    .join('.')
  const purl = `pkg:github/quickjs-ng/quickjs@v${version}`
  return { name: 'quickjs-ng', version, license: 'MIT', purl, texts: licencesIn(folder) }
}

/** Rust's standard library, and the C library of the static executables. */
function rustRuntime() {
  const version = /^rustc (\S+)/.exec(execFileSync('rustc', ['--version'], { encoding: 'utf8' }))[1]
  const text = (name) => [readFileSync(`executable/licences/${name}.txt`, 'utf8').trim()]
  return [
    {
      name: 'rust-std',
      version,
      license: 'MIT',
      purl: `pkg:github/rust-lang/rust@${version}`,
      texts: text('rust-std'),
    },
    { name: 'musl', version: '1.2.5', license: 'MIT', purl: 'pkg:generic/musl@1.2.5', texts: text('musl') },
  ]
}

/** One that may be taken under the MIT licence or another is taken under MIT's, which is the shorter text. */
function licencesIn(folder) {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((entry) => /^(un)?licen[cs]e|^copying/i.test(entry))
    .sort()
  const mit = files.filter((file) => /mit/i.test(file))
  return (mit.length > 0 ? mit : files).map((file) => readFileSync(join(folder, file), 'utf8').trim())
}
