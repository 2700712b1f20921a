import type { Page } from 'playwright-core'
import type { Rendering } from '../playground/engine/protocol.ts'

/** A rendering, and how long it took from the paste until it could be seen. */
export interface Shown {
  readonly rendering: Rendering
  readonly milliseconds: number
}

/** Pastes a text over what is in the editor, as a user does, and waits for what becomes of it. */
export async function paste(page: Page, text: string): Promise<Shown> {
  await page.locator('.editor .cm-content').focus()
  await page.keyboard.press('ControlOrMeta+a')
  return await page.evaluate(async (pasted) => {
    const root = document.querySelector('.playground')
    const content = root?.querySelector('.editor .cm-content')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const start = performance.now()
    const rendering = await new Promise<Rendering>((resolve) => {
      root?.addEventListener(
        'rendered',
        (event) => resolve(event instanceof CustomEvent ? event.detail : undefined),
        {
          once: true,
        },
      )
      content?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    // What is sent in a frame arrives once the frame is painted.
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = resolve
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
    return { rendering, milliseconds: performance.now() - start }
  }, text)
}
