import { expect, it } from 'vitest'
import { functionConfigSchema } from '../../src/function.ts'

// `npx vitest run test/package/schema.test.ts -u` writes it.
it('the JSON Schema that editors are pointed to is that of the functionConfig', async () => {
  const schema = `${JSON.stringify(functionConfigSchema(), undefined, 1)}\n`
  await expect(schema).toMatchFileSnapshot('../../schema/ingress-shim.schema.json')
})
