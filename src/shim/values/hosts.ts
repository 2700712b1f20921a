/**
 * The names of certificates, to look up the hosts that they are for without going through all of them: a name is for
 * itself, and a wildcard for every host that has one label in its place (RFC 6125).
 */
export class HostNames {
  readonly #names = new Set<string>()
  /** What follows the first label of each name, with its dot. */
  readonly #parents = new Set<string>()

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name)
  }

  add(name: string): void {
    const lower = name.toLowerCase()
    this.#names.add(lower)
    const parent = parentOf(lower)
    if (parent !== undefined) this.#parents.add(parent)
  }

  /** Whether one of the names covers a host. */
  cover(host: string): boolean {
    const lower = host.toLowerCase()
    const parent = parentOf(lower)
    return this.#names.has(lower) || (parent !== undefined && this.#names.has(`*${parent}`))
  }

  /** Whether one of the names covers a host, or is covered by it. */
  overlap(host: string): boolean {
    return this.cover(host) || (host.startsWith('*.') && this.#parents.has(host.slice(1).toLowerCase()))
  }
}

/** The domains above a host, with their dots: `.a.com` and `.com` of `b.a.com`. */
export function domainsAbove(host: string): readonly string[] {
  const domains: string[] = []
  for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1))
    domains.push(host.slice(dot))
  return domains
}

function parentOf(name: string): string | undefined {
  const dot = name.indexOf('.')
  return dot > 0 ? name.slice(dot) : undefined
}
