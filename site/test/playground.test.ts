import { describe, expect, it } from 'vitest'
import { paste } from './playground-page.ts'
import { useSite } from './site.ts'

const site = useSite()

const ingress = (annotations: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: prod
  annotations:
${annotations}
spec:
  rules:
  - host: shop.example.com
  tls:
  - hosts: [shop.example.com]
    secretName: shop-tls
`

describe('what is typed', () => {
  it('is rendered, and summed up for a screen reader', async () => {
    const page = await site.open('/playground.html')
    await paste(page, ingress('    cert-manager.io/issuer: ca'))
    expect(await page.locator('.status').textContent()).toBe('1 created')
    expect(await page.getByLabel('Certificates that are created').textContent()).toContain(
      'secretName: shop-tls',
    )
  })

  it('that is no YAML says so', async () => {
    const page = await site.open('/playground.html')
    await paste(page, 'a: [')
    expect(await page.locator('.status').textContent()).toBe('The manifests cannot be read.')
    expect(await page.locator('.results').textContent()).toMatch(/line 1/)
  })
})

describe('a result', () => {
  it('is marked at its line, and a click goes there', async () => {
    const page = await site.open('/playground.html')
    await paste(page, ingress('    cert-manager.io/issuer: ca\n    cert-manager.io/duration: 90d'))
    expect(await page.locator('.editor .cm-lint-marker-error').count()).toBe(1)
    await page.getByRole('button', { name: /^Line 8: Ingress prod\/shop/ }).click()
    expect(await page.locator('.editor .cm-activeLine').textContent()).toContain('duration: 90d')
  })

  it.each([
    ['a value', 'cert-manager.io/duration: 90d', 'Use 2160h', 'cert-manager.io/duration: 2160h'],
    [
      'a value in quotes',
      'cert-manager.io/duration: "90d" # days',
      'Use 2160h',
      'cert-manager.io/duration: 2160h # days',
    ],
    [
      'the name of a key',
      'cert-manager.io/comon-name: a.example.com',
      'Use cert-manager.io/common-name',
      'cert-manager.io/common-name: a.example.com',
    ],
  ])('puts %s right by a click, and undo takes it back', async (_name, wrong, button, right) => {
    const page = await site.open('/playground.html')
    await paste(page, ingress(`    cert-manager.io/issuer: ca\n    ${wrong}`))
    await page.getByRole('button', { name: button, exact: true }).first().click()
    await page.getByText('No problem was found.').waitFor()
    const content = page.locator('.editor .cm-content')
    expect(await content.textContent()).toContain(right)
    await content.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await page.getByRole('button', { name: button, exact: true }).first().waitFor()
  })
})

describe('the settings', () => {
  it('have a control for each setting, and the function takes them', async () => {
    const page = await site.open('/playground.html')
    await paste(page, ingress('    kubernetes.io/tls-acme: "true"'))
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('defaultIssuerName').fill('letsencrypt')
    await page.locator('.status', { hasText: '1 created' }).waitFor()
    await page.getByLabel('defaultIssuerKind').fill('ClusterIssuer')
    await page.getByLabel('Certificates that are created').getByText('kind: ClusterIssuer').waitFor()
  })

  it('switch a rule off', async () => {
    const page = await site.open('/playground.html#example=host-not-covered')
    await page.getByRole('link', { name: 'host-not-covered' }).waitFor()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('rules', { exact: true }).selectOption('host-not-covered')
    await page.getByText('No problem was found.').waitFor()
    await page.getByRole('button', { name: 'Take host-not-covered off' }).click()
    await page.getByRole('link', { name: 'host-not-covered' }).waitFor()
  })
})

describe('an example', () => {
  it('is chosen from the list, and its address is short', async () => {
    const page = await site.open('/playground.html')
    await page.getByLabel('Example').selectOption('openshift-route')
    await page.getByLabel('Certificates that are created').getByText('kind: RoleBinding').waitFor()
    expect(new URL(page.url()).hash).toBe('#example=openshift-route')
  })

  it('of a rule is opened from its page', async () => {
    const page = await site.open('/rules/invalid-annotation.html')
    await page.getByRole('link', { name: 'Open this example in the playground' }).click()
    await page.locator('.results').getByRole('link', { name: 'invalid-annotation' }).waitFor()
    expect(await page.getByLabel('Example').inputValue()).toBe('invalid-annotation')
  })
})

describe('the address', () => {
  it('carries manifests and settings to another browser', async () => {
    const page = await site.open('/playground.html')
    await paste(page, ingress('    kubernetes.io/tls-acme: "true"'))
    await page.waitForURL(/#s=/)
    const withManifests = page.url()
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByLabel('defaultIssuerName').fill('ünïcode')
    await page.waitForURL((url) => url.href !== withManifests)
    const other = await site.open(page.url().replace(site.address, ''))
    await other.getByLabel('Certificates that are created').getByText('ünïcode').waitFor()
    expect(await other.getByLabel('Example').inputValue()).toBe('')
  })

  it.each(['#s=%%%', '#s=AAAA', '#example=nothing', '#try-it'])(
    '%s begins with the first example',
    async (fragment) => {
      const page = await site.open(`/playground.html${fragment}`)
      await page.locator('.status', { hasText: '1 created, 1 error' }).waitFor()
    },
  )
})

it('all of it can be reached and used by the keyboard', async () => {
  const page = await site.open('/playground.html')
  await page.getByLabel('Example').focus()
  const reached: string[] = []
  for (let step = 0; step < 9; step++) {
    reached.push(
      await page.evaluate(
        () =>
          document.activeElement?.ariaLabel ?? document.activeElement?.textContent?.trim().slice(0, 20) ?? '',
      ),
    )
    await page.keyboard.press('Tab')
  }
  expect(reached.slice(1)).toEqual([
    'Copy link',
    'Settings',
    'Manifests',
    'invalid-annotation',
    'Line 23: Ingress pro',
    'Use 2160h',
    'Certificates',
    'Certificates that are created or updated',
  ])
  await page.getByRole('tab', { name: 'Certificates' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByLabel('All manifests as they are written').isVisible()).toBe(true)
})

it('nothing was asked of another place, and nothing went wrong', () => {
  expect(site.complaints).toEqual([])
})
