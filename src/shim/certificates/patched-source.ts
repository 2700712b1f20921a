import { referencesOf } from '../sources/reference.ts'

const certificateFields =
  /^\/(?:spec\/(?:tls|listeners|servers|virtualhost|host)|metadata\/annotations\/(?:acme\.)?cert-manager\.io~1[^/]*)(?:\/|$)/

/** Whether a field of a source, by its JSON pointer, says what its Certificates are to be. */
export function saysWhatCertificatesAre(pointer: string): boolean {
  return certificateFields.test(pointer)
}

/** The kind and name of the sources that our annotation names: `HTTPProxy.projectcontour.io/prod/shop` is HTTPProxy shop. */
export function sourcesNamedIn(madeFor: string): readonly { readonly kind: string; readonly name: string }[] {
  return referencesOf(madeFor).map((reference) => {
    const parts = reference.split('/')
    return { kind: parts[0]?.split('.')[0] ?? '', name: parts.at(-1) ?? '' }
  })
}
