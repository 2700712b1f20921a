/** The look of the page: light or dark as its reader's system, a table on a wide screen and cards on a narrow one. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #fff; --text: #1c2430; --quiet: #5a6675; --line: #dde2e8; --focus: #1a5fd0;
  --new: #0b6b3a; --new-back: #dff5e8; --changed: #7a4a00; --changed-back: #fdeecb;
  --removed: #a3231d; --removed-back: #fde3e1; --kept: #445062; --kept-back: #e9edf2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1a2029; --text: #e7ebf0; --quiet: #a2adbb; --line: #313a47; --focus: #8ab4ff;
    --new: #7fe0a7; --new-back: #123524; --changed: #f5c869; --changed-back: #3a2c0c;
    --removed: #ff9d96; --removed-back: #43191a; --kept: #b9c4d2; --kept-back: #2a3340;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 96rem; margin: 0 auto; padding: 1.5rem clamp(.75rem, 2.5vw, 2.5rem) 3rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; }
p { margin: .25rem 0 0; color: var(--quiet); }
code { font: .92em ui-monospace, monospace; overflow-wrap: break-word; }
li code, p { overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.controls { display: none; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1.25rem 0 .5rem; }
.scripted .controls { display: flex; }
.controls label { display: grid; gap: .2rem; font-size: .85rem; color: var(--quiet); }
.search { flex: 1 1 16rem; max-width: 32rem; }
input, select, button { font: inherit; color: inherit; }
input, select {
  width: 100%; min-height: 2.5rem; padding: .35rem .65rem;
  background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
}
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
th, td { padding: .55rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { position: sticky; top: 0; background: var(--card); font-size: .85rem; white-space: nowrap; }
tbody tr:last-child > * { border-bottom: 0; }
tbody th { font-weight: 600; }
ul { margin: 0; padding: 0; list-style: none; }
.quiet { color: var(--quiet); font-size: .87rem; }
td .quiet { display: block; }
.sort { display: none; padding: 0; background: none; border: 0; font-weight: inherit; cursor: pointer; }
.scripted .sort { display: inline; }
.scripted .sort + .heading { display: none; }
.sort::after { content: " \\2195"; color: var(--quiet); }
[aria-sort=ascending] .sort::after { content: " \\2191"; color: inherit; }
[aria-sort=descending] .sort::after { content: " \\2193"; color: inherit; }
.state { padding: .1rem .55rem; border-radius: 1rem; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.new { color: var(--new); background: var(--new-back); }
.changed { color: var(--changed); background: var(--changed-back); }
.removed { color: var(--removed); background: var(--removed-back); }
.kept { color: var(--kept); background: var(--kept-back); }
.narrow { display: none !important; }
[hidden] { display: none !important; }
@media (max-width: 60rem) {
  .narrow { display: grid !important; }
  code { overflow-wrap: anywhere; }
  .search { flex-basis: 100%; }
  table { background: none; border: 0; }
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { margin-bottom: .75rem; padding: .6rem .8rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
  tbody th, tbody td { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: .6rem; padding: .25rem 0; border: 0; }
  tbody th::before, tbody td::before { content: attr(data-label); color: var(--quiet); font-weight: 400; font-size: .87rem; }
}
@media print { .controls { display: none !important; } thead th { position: static; } }
`
