import type { Host } from '../../host/host.ts'
import { at } from '../../manifest/manifest.ts'
import { decoded } from '../files/text.ts'

/**
 * The pages of the rules, in Markdown, by the rule's id. They are read with the first one that is asked for; there are none
 * where they didn't ship with the program: somebody copied a single file of it.
 */
export function pagesOf(host: Host): (rule: string) => string | undefined {
  let pages: unknown
  return (rule) => {
    pages ??= read(host)
    const page = at(pages, rule)
    return typeof page === 'string' ? page : undefined
  }
}

function read(host: Host): unknown {
  try {
    return JSON.parse(decoded(host.readShipped('rules.json')))
  } catch {
    return {}
  }
}
