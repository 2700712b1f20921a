import { fixed } from './engine/fix.ts'
import type { Request } from './engine/protocol.ts'
import { rendered } from './engine/render.ts'

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  postMessage(
    await answerTo(data).then(
      (answer) => ({ answer }),
      (error) => ({ failure: String(error) }),
    ),
  )
})

function answerTo(request: Request) {
  return request.kind === 'render'
    ? rendered(request.text, request.settings, request.today)
    : fixed(request.text, request.fix)
}
