import { execFileSync } from 'node:child_process'

/** Builds the command and the package once, for all tests that run them. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
}
