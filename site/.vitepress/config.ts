import { createCssVariablesTheme } from 'shiki'
import { defineConfig } from 'vitepress'
import { pageGroups, ruleGroups } from '../build/navigation.ts'
import { writePages } from '../build/pages.ts'
import { homepage, repositoryUrl, root } from '../build/repository.ts'

const pages = `${root}/site/.pages`
await writePages(pages)

/** Nothing is loaded from elsewhere, and nothing is sent anywhere: the browser itself refuses it. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "form-action 'none'",
].join('; ')

/** A certificate with its seal. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b6455"/>' +
  '<path d="M8 9h16M8 14h9" stroke="#fff" stroke-width="2.4"/><circle cx="21" cy="20" r="4.4" fill="#fff"/>' +
  '<path d="m19 23-1 5 3-1.6 3 1.6-1-5" fill="#fff"/></svg>'

export default defineConfig({
  srcDir: '.pages',
  base: homepage === '' ? '/' : new URL(`${homepage.replace(/\/$/, '')}/`).pathname,
  lang: 'en',
  title: 'krm-ingress-shim',
  description:
    "cert-manager's ingress-shim as a KRM function: Certificates from annotated Ingresses, before anything reaches a cluster.",
  lastUpdated: false,
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  markdown: {
    // The colours are those of the editor, in colours.css.
    theme: createCssVariablesTheme({ variablePrefix: '--code-' }),
    config(md) {
      // Braces in the text are text, and never an expression of Vue.
      for (const rule of ['text', 'code_inline'] as const) {
        const render = md.renderer.rules[rule]
        md.renderer.rules[rule] = (...args) => (render?.(...args) ?? '').replaceAll('{{', '&#123;&#123;')
      }
    },
  },
  transformHead: ({ page }) =>
    page.endsWith('.md')
      ? [['meta', { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy }]]
      : [],
  // The function loads its reader of unusual YAML only where it needs it.
  vite: { worker: { format: 'es' } },
  themeConfig: {
    nav: [
      { text: 'Playground', link: '/playground' },
      { text: 'Docs', link: '/overview', activeMatch: '^/(?!playground|rules|$)' },
      { text: 'Rules', link: '/rules/', activeMatch: '^/rules/' },
    ],
    sidebar: { '/': pageGroups(), '/rules/': ruleGroups() },
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: repositoryUrl }],
    docFooter: { prev: 'Before', next: 'Next' },
  },
})
