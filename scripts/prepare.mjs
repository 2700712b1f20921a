// Builds the package where it is installed from its repository, as pre-commit does: npm run prepare
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// `npm install --global` of a repository hands `--global` on to what it runs there, which then finds no packages.
const env = { ...process.env, npm_config_global: 'false' }
const npm = (...args) =>
  execFileSync('npm', args, { env, stdio: 'inherit', shell: process.platform === 'win32' })

if (!existsSync('node_modules/esbuild')) npm('ci', '--ignore-scripts', '--no-audit', '--no-fund')
npm('run', 'build')
