import { visible } from '../../../krm/results/visible.ts'

/** HTML that is safe to put into a page. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

type Part = Markup | string | number | readonly Markup[]

/** A template whose texts are escaped, for content and quoted attributes alike; markup is taken as it is. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.map((piece, index) => piece + textOf(parts[index] ?? '')).join(''))
}

function textOf(part: Part): string {
  if (part instanceof Markup) return part.html
  return typeof part === 'object' ? part.map((one) => one.html).join('') : escaped(visible(String(part)))
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
