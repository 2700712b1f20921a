import { isFields } from '../../src/manifest/manifest.ts'
import type { Settings } from './engine/protocol.ts'

/** All that a link to the playground carries. */
export interface State {
  readonly text: string
  readonly settings: Settings
}

/** Where a page begins: with an example, or with what somebody shared. */
export type Start = State | { readonly example: string }

/** What would never become short enough is not even packed. */
const longestText = 400_000

/** Some browsers and chats cut longer addresses. */
const longest = 32_000

/** The fragment of an address with a state; undefined where it would be too long. */
export async function fragmentOf(state: State): Promise<string | undefined> {
  if (state.text.length > longestText) return undefined
  const packed = await through(
    new CompressionStream('deflate-raw'),
    new TextEncoder().encode(JSON.stringify(state)),
  )
  const fragment = `#s=${base64Url(packed)}`
  return fragment.length > longest ? undefined : fragment
}

/** What a fragment says; undefined where it says nothing that can be read. */
export async function startIn(fragment: string): Promise<Start | undefined> {
  const [, kind, value = ''] = /^#(example|s)=([\w-]+)$/.exec(fragment) ?? []
  if (kind === 'example') return { example: value }
  if (kind === undefined) return undefined
  try {
    const bytes = await through(new DecompressionStream('deflate-raw'), bytesOf(value))
    return stateIn(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return undefined
  }
}

function stateIn(value: unknown): State | undefined {
  if (!isFields(value)) return undefined
  const { text, settings } = value
  return typeof text === 'string' && isFields(settings) ? { text, settings } : undefined
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const response = new Response(new Blob([bytes]).stream().pipeThrough(stream))
  return new Uint8Array(await response.arrayBuffer())
}

function base64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
