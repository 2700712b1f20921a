import { parseUrl } from '../../go/url.ts'
import type { Report } from '../../manifest/report.ts'
import { foreignAnnotation } from '../annotations.ts'
import type { CertificateSpec } from '../certificates/certificate.ts'
import type { Resource } from '../resource.ts'
import { isFilledInLater } from '../values/filled-in-later.ts'
import { AnnotationReader } from './reader.ts'

/** `spec.uris`, which cert-manager's openshift-routes has an annotation for, and its ingress-shim has none. */
export function uris(resource: Resource, report: Report): Pick<CertificateSpec, 'uris'> {
  const annotations = new AnnotationReader(resource, report)
  const key = foreignAnnotation.uriSans
  const texts = annotations.split(key)
  for (const text of texts) {
    if (isFilledInLater(text, resource)) continue
    const reason = text === '' ? 'one of them is empty' : problemOf(text)
    if (reason !== undefined)
      annotations.invalid(
        key,
        reason,
        'Write URIs such as spiffe://example.com/shop, separated by commas without blanks.',
      )
  }
  return texts.length === 0 ? {} : { uris: texts }
}

function problemOf(text: string): string | undefined {
  const parsed = parseUrl(text)
  if ('problem' in parsed) return `"${text}" is not a URI: ${parsed.problem}`
  // A name in a certificate is absolute: RFC 5280, section 4.2.1.6.
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) ? undefined : `"${text}" has no scheme`
}
