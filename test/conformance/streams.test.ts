import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments, stringify } from 'yaml'
import { ingressShimFunction } from '../../src/function.ts'
import { readInput } from '../../src/krm/list/read.ts'
import { runFunction } from '../../src/krm/run/runner.ts'
import { at } from '../../src/manifest/manifest.ts'
import { themes, type Vector } from './vectors.ts'

/** Reads a text, runs the function with the vector's options, and gives the text that is written. */
async function rendered(text: string, { options }: Vector): Promise<string> {
  const input = await readInput(new TextEncoder().encode(text), ingressShimFunction.wanted)
  const functionConfig = {
    apiVersion: 'fn.kpt.dev/v1alpha1',
    kind: 'IngressShim',
    metadata: { name: 'ingress-shim' },
    spec: options ?? {},
  }
  const run = await runFunction(ingressShimFunction, { items: input.items, functionConfig }, () => '')
  return Buffer.concat(await input.write({ ...run.edits, results: [] })).toString()
}

function certificates(objects: readonly unknown[]): readonly unknown[] {
  return objects.filter((object) => at(object, 'kind') === 'Certificate')
}

for (const [theme, vectors] of themes) {
  describe(`a stream gives the Certificates that a list gives: ${theme}`, () => {
    test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', async (_id, vector) => {
      const items = vector.items
      const list = stringify({ apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items })
      const stream = items.map((item) => `---\n${stringify(item)}`).join('')
      const ofList: readonly unknown[] = parse(await rendered(list, vector)).items ?? []
      const ofStream = parseAllDocuments(await rendered(stream, vector)).map((document): unknown =>
        document.toJS(),
      )
      expect(certificates(ofStream)).toEqual(certificates(ofList))
      expect(ofStream).toHaveLength(ofList.length)
    })
  })
}
