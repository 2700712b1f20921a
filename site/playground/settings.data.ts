import { type Schema, settingsSchema } from '../build/schema.ts'

declare const data: Schema

export { data }

/** Read when the site is built. */
export default {
  watch: ['../../schema/ingress-shim.schema.json'],
  load: () => settingsSchema,
}
