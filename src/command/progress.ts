import type { Host } from '../host/host.ts'
import type { Wanted } from '../krm/list/resource-list.ts'
import type { ShownCall } from './arguments/call.ts'
import { isDrawable, tell } from './report.ts'

/** Nobody needs it sooner, in milliseconds, nor sees it change more often. */
const [delay, interval] = [1000, 100]

/** To the start of the line, which is emptied; what is too long for it is cut off, since a second line would stay. */
const [emptied, cut, uncut] = ['\r\u001b[K', '\u001b[?7l', '\u001b[?7h']

/** A line on the user's terminal that says how far a long run is. */
export class Progress {
  readonly #host: Host
  readonly #isWanted: boolean
  #isPossible: boolean | undefined
  readonly #start: number
  #drawnAt = 0
  /** What the line speaks of; undefined where there is none. */
  #what: string | undefined

  constructor(host: Host, { detail }: Pick<ShownCall, 'detail'>) {
    this.#host = host
    this.#isWanted = detail !== 'quiet'
    this.#start = host.now()
  }

  /** Says what is being done, and how much of it is done. */
  say(what: string, done?: number, of?: number): void {
    if (!this.#isWanted || !this.#isDue(what)) return
    this.#isPossible ??= isDrawable(this.#host, 2)
    if (!this.#isPossible) return
    this.#drawnAt = this.#host.now()
    this.#what = what
    const count = done === undefined ? '' : of === undefined ? `: ${done}` : `: ${done} of ${of}`
    tell(this.#host, `${emptied}${cut}${what}${count}${uncut}`)
  }

  #isDue(what: string): boolean {
    const now = this.#host.now()
    return now >= this.#start + delay && (what !== this.#what || now >= this.#drawnAt + interval)
  }

  /** The same items; how many of them have been taken is said. */
  *over<T>(what: string, items: readonly T[]): Iterable<T> {
    for (const [index, item] of items.entries()) {
      this.say(what, index, items.length)
      yield item
    }
  }

  /** Leaves nothing of the line. */
  erase(): void {
    if (this.#what !== undefined) tell(this.#host, emptied)
    this.#what = undefined
  }
}

/** Does work that may take long, and shows how far it is until it ends, well or not. */
export async function withProgress<T>(
  host: Host,
  call: Pick<ShownCall, 'detail'>,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = new Progress(host, call)
  try {
    return await work(progress)
  } finally {
    progress.erase()
  }
}

/** Wants the same, and says how much of the input has been read. */
export function watched(wanted: Wanted, progress: Progress): Wanted {
  const isWanted = (apiVersion: string, kind: string) => wanted(apiVersion, kind)
  const watch = (items: number, of: number) => progress.say('Reading items', items, of)
  const { annotations = [], beside } = wanted
  return Object.assign(isWanted, {
    annotations,
    watch,
    ...(beside && {
      beside: {
        ...beside,
        wanted: (mentioned: ReadonlySet<string>) => watched(beside.wanted(mentioned), progress),
      },
    }),
  })
}
