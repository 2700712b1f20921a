// Builds what a release has, and puts its files into a folder: node scripts/release/build.mjs FOLDER
//
// Needs the packages (npm ci), rustup, and zig (pip install ziglang).
import { execFileSync } from 'node:child_process'
import { systems } from '../systems.mjs'

const [folder = 'release'] = process.argv.slice(2)

run('rustup', 'target', 'add', ...Object.values(systems).map(({ rust }) => rust))
run('npm', 'run', 'build')
run('npm', 'run', 'build:executable', '--', ...Object.keys(systems))
run(process.execPath, 'scripts/release/files.mjs', folder)

function run(program, ...args) {
  execFileSync(program, args, { stdio: 'inherit' })
}
