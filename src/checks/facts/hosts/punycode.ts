/**
 * A host as DNS writes it: a label with letters beyond ASCII becomes `xn--…`. Undefined where a label has signs that no name
 * has, such as symbols. Source: RFC 3492, and the mapping of UTS #46.
 */
export function asciiHost(host: string): string | undefined {
  const labels = host
    .normalize('NFKC')
    .toLowerCase()
    .split(/[.\u3002]/)
  if (!labels.every((label) => /^(?:\*|[\p{L}\p{M}\p{N}-]*)$/u.test(label))) return undefined
  return labels.map((label) => (/[^ -~]/.test(label) ? `xn--${punycode(label)}` : label)).join('.')
}

/** The numbers of RFC 3492, section 5. */
const base = 36
const lowestThreshold = 1
const highestThreshold = 26
const skew = 38
const damping = 700
const firstBias = 72
const firstBeyondAscii = 0x80

/** The ASCII letters, then each other letter as how far it is, in code point and place, from the one before it. */
function punycode(label: string): string {
  const codes = Array.from(label, (letter) => letter.codePointAt(0) ?? 0)
  const ascii = codes.filter((code) => code < firstBeyondAscii)
  let text = String.fromCodePoint(...ascii, ...(ascii.length > 0 ? [0x2d] : []))
  let bias = firstBias
  let delta = 0
  let next = firstBeyondAscii
  for (let written = ascii.length; written < codes.length; next++, delta++) {
    const lowest = Math.min(...codes.filter((code) => code >= next))
    delta += (lowest - next) * (written + 1)
    next = lowest
    for (const code of codes) {
      if (code < next) delta++
      if (code !== next) continue
      text += variableLength(delta, bias)
      bias = adapted(delta, written + 1, written === ascii.length)
      delta = 0
      written++
    }
  }
  return text
}

/** A number in digits of which each says, by its own size, whether one follows. */
function variableLength(number: number, bias: number): string {
  let text = ''
  let rest = number
  for (let place = base; ; place += base) {
    const threshold = Math.min(Math.max(place - bias, lowestThreshold), highestThreshold)
    if (rest < threshold) return text + digits.charAt(rest)
    text += digits.charAt(threshold + ((rest - threshold) % (base - threshold)))
    rest = Math.floor((rest - threshold) / (base - threshold))
  }
}

const digits = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Makes the next number likely to be short. */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damping : 2))
  rest += Math.floor(rest / count)
  let bias = 0
  for (; rest > ((base - lowestThreshold) * highestThreshold) / 2; bias += base) {
    rest = Math.floor(rest / (base - lowestThreshold))
  }
  return bias + Math.floor(((base - lowestThreshold + 1) * rest) / (rest + skew))
}
