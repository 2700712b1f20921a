import fc from 'fast-check'
import { hostileList } from '../../krm/list/hostile-list.ts'
import { choices } from '../choices.ts'
import { damaged } from './damage.ts'
import { wellMeant } from './forms.ts'
import { real } from './real.ts'

/** The bytes of an input that a function could be given: generated or real, whole or damaged. */
export const inputs: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 6, arbitrary: choices.map((by) => damaged(wellMeant(by), by)) },
  { weight: 3, arbitrary: choices.map((by) => Buffer.from(wellMeant(by))) },
  { weight: 5, arbitrary: choices.map((by) => damaged(real(by), by)) },
  { weight: 1, arbitrary: fc.tuple(hostileList, choices).map(([text, by]) => damaged(text, by)) },
)
