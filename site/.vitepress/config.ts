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

export default defineConfig({
  srcDir: '.pages',
  base: homepage === '' ? '/' : new URL(`${homepage.replace(/\/$/, '')}/`).pathname,
  lang: 'en',
  title: 'krm-ingress-shim',
  description:
    "cert-manager's ingress-shim as a KRM function: Certificates from annotated Ingresses, before anything reaches a cluster.",
  lastUpdated: false,
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
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
