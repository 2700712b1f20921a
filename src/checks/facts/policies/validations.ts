import type { Certificate } from '../../../shim/certificates/certificate.ts'

/** What a rule in CEL can ask of a request as `cr`; what isn't known is left out. */
export interface CelRequest {
  readonly namespace?: string
  readonly name?: string
}

/** Whether a value passes a rule in CEL; undefined where that can't be evaluated here. */
export type EvaluateCel = (rule: string, self: string, request: CelRequest) => boolean | undefined

/** Longer names of Certificates are cut short with a hash: `ComputeSecureUniqueDeterministicNameFromData` in cert-manager. */
const longestName = 52

/** The first CertificateRequest of a Certificate, which has its name and number. */
export function requestOf({ metadata: { name, namespace } }: Certificate): CelRequest {
  return {
    ...(namespace !== undefined && { namespace }),
    ...(name.length <= longestName && { name: `${name}-1` }),
  }
}
