import type { Answers, Asked, Fix, Rendering, RenderRequest, Request, Settings } from './engine/protocol.ts'

/** The function in a worker. What is typed while it works is rendered next, and only the latest of that. */
export class Renderer {
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  readonly #show: (rendering: Rendering) => void
  #asked = 0
  #waiting: RenderRequest | undefined
  #isBusy = false

  constructor(show: (rendering: Rendering) => void) {
    this.#show = show
  }

  render(text: string, settings: Settings): void {
    this.#waiting = { kind: 'render', text, settings, today: today() }
    if (!this.#isBusy) this.#renderWaiting()
  }

  fix(text: string, fix: Fix): Promise<string> {
    return this.#ask<'fix'>({ kind: 'fix', text, fix })
  }

  close(): void {
    this.#worker.terminate()
  }

  async #renderWaiting(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting !== undefined) {
      const request = this.#waiting
      this.#waiting = undefined
      const rendering = await this.#ask<'render'>(request).catch(bug)
      if (this.#waiting === undefined) this.#show(rendering)
    }
    this.#isBusy = false
  }

  /** The worker begins while the page goes on with what it does. */
  #ask<K extends Request['kind']>(request: Request & { readonly kind: K }): Promise<Answers[K]> {
    const id = this.#asked++
    this.#worker.postMessage({ id, request } satisfies Asked)
    return new Promise((resolve, reject) => {
      const take = ({ data }: MessageEvent) => {
        if (data.id !== id) return
        this.#worker.removeEventListener('message', take)
        if ('failure' in data) reject(new Error(data.failure))
        else resolve(data.answer)
      }
      this.#worker.addEventListener('message', take)
    })
  }
}

function bug(error: unknown): Rendering {
  const problem = `This is a bug in krm-ingress-shim: ${error instanceof Error ? error.message : error}. Please report it with the smallest manifest that shows it.`
  return { problem, output: '', changes: [], results: [], milliseconds: 0 }
}

/** The day of the reader: 2026-11-24. */
function today(): string {
  const now = new Date()
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
