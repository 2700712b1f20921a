import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../test/checks/rules-page.ts'
import { settingsSchema } from '../build/schema.ts'
import { sources } from '../build/sources.ts'
import { dist } from './site.ts'

const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
)

/** Every page as it is published, by its address. */
const pages = new Map(names.map((name) => [`/${name}`, readFileSync(join(dist, name), 'utf8')]))

describe('the site', () => {
  it('has a page for each page of docs/, and for each section of the README', () => {
    const missing = sources().filter(({ page }) => !pages.has(`/${page}.html`))
    expect(missing.map(({ page }) => page)).toEqual([])
    expect(sources().length).toBeGreaterThan(90)
  })

  it('has a page for each rule', () => {
    expect(rules.filter(({ id }) => !pages.has(`/rules/${id}.html`))).toEqual([])
  })

  it('describes each setting of the schema', () => {
    const page = pages.get('/functionconfig.html') ?? ''
    expect(
      Object.keys(settingsSchema.properties ?? {}).filter(
        (name) => !page.includes(`<td><code>${name}</code></td>`),
      ),
    ).toEqual([])
  })
})

describe.each([...pages])('%s', (address, html) => {
  it('links to nothing that is not there', () => {
    const links = [...html.matchAll(/ href="(?![a-z]+:)([^"#]*)(?:#([^"]*))?"/g)]
    const broken = links.filter(([, link = '', anchor]) => {
      const target = new URL(link, `http://localhost${address}`).pathname
      const page = pages.get(target.endsWith('/') ? `${target}index.html` : target)
      if (page === undefined) return !existsSync(join(dist, target))
      return (
        anchor !== undefined &&
        anchor !== '' &&
        !/^example=/.test(anchor) &&
        !page.includes(` id="${anchor}"`)
      )
    })
    expect(broken.map(([link]) => link)).toEqual([])
  })

  it('loads nothing from elsewhere', () => {
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*? (?:src|href)="([^"]*)"/g)].map(
      ([, url = '']) => url,
    )
    expect(loaded.filter((url) => /^(?:https?:)?\/\//.test(url))).toEqual([])
    expect(html).toContain('Content-Security-Policy')
  })
})
