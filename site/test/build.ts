import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/** The site as it is published. `SITE=built` takes the one that is there. */
export default function (): void {
  if (process.env.SITE === 'built') return
  const site = resolve(import.meta.dirname, '..')
  execFileSync(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build'], {
    cwd: site,
    stdio: 'inherit',
  })
}
