import manifest from '../../../package.json'
import { at } from '../../manifest/manifest.ts'

/** The site of the project; undefined as long as it has none. */
export const homepage = homepageOf(manifest)

/** Where a package.json says that is, without the slash at its end and all that follows. */
export function homepageOf(manifest: unknown): string | undefined {
  const value = at(manifest, 'homepage')
  return typeof value === 'string' ? value.replace(/[#?].*$/, '').replace(/\/$/, '') : undefined
}

/** Where a rule is explained in the web: its page on the site. */
export function documentationOf(rule: string, site = homepage): string | undefined {
  return site === undefined ? undefined : `${site}/rules/${rule}.html`
}
