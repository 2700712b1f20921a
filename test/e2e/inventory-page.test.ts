import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { runCommand, temporaryDirectory } from '../command.ts'
import { describeWith, fileOf, writeIn } from './programs.ts'

const ingress = (name: string, hosts: readonly string[], secret = `${name}-tls`) => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  annotations: {cert-manager.io/cluster-issuer: letsencrypt}
spec:
  rules:
  - host: ${JSON.stringify(hosts[0])}
  - host: plain-${name}.example.com
  tls:
  - hosts: ${JSON.stringify(hosts)}
    secretName: ${secret}
`

const hostile = `"><img src="https://example.com/x.png" onerror="document.title='owned'"><script>document.title='owned'</script>`

/** A page with three Certificates and three hosts without one, and all that it asked a server for. */
async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const folder = temporaryDirectory()
  writeIn(
    folder,
    'ingress.yaml',
    ['b10', 'b9'].map((name) => ingress(name, [`${name}.example.com`])).join('---'),
  )
  writeIn(folder, 'hostile.yaml', ingress('hostile', [hostile, '&lt;b&gt;.example.com']))
  const file = join(folder, 'inventory.html')
  expect(runCommand(['inventory', '.', '--format', `html:${file}`], { cwd: folder }).code).toBe(0)
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options })
  onTestFinished(() => page.close())
  const [requests, faults]: [string[], string[]] = [[], []]
  page.on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`file://${file}`)
  return { page, requests, faults, url: `file://${file}` }
}

const firstCells = (page: Page) => page.locator('tbody tr:visible > :first-child > div').allInnerTexts()

/** How a text stands out from what is behind it: WCAG 2's contrast ratio, of at least 4.5 for a text of this size. */
const contrasts = `[...document.querySelectorAll('h1, p, code, .quiet, .state, th, label')].filter((e) => e.offsetParent).map((element) => {
  const channel = (part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map(channel)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  let back = element
  while (getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') back = back.parentElement
  const [a, b] = [getComputedStyle(element).color, getComputedStyle(back).backgroundColor].map(light)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
})`

describeWith('chromium', 'the page of an inventory, in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    const executablePath = fileOf('chromium') ?? ''
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  test('loads nothing but itself, whatever the hosts are called', async () => {
    const { page, requests, faults, url } = await openPage(browser)
    expect(requests).toEqual([url])
    expect(faults).toEqual([])
    expect(await page.title()).toBe('Certificates of this folder')
    expect(await page.locator('img').count()).toBe(0)
    expect(await page.getByText(hostile, { exact: true }).count()).toBeGreaterThan(0)
    expect(await page.getByText('&lt;b&gt;.example.com', { exact: true }).count()).toBe(1)
  })

  test('shows the rows that have all words of a search, and says how many', async () => {
    const { page } = await openPage(browser)
    const status = page.getByRole('status')
    expect(await status.innerText()).toBe('All 6 rows')
    await page.getByRole('searchbox').fill('B9 ingress.yaml')
    expect(await firstCells(page)).toEqual(['b9.example.com', 'plain-b9.example.com'])
    expect(await status.innerText()).toBe('2 of 6 rows')
    await page.getByLabel('Show').selectOption('without a certificate')
    expect(await firstCells(page)).toEqual(['plain-b9.example.com'])
    expect(await page.getByRole('heading', { name: 'Certificates', exact: true }).isVisible()).toBe(false)
    await page.getByRole('searchbox').fill('nothing has this')
    expect(await status.innerText()).toBe('0 of 6 rows')
  })

  test('is sorted by a column, with numbers in their order, by mouse and by key', async () => {
    const { page } = await openPage(browser)
    const table = page.getByRole('table', { name: 'Certificates', exact: true })
    const heading = table.getByRole('columnheader', { name: 'Secret' })
    const secrets = () => table.locator('tbody tr > :nth-child(4)').allInnerTexts()
    await heading.getByRole('button').click()
    expect(await secrets()).toEqual(['b9-tls', 'b10-tls', 'hostile-tls'])
    expect(await heading.getAttribute('aria-sort')).toBe('ascending')
    await heading.getByRole('button').press('Enter')
    expect(await secrets()).toEqual(['hostile-tls', 'b10-tls', 'b9-tls'])
    expect(await heading.getAttribute('aria-sort')).toBe('descending')
    await table.getByRole('columnheader', { name: 'Hosts' }).getByRole('button').click()
    expect(await heading.getAttribute('aria-sort')).toBe(null)
  })

  test('fits a phone: cards with labels, still a table for a screen reader, sorted by a list of columns', async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    expect(await page.getByRole('table').count()).toBe(2)
    expect(await page.getByRole('rowheader').count()).toBe(6)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('td'), '::before').content`)).toBe(
      '"State"',
    )
    const secrets = () => page.locator('tbody').first().locator('tr > :nth-child(4)').allInnerTexts()
    const before = await secrets()
    await page.getByLabel('Sort by').selectOption('Secret')
    expect(await secrets()).toEqual(['b9-tls', 'b10-tls', 'hostile-tls'])
    await page.getByLabel('Sort by').selectOption('order of the input')
    expect(await secrets()).toEqual(before)
  })

  test.each(['light', 'dark'] as const)('can be read in the %s', async (colorScheme) => {
    const { page } = await openPage(browser, { colorScheme })
    const least: unknown = await page.evaluate(`Math.min(...${contrasts})`)
    expect(least).toBeGreaterThan(4.5)
    const back = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(back).toBe(colorScheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(18, 22, 28)')
  })

  test('is all there without scripts, and offers nothing that needs them', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false })
    expect(await firstCells(page)).toHaveLength(6)
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
  })
})
