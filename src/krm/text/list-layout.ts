import { plainValue } from '../yaml/plain-value.ts'
import { openBracket } from './characters.ts'
import type { ListLayout } from './layout.ts'
import type { TopKey } from './outline.ts'
import { flowEnd } from './skip-flow.ts'
import { beginsPlain, isRestOfLine, plainStop, skipSpaces } from './skip-scalar.ts'

/** Where a top-level list is that the scanner found; undefined where it is no list, or one in brackets that isn't empty. */
export function listLayout(bytes: Buffer, key: TopKey | undefined): ListLayout | undefined {
  if (key === undefined) return { form: 'absent' }
  const { afterColon, column, dashes, end } = key
  if (dashes.length > 0) return { form: 'block', column, dashes, afterKey: afterColon, end }
  const at = skipSpaces(bytes, afterColon)
  if (isRestOfLine(bytes[at] ?? 0x0a)) {
    return key.nested ? undefined : { form: 'empty', start: afterColon, end: afterColon }
  }
  const valueEnd = emptyValueEnd(bytes, at)
  return valueEnd === undefined ? undefined : { form: 'empty', start: afterColon, end: valueEnd }
}

/** Where a null or `[]` ends. */
function emptyValueEnd(bytes: Buffer, at: number): number | undefined {
  if (bytes[at] === openBracket) {
    const end = flowEnd(bytes, at)
    return /^\[ *\]$/.test(bytes.toString('latin1', at, end)) ? end : undefined
  }
  if (!beginsPlain(bytes, at)) return undefined
  const text = bytes.toString('latin1', at, plainStop(bytes, at)).trimEnd()
  return plainValue(text) === null ? at + text.length : undefined
}
