/** The largest metadata.annotations that the API server takes: `TotalAnnotationSizeLimitB`, in bytes. */
const annotationsLimit = 256 * 1024

const dnsLabel = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const wholeDnsLabel = new RegExp(`^${dnsLabel}$`)
const dnsSubdomain = new RegExp(`^${dnsLabel}(?:\\.${dnsLabel})*$`)
const qualifiedNamePart = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/

/** Whether a name is a DNS-1123 subdomain of 253 characters at most, as the name of a Secret has to be. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && dnsSubdomain.test(name)
}

/** Whether a name is a DNS-1123 label of 63 characters at most, as the name of a namespace has to be. */
export function isDnsLabel(name: string): boolean {
  return name.length <= 63 && wholeDnsLabel.test(name)
}

/** Whether a key is a qualified name: an optional DNS subdomain and a slash, and a name of 63 characters at most. */
export function isQualifiedName(key: string): boolean {
  const parts = key.split('/')
  const name = parts.at(-1) ?? ''
  if (parts.length > 2 || name.length > 63 || !qualifiedNamePart.test(name)) return false
  return parts.length === 1 || isDnsSubdomain(parts[0] ?? '')
}

/** Whether a value can be a label's: empty, or 63 characters at most that start and end alphanumeric. */
export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && qualifiedNamePart.test(value))
}

/** Whether annotations are small enough, keys and values together. */
export function annotationsFit(annotations: Readonly<Record<string, string>>): boolean {
  let total = 0
  for (const [key, value] of Object.entries(annotations)) total += byteLength(key) + byteLength(value)
  return total <= annotationsLimit
}

/** The length of a text in UTF-8 bytes, in which Go counts. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}
