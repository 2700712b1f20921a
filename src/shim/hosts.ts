/** Whether a DNS name of a Certificate covers a host: it is the same, or a wildcard for its first label (RFC 6125). */
export function covers(dnsName: string, host: string): boolean {
  const name = dnsName.toLowerCase()
  const wanted = host.toLowerCase()
  if (name === wanted) return true
  if (!name.startsWith('*.')) return false
  const dot = wanted.indexOf('.')
  return dot > 0 && wanted.slice(dot) === name.slice(1)
}
