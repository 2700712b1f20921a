import { fixed } from './engine/fix.ts'
import type { Asked, Request } from './engine/protocol.ts'
import { rendered } from './engine/render.ts'

addEventListener('message', async ({ data: { id, request } }: MessageEvent<Asked>) => {
  try {
    postMessage({ id, answer: await answerTo(request) })
  } catch (error) {
    postMessage({ id, failure: String(error) })
  }
})

function answerTo(request: Request) {
  return request.kind === 'render'
    ? rendered(request.text, request.settings, request.today)
    : fixed(request.text, request.fix)
}
