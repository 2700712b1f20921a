const dot = 0x2e
const colon = 0x3a
const zero = 0x30

/**
 * Whether a text is an IP address for Go's `net.ParseIP`: four decimal bytes without leading zeros, or IPv6 with at most one
 * `::`, also with an IPv4 address at its end; no zone, no blanks, no brackets.
 *
 * Called for every host of every source, so a DNS name is told apart at its first letter beyond `f`, or at its first dot.
 */
export function isIpAddress(text: string): boolean {
  for (let at = 0; ; at++) {
    const code = text.charCodeAt(at)
    if (code === dot) return isIpv4(text, 0)
    if (code === colon) return isIpv6(text)
    // At the end, where there is no code, too.
    if (!isHexDigit(code)) return false
  }
}

/** Whether the text from `start` to its end is an IPv4 address. */
function isIpv4(text: string, start: number): boolean {
  let bytes = 0
  let at = start
  for (;;) {
    const end = endOfByte(text, at)
    if (end === at) return false
    bytes++
    if (end === text.length) return bytes === 4
    if (text.charCodeAt(end) !== dot) return false
    at = end + 1
  }
}

/** The end of the decimal byte that starts here; where it starts if there is none. */
function endOfByte(text: string, start: number): number {
  let value = 0
  let at = start
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) break
    if (at > start && value === 0) return start
    value = value * 10 + digit
    if (value > 255) return start
  }
  return at
}

function isIpv6(text: string): boolean {
  let groups = 0
  let shortened = text.startsWith('::')
  let at = shortened ? 2 : 0
  if (at === text.length) return true

  for (;;) {
    const end = endOfGroup(text, at)
    if (end === at) return false
    if (text.charCodeAt(end) === dot) return fits(groups + 2, shortened) && isIpv4(text, at)
    groups++
    if (end === text.length) return fits(groups, shortened)

    if (text.charCodeAt(end) !== colon) return false
    at = end + 1
    if (text.charCodeAt(at) === colon) {
      if (shortened) return false
      shortened = true
      at++
      if (at === text.length) return fits(groups, shortened)
    }
  }
}

/** `::` stands for at least one group of zeros; without it, all eight are there. */
function fits(groups: number, shortened: boolean): boolean {
  return shortened ? groups < 8 : groups === 8
}

/** The end of the group of one to four hexadecimal digits that starts here; where it starts if there is none. */
function endOfGroup(text: string, start: number): number {
  let at = start
  while (isHexDigit(text.charCodeAt(at))) at++
  return at - start > 4 ? start : at
}

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46)
}
