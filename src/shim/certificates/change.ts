import type { Certificate, FieldEdit } from './certificate.ts'

/** What has to happen to the list so that it holds the Certificates that its sources ask for. */
export type Change =
  | {
      readonly kind: 'create'
      readonly certificate: Certificate
      /** Position of the source: the new Certificate is placed beside it. */
      readonly source: number
    }
  | { readonly kind: 'update'; readonly position: number; readonly edits: readonly FieldEdit[] }
  | { readonly kind: 'remove'; readonly position: number }
