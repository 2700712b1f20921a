import { execFileSync } from 'node:child_process'

/** Builds the command once for all tests that run it as a process. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', 'command'], { stdio: 'inherit' })
}
