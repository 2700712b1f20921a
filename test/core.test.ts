import { build } from 'esbuild'
import { expect, it } from 'vitest'
import * as core from '../src/core.ts'

it('the core is one file for any world: it imports no module of Node and no package', async () => {
  const { metafile, warnings } = await build({
    entryPoints: ['src/core.ts'],
    bundle: true,
    platform: 'neutral',
    write: false,
    metafile: true,
  })
  const inputs = Object.values(metafile.inputs)
  expect(warnings).toEqual([])
  expect(inputs.flatMap(({ imports }) => imports).filter(({ external }) => external)).toEqual([])
  expect(
    Object.keys(metafile.inputs).filter((path) => !/^src\/(manifest|go|shim|checks|[a-z-]+\.ts)/.test(path)),
  ).toEqual([])
})

it('the core exports what a program needs to run it', () => {
  expect(Object.keys(core).sort()).toEqual(['defaultOptions', 'ingressShim', 'wanted'])
})
