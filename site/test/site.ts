import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'

/** The folder of the built site. */
export const dist = resolve(import.meta.dirname, '../.vitepress/dist')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

/** What a page is looked at with. */
export interface Look {
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
}

/** Serves the built site and opens it in a browser, as long as the tests of a file run. */
export class Site {
  /** What the pages said in their consoles, and what they asked of other places. */
  readonly complaints: string[] = []
  #browser: Browser | undefined
  #context: BrowserContext | undefined
  readonly #server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const file = join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const isThere = existsSync(file) && statSync(file).isFile()
    response.writeHead(isThere ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      // Their names change with what they hold.
      ...(pathname.startsWith('/assets/') && { 'cache-control': 'max-age=31536000, immutable' }),
    })
    response.end(isThere ? readFileSync(file) : '')
  })

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done))
    this.#browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
    })
  }

  async stop(): Promise<void> {
    await this.#browser?.close()
    this.#server.close()
  }

  get address(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.')
    return `http://127.0.0.1:${address.port}`
  }

  /** A page, once it has loaded; the playground, once it shows what becomes of its first manifests. */
  async open(path: string, look: Look = {}): Promise<Page> {
    this.#context ??= await this.#newContext()
    const page = await this.#watched(this.#context)
    await page.emulateMedia({ colorScheme: look.colorScheme ?? null })
    if (look.viewport) await page.setViewportSize(look.viewport)
    await page.goto(this.address + path)
    if ((await page.locator('.playground').count()) > 0) await page.locator('.results > *').first().waitFor()
    return page
  }

  /** A page in a browser that has seen nothing yet. */
  async blank(): Promise<Page> {
    return this.#watched(await this.#newContext())
  }

  async #newContext(): Promise<BrowserContext> {
    if (this.#browser === undefined) throw new Error('The browser does not run.')
    return this.#browser.newContext()
  }

  async #watched(context: BrowserContext): Promise<Page> {
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(this.address))
        this.complaints.push(request.url())
    })
    return page
  }
}

/** The site for the tests of a file. */
export function useSite(): Site {
  const site = new Site()
  beforeAll(() => site.start())
  afterAll(() => site.stop())
  return site
}
