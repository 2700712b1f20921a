import { getDomain } from 'tldts'

/** A bundle of its own, which the executable runs when it is asked for. */
Object.assign(globalThis, { tldts: { getDomain } })
