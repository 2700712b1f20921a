import { hasPlaceholder } from '../../../../manifest/placeholder.ts'
import type { Report } from '../../../../manifest/report.ts'
import { shimRules } from '../../../rules.ts'
import { currentValue } from '../../../values/read-value.ts'
import { type Server, servingModes } from './server.ts'

const passing = ['PASSTHROUGH', 'AUTO_PASSTHROUGH']
const modes = [...servingModes, ...passing, 'ISTIO_MUTUAL']

/**
 * Whether a server serves the certificates that it names; reports why not. The rules are those of `validateTLSOptions` and
 * `validateServer` in Istio's pkg/config/validation/validation.go.
 */
export function isServed(server: Server, report: Report): boolean {
  const { mode, isTls, credentials } = server
  if (mode === undefined) return false
  if (!isTls) reportPlain(server, report)
  else if (!server.hasTls) reportNoTls(server, report)
  else if (mode === '' && credentials.length > 0) reportNoMode(server, report)
  else if (['', ...passing].includes(mode)) reportPassthrough(server, report)
  else if (mode === 'ISTIO_MUTUAL') reportMesh(server, report)
  else if (!servingModes.includes(mode) && !hasPlaceholder(mode)) reportMode(server, report)
  else if (!server.hasCertificate) reportNoCredential(server, report)
  else if (credentials.length === 0) reportNoSecret(server, report)
  else return true
  return false
}

function reportPlain({ path, credentials }: Server, report: Report): void {
  if (credentials.length === 0) return
  report.warn(
    { ...shimRules.listenerSkipped, severity: 'info' },
    'This server names a certificate, but Istio only serves one with the protocol HTTPS or TLS, so it gets no Certificate. Use one of these protocols, or remove the credential.',
    { path: `${path}.port.protocol` },
  )
}

function reportNoMode({ path }: Server, report: Report): void {
  report.warn(
    shimRules.istioTlsModeMissing,
    'This server names a certificate and no mode, and Istio takes that for PASSTHROUGH: it would ignore the certificate, so none is made. Write the mode SIMPLE, or MUTUAL where clients have certificates too.',
    { path: `${path}.tls.mode`, proposedValue: 'SIMPLE' },
  )
}

function reportPassthrough({ path, mode, credentials }: Server, report: Report): void {
  const ignored = credentials.length === 0 ? '' : ', and Istio ignores the one that is named here'
  report.warn(
    shimRules.tlsPassthrough,
    `This server passes TLS through to what is behind it, which has the certificate${ignored}, so none is made. Where Istio is to terminate TLS, use the mode SIMPLE and a credentialName.`,
    { path: `${path}.tls.mode`, ...currentValue(mode || undefined) },
  )
}

function reportMesh({ path, mode, credentials }: Server, report: Report): void {
  if (credentials.length === 0) return
  report.reject(
    shimRules.malformedResource,
    'With ISTIO_MUTUAL, Istio uses certificates of its own, and refuses a Gateway that names one beside it. Remove the credential, or use the mode SIMPLE or MUTUAL.',
    { path: `${path}.tls.mode`, ...currentValue(mode) },
  )
}

function reportMode({ path, mode = '' }: Server, report: Report): void {
  const upper = mode.toUpperCase()
  report.reject(
    shimRules.malformedResource,
    `Istio has no mode ${mode} of TLS, so the API server would refuse this Gateway. Use one of ${modes.join(', ')}.`,
    { path: `${path}.tls.mode`, currentValue: mode, ...(modes.includes(upper) && { proposedValue: upper }) },
  )
}

function reportNoTls({ path }: Server, report: Report): void {
  report.warn(
    shimRules.tlsSecretNameMissing,
    'This server has no tls, so Istio refuses the Gateway, and it gets no Certificate. Write the mode SIMPLE, and name the Secret that the Certificate is to be stored in as credentialName.',
    { path: `${path}.tls` },
  )
}

function reportNoSecret({ path }: Server, report: Report): void {
  report.warn(
    { ...shimRules.listenerSkipped, severity: 'info' },
    'The certificate of this server is not in a Secret that it names, but in a file, a ConfigMap or in Istio itself, so it gets no Certificate. Name a Secret as credentialName, or remove the annotation that asks for Certificates.',
    { path: `${path}.tls` },
  )
}

function reportNoCredential({ path }: Server, report: Report): void {
  report.warn(
    shimRules.tlsSecretNameMissing,
    'This server has no credentialName, so Istio refuses the Gateway, and it gets no Certificate. Name the Secret that the Certificate is to be stored in.',
    { path: `${path}.tls.credentialName` },
  )
}
