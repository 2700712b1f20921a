import type { Rule } from '../../manifest/rule.ts'

/** The rule of a new file that kustomize would leave out. */
export const certificateUnlisted: Rule = {
  id: 'certificate-unlisted',
  severity: 'warning',
  summary: 'A new Certificate is in a file that the kustomization of its folder does not list.',
}

/** The rule of a Certificate in a file, whose source a kustomization patches. */
export const certificateUnpatched: Rule = {
  id: 'certificate-unpatched',
  severity: 'warning',
  summary: 'A kustomization patches a source, and not the Certificate that was rendered from it.',
}
