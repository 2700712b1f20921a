/**
 * Reads a boolean as Go's `strconv.ParseBool` does.
 *
 * @returns undefined where Go gives an error: `yes`, `on`, `tRUE`, the empty text.
 */
export function parseBool(text: string): boolean | undefined {
  switch (text) {
    case '1':
    case 't':
    case 'T':
    case 'true':
    case 'TRUE':
    case 'True':
      return true
    case '0':
    case 'f':
    case 'F':
    case 'false':
    case 'FALSE':
    case 'False':
      return false
    default:
      return undefined
  }
}
