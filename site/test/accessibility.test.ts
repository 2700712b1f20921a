import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useSite } from './site.ts'

const site = useSite()
const pages = [
  '/',
  '/playground.html',
  '/overview.html',
  '/functionconfig.html',
  '/annotations.html',
  '/rules/',
  '/rules/host-not-covered.html',
]

describe.each(['light', 'dark'] as const)('axe finds nothing, in %s colours', (colorScheme) => {
  it.each(pages)('on %s', async (path) => {
    const page = await site.open(path, { colorScheme })
    expect(await violationsOn(page)).toEqual([])
  })

  it('in the playground with settings, results and a hint that are open', async () => {
    const page = await site.open('/playground.html#example=host-not-covered', { colorScheme })
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('defaultIssuerName').waitFor()
    await page.locator('.cm-lint-marker').first().hover()
    await page.locator('.cm-tooltip').waitFor()
    expect(await violationsOn(page)).toEqual([])
  })

  it('on a phone', async () => {
    const page = await site.open('/', { colorScheme, viewport: { width: 390, height: 844 } })
    expect(await violationsOn(page)).toEqual([])
  })
})

async function violationsOn(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  )
}
