import type { edgesOf } from '../krm/list/edges.ts'
import type { Tldts } from '../libraries.ts'
import type { Host } from './host.ts'
import { utcDay } from './utc-day.ts'

/** The world as the program in executable/ gives it. It runs this file before the command. */
declare const executable: Omit<Host, 'today'> & {
  isUtf8(bytes: Uint8Array): boolean
  /** Text of UTF-8 bytes, with U+FFFD where they are wrong. */
  decode(bytes: Uint8Array): string
  /** UTF-8 of a text that has no half of a surrogate pair. */
  encode(text: string): Uint8Array
  readonly edges: typeof edgesOf
  /** Runs executable-tldts.ts. */
  runTldts(): void
}

declare global {
  var tldts: Tldts | undefined
}

interface DecoderOptions {
  readonly fatal?: boolean
  readonly ignoreBOM?: boolean
}

/** The part of the Encoding standard that the command needs: https://encoding.spec.whatwg.org. */
class Decoder {
  readonly #fatal: boolean
  readonly #ignoreBom: boolean

  constructor(_label = 'utf-8', { fatal = false, ignoreBOM = false }: DecoderOptions = {}) {
    this.#fatal = fatal
    this.#ignoreBom = ignoreBOM
  }

  decode(bytes: Uint8Array): string {
    if (this.#fatal && !executable.isUtf8(bytes)) throw new TypeError('The bytes are not UTF-8.')
    const text = executable.decode(bytes)
    return !this.#ignoreBom && text.startsWith('\ufeff') ? text.slice(1) : text
  }
}

class Encoder {
  encode(text: string): Uint8Array {
    return executable.encode(text.toWellFormed())
  }
}

Object.assign(globalThis, {
  // `yaml` warns of keys that are no scalars, which the command reads all the same.
  console: { warn() {} },
  TextDecoder: Decoder,
  TextEncoder: Encoder,
  krmIngressShimEdges: executable.edges,
  krmIngressShimTldts: () => {
    executable.runTldts()
    return globalThis.tldts
  },
  krmIngressShimHost: Object.assign(executable, { today: () => utcDay(Date.now()) }),
})
