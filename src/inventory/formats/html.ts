import { states } from '../inventory.ts'
import type { LocatedCertificate, LocatedHost, LocatedInventory, Place, Presentation } from './located.ts'
import { scriptHash, styleHash } from './page/hashes.ts'
import { html, Markup } from './page/markup.ts'
import { script } from './page/script.ts'
import { style } from './page/style.ts'
import { type Column, table } from './page/table.ts'
import {
  countsOf,
  issuerText,
  keyText,
  lifetimeText,
  nothing,
  originText,
  placeText,
  reasons,
  summaryText,
  uncoveredText,
} from './wording.ts'

/** One page that loads nothing: it can be sent by mail, and opened from a disk. */
export function formatHtml(inventory: LocatedInventory, { title, generator }: Presentation): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="${generator}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${new Markup(styleHash)}'; script-src '${new Markup(scriptHash)}'; base-uri 'none'; form-action 'none'">
<title>Certificates of ${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
<h1>Certificates of ${title}</h1>
<p>${summaryText(inventory)}</p>
${controls(inventory)}
${sections(inventory)}
</main>
<script>${new Markup(script)}</script>
</body>
</html>
`.html
}

function controls(inventory: LocatedInventory): Markup {
  const counts = countsOf(inventory)
  const some = states.filter((state) => counts[state] > 0)
  return html`<search class="controls">
<label class="search">Search hosts, Secrets, issuers, files <input id="search" type="search" autocomplete="off" spellcheck="false"></label>
<label>Show <select id="state">
<option value="">everything</option>${some.map((state) => html`<option value="${state}">${state}</option>`)}${counts.uncovered === 0 ? html`` : html`<option value="none">without a certificate</option>`}
</select></label>
<label class="narrow">Sort by <select id="order">
<option value="">order of the input</option>${certificateColumns.map(({ name }) => html`<option>${name}</option>`)}
</select></label>
<p id="shown" role="status"></p>
</search>`
}

function sections({ certificates, uncovered }: LocatedInventory): Markup {
  return html`${
    certificates.length === 0
      ? html`<p>Nothing here asks for a certificate.</p>`
      : html`<section>
<h2>Certificates</h2>
${table('Certificates', certificateColumns, certificates, ({ state }) => state)}
</section>`
  }
${
  uncovered.length === 0
    ? html``
    : html`<section>
<h2>${uncoveredText(uncovered.length)}</h2>
${table('Hosts without a certificate', hostColumns, uncovered, () => 'none')}
</section>`
}`
}

const certificateColumns: readonly Column<LocatedCertificate>[] = [
  {
    name: 'Hosts',
    isHeading: true,
    cell: ({ hosts }) =>
      hosts.length === 0
        ? html`${nothing}`
        : html`<ul role="list">${hosts.map((host) => html`<li><code>${host}</code></li>`)}</ul>`,
  },
  {
    name: 'State',
    sortKey: ({ state }) => states.indexOf(state),
    cell: ({ state, changedFields }) =>
      html`<span class="state ${state}">${state}</span>${changedFields.map((field) => html`<span class="quiet"><code>${field}</code></span>`)}`,
  },
  { name: 'Namespace', cell: ({ namespace }) => code(namespace) },
  { name: 'Secret', cell: ({ secret }) => code(secret) },
  { name: 'Certificate', cell: ({ certificate }) => code(certificate) },
  {
    name: 'Issuer',
    cell: (entry) => html`${issuerText(entry)}<span class="quiet">from: ${originText(entry)}</span>`,
  },
  { name: 'Source', cell: ({ sources }) => html`${sources.map(place)}` },
  { name: 'Key', cell: ({ key }) => html`<span class="whole">${keyText(key)}</span>` },
  {
    name: 'Lifetime',
    sortKey: ({ lifetime }) => lifetime ?? 0,
    cell: (entry) => html`<span class="whole">${lifetimeText(entry)}</span>`,
  },
]

const hostColumns: readonly Column<LocatedHost>[] = [
  { name: 'Host', isHeading: true, cell: ({ host }) => code(host) },
  { name: 'Namespace', cell: ({ namespace }) => code(namespace) },
  { name: 'Resource', cell: ({ resource }) => place(resource) },
  { name: 'Why', cell: ({ reason }) => html`${reasons[reason]}` },
]

function code(text: string): Markup {
  return text === '' ? html`${nothing}` : html`<code>${text}</code>`
}

function place(one: Place): Markup {
  return html`<code>${one.reference}</code><span class="quiet"><code>${breakable(placeText(one))}</code></span>`
}

/** A path that can go on in the next line behind each of its slashes. */
function breakable(path: string): Markup {
  const [first = '', ...others] = path.split('/')
  return html`${first}${others.map((step) => html`/<wbr>${step}`)}`
}
