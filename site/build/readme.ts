import { readText } from './repository.ts'

/**
 * A part of the README's first screen: its `lead`, the `ways` to run the command, or the YAML block behind the comment
 * `<!-- readme.test.ts: name -->`.
 * @throws Error where there is no such part.
 */
export function readmePart(name: string): string {
  const [part] = patternOf(name).exec(readText('README.md')) ?? []
  if (part === undefined) throw new Error(`README.md has no part "${name}".`)
  return part
}

function patternOf(name: string): RegExp {
  if (name === 'lead') return /(?<=^# .+\n\n).+?(?=\n\n)/ms
  if (name === 'ways') return /^\| you have .+?(?=\n\n)/ms
  return new RegExp(`(?<=^<!-- readme\\.test\\.ts: ${name} -->\n)\`{3}yaml\n.*?^\`{3}`, 'ms')
}
