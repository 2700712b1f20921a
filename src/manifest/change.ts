import type { Json } from './finding.ts'

/** A resource that is added to the list. */
export interface NewItem {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly annotations: Readonly<Record<string, string>> }
}

/** One field of an item that has to change. */
export interface FieldEdit {
  readonly path: readonly string[]
  /** Undefined removes the field. */
  readonly value: Json | undefined
}

/** What has to happen to one item of the list. */
export type Change<Item extends NewItem = NewItem> =
  | {
      readonly kind: 'create'
      readonly item: Item
      /** Position of the item that it comes from: the new one is placed beside it. */
      readonly source: number
      /** Whether its set holds others that the function made, so that this one is missing. */
      readonly isSetRendered?: boolean
    }
  | {
      readonly kind: 'update'
      readonly position: number
      /** Position of the item that it is updated for. */
      readonly source: number
      readonly edits: readonly FieldEdit[]
    }
  | { readonly kind: 'remove'; readonly position: number }
