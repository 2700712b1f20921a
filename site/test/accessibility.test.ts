import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
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

const colours = ['light', 'dark'] as const

it.each(pages)('axe finds nothing on %s, in light and dark colours', async (path) => {
  const page = await site.open(path)
  await expectNoViolations(page)
})

it('axe finds nothing in the playground with settings, results and a hint that are open', async () => {
  const page = await site.open('/playground.html#example=host-not-covered')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByLabel('defaultIssuerName').waitFor()
  await page.locator('.cm-lint-marker').first().hover()
  await page.locator('.cm-tooltip').waitFor()
  await expectNoViolations(page)
})

it('axe finds nothing on a phone', async () => {
  const page = await site.open('/', { viewport: { width: 390, height: 844 } })
  await expectNoViolations(page)
})

async function expectNoViolations(page: Page): Promise<void> {
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    await page.locator(colorScheme === 'dark' ? 'html.dark' : 'html:not(.dark)').waitFor()
    expect({ colorScheme, violations: await violationsOn(page) }).toEqual({ colorScheme, violations: [] })
  }
}

async function violationsOn(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // The pages have no frames, which the other mode goes through in a tab of its own, three times as long.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
  )
}
