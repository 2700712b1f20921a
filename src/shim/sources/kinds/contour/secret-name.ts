import type { Report } from '../../../../manifest/report.ts'
import type { Resource } from '../../../resource.ts'
import { maskIn } from '../../../values/filled-in-later.ts'
import { readString } from '../../../values/read-value.ts'
import type { NamedSecret } from '../../source.ts'

/** The Secret that a `secretName` of Contour means, `name` or `namespace/name`; without a name where there is none. */
export function readSecretName(
  value: unknown,
  path: string,
  resource: Resource,
  report: Report,
): NamedSecret & { readonly written: string } {
  const written = readString(value, path, report) ?? ''
  // A placeholder may have a slash of its own.
  const { text, unmask } = maskIn(written, resource)
  const slash = text.indexOf('/')
  if (slash < 1) return { namespace: resource.namespace, name: written, path, written }
  const [namespace = '', name = ''] = unmask([text.slice(0, slash), text.slice(slash + 1)])
  return { namespace, name, path, written }
}
