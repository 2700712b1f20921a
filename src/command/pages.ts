import type { Host } from '../host/host.ts'
import { textOf } from './files/text.ts'

/** The page of a rule, in Markdown; undefined where it didn't ship with the program: somebody copied a single file of it. */
export function pageOf(host: Host, rule: string): string | undefined {
  try {
    return textOf(host.readShipped(`docs/rules/${rule}.md`))
  } catch {
    return undefined
  }
}
