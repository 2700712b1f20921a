import { expect, test } from 'vitest'
import { runCommand } from '../command.ts'

// `npx vitest run test/inventory/golden.test.ts -u` writes the files anew, after a look at what has changed.
test.each([
  ['markdown', 'md'],
  ['csv', 'csv'],
  ['html', 'html'],
  ['json', 'json'],
])(
  'the inventory of examples/ and of what is out of date, as %s is golden/examples.%s',
  async (format, ending) => {
    const call = [
      'inventory',
      'examples',
      'examples/drift',
      '-f',
      'test/inventory/settings.yaml',
      '--format',
      format,
    ]
    const { code, stdout } = runCommand(call)
    expect(code).toBe(0)
    await expect(stdout).toMatchFileSnapshot(`golden/examples.${ending}`)
  },
)
