import type { ResourceList, Wanted } from './resource-list.ts'
import { checkEncoding } from './text/encoding.ts'
import { readText } from './text/text-list.ts'

/**
 * Reads a ResourceList from its bytes. Only the items that are wanted, and the functionConfig, are parsed; everything else
 * is kept as the bytes that it is.
 * @throws InputError where the bytes hold no ResourceList.
 */
export async function readResourceList(bytes: Uint8Array, wanted: Wanted): Promise<ResourceList> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  checkEncoding(buffer)
  const list = await readText(buffer, wanted)
  if (list !== undefined) return list
  const { readWhole } = await import('./whole/whole-list.ts')
  return readWhole(buffer, wanted)
}
