import { type Example, examples } from '../build/examples.ts'

declare const data: readonly Example[]

export { data }

/** Read when the site is built. */
export default {
  watch: ['../../docs/rules/*.md', '../../examples/**', '../../README.md'],
  load: examples,
}
