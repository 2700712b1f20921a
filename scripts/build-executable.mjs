import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundleCommand, bundleExecutableHost, bundleExecutableTldts } from './bundle.mjs'
import { componentsOfExecutable, project } from './components.mjs'
import { noticesOf } from './notices/notices.mjs'
import { pagesOfRules } from './rules.mjs'
import { systems } from './systems.mjs'

const help = `Builds the executable, the command in one file without Node, into executable/dist/.

Usage: npm run build:executable [-- SYSTEM...]

Without a SYSTEM it is built for this machine, which takes cargo and a C compiler. For linux-amd64 and linux-arm64 (static, for
every Linux) and darwin-arm64, it takes zig as well (pip install ziglang), and Rust's library of that target, which
"rustup target add" brings.
`

const largest = 4_000_000
const compiler = resolve('scripts/zig-cc.sh')
const directory = 'executable/dist'
const cargoTargets = process.env.CARGO_TARGET_DIR ?? 'executable/target'

async function main(asked) {
  if (asked.includes('--help')) return process.stdout.write(help)
  const unknown = asked.find((system) => !Object.hasOwn(systems, system))
  if (unknown !== undefined) throw new Error(`${unknown} is not one of ${Object.keys(systems).join(', ')}.`)
  await writeIngredients('executable/bundle')
  mkdirSync(directory, { recursive: true })
  if (asked.length === 0) buildNative()
  for (const system of asked) buildFor(system)
}

/** What build.rs puts into the executable. */
async function writeIngredients(folder) {
  const bundles = {
    host: await bundleExecutableHost(),
    command: await bundleCommand({ without: ['tldts'] }),
    tldts: await bundleExecutableTldts(),
  }
  const inputs = Object.values(bundles).flatMap((bundle) => bundle.inputs)
  const scripts = Object.entries(bundles).map(([name, { code }]) => [`${name}.js`, code])
  const files = {
    ...Object.fromEntries(scripts),
    'rules.json': pagesOfRules(),
    'NOTICES.txt': noticesOf([project(), ...componentsOfExecutable(inputs)]),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

function buildNative() {
  cargo([], {})
  deliver(`${cargoTargets}/release/krm-ingress-shim`, `${directory}/krm-ingress-shim`)
}

function buildFor(system) {
  const { rust, zig } = systems[system]
  const name = rust.replaceAll('-', '_')
  cargo(['--target', rust], {
    ZIG_TARGET: zig,
    [`CC_${name}`]: compiler,
    [`CARGO_TARGET_${name.toUpperCase()}_LINKER`]: system.startsWith('linux') ? 'rust-lld' : compiler,
  })
  deliver(`${cargoTargets}/${rust}/release/krm-ingress-shim`, `${directory}/krm-ingress-shim-${system}`)
}

function cargo(options, variables) {
  const env = { ...process.env, ...variables }
  const args = ['build', '--release', '--locked', '--manifest-path', 'executable/Cargo.toml']
  execFileSync('cargo', [...args, '--target-dir', cargoTargets, ...options], { stdio: 'inherit', env })
}

function deliver(built, file) {
  copyFileSync(built, file)
  const { size } = statSync(file)
  if (size > largest) throw new Error(`${file} has ${size} bytes, more than the ${largest} that it may have.`)
  console.log(`${file}: ${(size / 1e6).toFixed(1)} MB`)
}

await main(process.argv.slice(2)).catch(({ message }) => {
  console.error(`build:executable: ${message}`)
  process.exitCode = 1
})
