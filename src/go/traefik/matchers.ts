/** What routes a request: `match` of an IngressRoute, or of an IngressRouteTCP. */
export type Protocol = 'HTTP' | 'TCP'

export type Syntax = 'v2' | 'v3'

/** How many values a matcher can take. */
type Counts = readonly number[]

const any: Counts = []

/** The matchers of Traefik itself. Source: `httpFuncs` and `tcpFuncs` in its pkg/muxer, and their twins for v2. */
const matchers: Readonly<Record<Protocol, Readonly<Record<Syntax, Readonly<Record<string, Counts>>>>>> = {
  HTTP: {
    v3: {
      ClientIP: [1],
      Method: [1],
      Host: [1],
      HostRegexp: [1],
      Path: [1],
      PathRegexp: [1],
      PathPrefix: [1],
      Header: [2],
      HeaderRegexp: [2],
      Query: [1, 2],
      QueryRegexp: [1, 2],
    },
    v2: {
      Host: any,
      HostHeader: any,
      HostRegexp: any,
      ClientIP: any,
      Path: any,
      PathPrefix: any,
      Method: any,
      Headers: any,
      HeadersRegexp: any,
      Query: any,
    },
  },
  TCP: {
    v3: { ALPN: [1], ClientIP: [1], HostSNI: [1], HostSNIRegexp: [1] },
    v2: { ALPN: any, ClientIP: any, HostSNI: any, HostSNIRegexp: any },
  },
}

/** The matcher that a name stands for; undefined where Traefik has none of that spelling. */
export function matcherNamed(name: string, protocol: Protocol): string | undefined {
  if (isUsual(name, protocol)) return name
  return namesOf(protocol).find((one) => spellingsOf(one).includes(name))
}

/** The matcher whose letters a name has, in other case. */
export function matcherSpeltLike(name: string, protocol: Protocol): string | undefined {
  return namesOf(protocol).find((one) => one.toLowerCase() === name.toLowerCase())
}

/** Why Traefik drops a router for one of its matchers; undefined where it takes it. */
export function whyDropped(
  name: string,
  values: number,
  protocol: Protocol,
  syntax: Syntax,
): string | undefined {
  const counts = countsOf(name, protocol, syntax)
  if (counts === undefined) {
    return `${name} is not a matcher of ${isUsual(name, protocol) ? `the ${syntax} syntax` : `Traefik for ${protocol} routes`}`
  }
  if (counts === any || counts.includes(values)) return undefined
  return `${name} has ${values} values and takes ${counts.join(' or ')} in the v3 syntax`
}

function countsOf(name: string, protocol: Protocol, syntax: Syntax): Counts | undefined {
  const known = matchers[protocol][syntax]
  return Object.hasOwn(known, name) ? known[name] : undefined
}

function isUsual(name: string, protocol: Protocol): boolean {
  return (['v3', 'v2'] as const).some((syntax) => countsOf(name, protocol, syntax) !== undefined)
}

function namesOf(protocol: Protocol): readonly string[] {
  return [...new Set([...Object.keys(matchers[protocol].v3), ...Object.keys(matchers[protocol].v2)])]
}

/** `NewParser` in Traefik's pkg/rules. */
function spellingsOf(name: string): readonly string[] {
  return [name, name.toLowerCase(), name.toUpperCase(), name.charAt(0) + name.slice(1).toLowerCase()]
}
