import { isIpAddress } from '../go/ip.ts'
import type { Problem, Rule } from '../manifest/rule.ts'
import { annotation } from '../shim/annotations.ts'
import { hasSetting } from '../shim/sources/own-settings.ts'
import type { NamedHost, Source } from '../shim/sources/source.ts'
import { isFilledInLater } from '../shim/values/filled-in-later.ts'
import type { Check } from './check.ts'
import { hostField } from './facts/hosts/host-field.ts'
import { hostMeantBy, isHost, whyNoHost } from './facts/hosts/host-text.ts'
import { routingSources } from './facts/hosts/routes.ts'
import { annotationField } from './facts/requests.ts'

const rule: Rule = {
  id: 'host-invalid',
  severity: 'error',
  summary: 'A host is not a valid hostname: the API server refuses it, or a certificate for it is useless.',
}

/** A host with something in it that can't be in a host. */
export const hostInvalid: Check = {
  rule,
  *find(list) {
    // Where the hosts of the rules are those of the certificate, one field is both.
    const told = new Set<string>()
    for (const source of list.sources) {
      for (const { hosts } of source.tls.secrets) {
        for (const host of hosts) {
          if (!isRefusedInTls(host, source)) continue
          told.add(placeOf(host, source))
          yield refused(host, source)
        }
      }
      if (source.tls.secrets.length > 0) yield* uselessAltNames(source)
    }
    for (const { source, routes } of routingSources(list)) {
      for (const host of routes.hosts) {
        if (isRefusedInRule(host, source) && !told.has(placeOf(host, source))) yield refused(host, source)
      }
    }
  },
}

function placeOf({ host, path }: NamedHost, { position }: Source): string {
  return `${position} ${path} ${host}`
}

function isRefusedInTls({ host }: NamedHost, source: Source): boolean {
  if (source.sourceKind.copiesVerbatim && isIpAddress(host)) return true
  if (isHost(host) || isFilledInLater(host, source)) return false
  return source.sourceKind.hasValidatedHosts || !isIpAddress(host)
}

/** Unlike a TLS block, a rule can't have an IPv4 address either where the API server looks at it. */
function isRefusedInRule(named: NamedHost, source: Source): boolean {
  const isAddress = source.sourceKind.hasValidatedHosts && isIpAddress(named.host)
  return isAddress || isRefusedInTls(named, source)
}

function refused(named: NamedHost, source: Source): Problem {
  const { host } = named
  const proposed = hostMeantBy(host)
  return {
    rule,
    message: `"${host}" is not a valid hostname: ${reasonFor(host)}. ${consequenceFor(source)} ${adviceFor(host, proposed, source)}`,
    position: source.position,
    field: hostField(named, proposed),
  }
}

function consequenceFor({ kind, sourceKind }: Source): string {
  return sourceKind.hasValidatedHosts
    ? `The API server refuses this ${kind} because of it.`
    : 'A certificate for it is refused or useless.'
}

function reasonFor(host: string): string {
  return isHost(host) ? 'it is an IP address' : whyNoHost(host)
}

function adviceFor(host: string, proposed: string | undefined, { sourceKind }: Source): string {
  if (proposed !== undefined) return `Write ${proposed}.`
  return isIpAddress(host) && hasSetting(sourceKind, annotation.ipSans)
    ? `Name addresses in ${annotation.ipSans}.`
    : 'Fix or remove it.'
}

/** What cert-manager copies from `alt-names` as it is, although no client will ever ask for such a name. */
function* uselessAltNames(source: Source): Iterable<Problem> {
  const { fields, kind, position } = source
  const altNames = fields.altNames.filter((name) => !isFilledInLater(name, source))
  const useless = [...new Set(altNames.filter(isUseless))]
  if (useless.length === 0) return
  const key = annotation.altNames
  const proposedValue = altNames.length < fields.altNames.length ? undefined : tidied(altNames)
  yield {
    rule,
    message: `${useless.map((name) => `"${name}"`).join(', ')} in ${key} of this ${kind} ${useless.length === 1 ? 'is not a valid DNS name' : 'are not valid DNS names'}: ${reasonForName(useless[0] ?? '')}. cert-manager copies the value as it is, so the certificate is refused or useless for that name. ${proposedValue === undefined ? 'Separate DNS names by commas, without blanks.' : `Write ${proposedValue}.`}`,
    position,
    field: {
      ...annotationField(source, key),
      ...(proposedValue !== undefined && { proposedValue }),
    },
  }
}

/** Narrower than what isn't a host: capital letters and underscores do occur in certificates, and work. */
function isUseless(name: string): boolean {
  return name === '' || /[^!-~]|[/:]|^\.|\.$|.\*|^\*(?!\.)/.test(name) || isIpAddress(name)
}

function reasonForName(name: string): string {
  return isIpAddress(name) ? `it is an IP address, which belongs in ${annotation.ipSans}` : whyNoHost(name)
}

/** The names without what is wrong with them, or undefined where that isn't clear for one of them. */
function tidied(names: readonly string[]): string | undefined {
  const meant = names
    .filter((name) => name.trim() !== '')
    .map((name) => (isUseless(name) ? hostMeantBy(name) : name))
  return meant.length > 0 && meant.every((name) => name !== undefined && !isUseless(name))
    ? meant.join(',')
    : undefined
}
