import type { LineCounter, YAMLParseError } from 'yaml'
import { YamlError } from './yaml-error.ts'

const inPlainWords: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents this line, and YAML allows only spaces there',
  BAD_INDENT: "this line's indentation fits none of the mappings and lists above it",
  BAD_DQ_ESCAPE: "a backslash in double quotes stands before a character that can't be escaped",
  BLOCK_AS_IMPLICIT_KEY:
    'a second `key: value` starts on a line that has one; a value with `: ` in it needs quotes',
  MULTILINE_IMPLICIT_KEY: "a line ends where a key needs a colon, or a value goes on where it can't",
  BAD_SCALAR_START: 'a value starts with a character that YAML reserves; put the value in quotes',
}

/** The code of these is that of a wrong indentation. */
function unclosedIn(message: string): string | undefined {
  const [, kind] = /^Flow (map|sequence) in block collection must be/.exec(message) ?? []
  if (kind === undefined) return undefined
  return kind === 'map'
    ? 'a mapping in braces is not closed before this line: its `}` is missing'
    : 'a list in brackets is not closed before this line: its `]` is missing'
}

/** YAML's first complaint, with its line in the input: `firstLine` is that of the text's first line. */
export function syntaxError(
  text: string,
  error: YAMLParseError,
  lines: LineCounter,
  firstLine: number,
): YamlError {
  const { line, col } = lines.linePos(error.pos[0])
  const words = unclosedIn(error.message) ?? inPlainWords[error.code] ?? firstLineOf(error.message)
  const complaint = words.charAt(0).toLowerCase() + words.slice(1)
  return new YamlError(`line ${line + firstLine - 1}, column ${col}: ${complaint}`, isAtEnd(text, error))
}

/** Whether something is missing at the very end, or the last line is wrong and has no end. */
function isAtEnd(text: string, { code, message, pos }: YAMLParseError): boolean {
  if (!text.endsWith('\n') && pos[0] > text.lastIndexOf('\n')) return true
  const unfinished = code === 'MISSING_CHAR' || message.includes('must be sufficiently indented and end with')
  return unfinished && text.slice(pos[0]).trim() === ''
}

function firstLineOf(message: string): string {
  return (message.split('\n', 1)[0] ?? '').replace(/:$/, '')
}
