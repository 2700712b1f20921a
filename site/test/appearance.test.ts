import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { useSite } from './site.ts'

/* Pictures of the pages, to be looked at: site/screenshots/. */

const site = useSite()
const folder = resolve(import.meta.dirname, '../screenshots')
mkdirSync(folder, { recursive: true })

const pages = {
  start: '/',
  playground: '/playground.html',
  rule: '/rules/host-not-covered.html',
  settings: '/functionconfig.html',
}
const widths = [390, 1280, 2560]
const colours = ['light', 'dark'] as const

describe.each(Object.entries(pages))('%s', (name, path) => {
  let page: Page
  beforeAll(async () => {
    page = await site.open(path)
    await page.evaluate(() => document.fonts.ready)
  })

  describe.each(widths)('%s pixels wide', (width) => {
    it.each(colours)('in %s colours is no wider than the screen', async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: width < 500 ? 844 : 1000 })
      // An editor measures its lines when it comes to be seen.
      const editors = page.locator('.viewer:visible')
      if ((await editors.count()) > 0) await editors.first().scrollIntoViewIfNeeded()
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
  })
})
