import type { State } from '../../inventory.ts'
import { html, type Markup } from './markup.ts'

/** A column: what it is called, and what a row has in it. */
export interface Column<Row> {
  readonly name: string
  readonly cell: (row: Row) => Markup
  /** What it is sorted by, where that isn't its text. */
  readonly sortKey?: (row: Row) => string | number
  /** Whether it says what the row is about. */
  readonly isHeading?: boolean
}

/**
 * A table that can be sorted by each column. The roles are spelled out: a browser forgets them of a table that is shown as
 * cards.
 */
export function table<Row>(
  label: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  stateOf: (row: Row) => State | 'none',
): Markup {
  return html`<table role="table" aria-label="${label}">
<thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => html`<tr role="row" data-state="${stateOf(row)}">${columns.map((column) => cell(column, row))}</tr>\n`)}</tbody>
</table>`
}

function heading<Row>({ name }: Column<Row>): Markup {
  return html`<th role="columnheader" scope="col" data-name="${name}"><button type="button" class="sort">${name}</button><span class="heading">${name}</span></th>`
}

function cell<Row>({ name, cell, sortKey, isHeading }: Column<Row>, row: Row): Markup {
  const sort = sortKey === undefined ? html`` : html` data-sort="${sortKey(row)}"`
  // A cell has one box for its content, beside the label that it has on a narrow screen.
  const content = html`<div>${cell(row)}</div>`
  return isHeading
    ? html`<th role="rowheader" scope="row" data-label="${name}"${sort}>${content}</th>`
    : html`<td role="cell" data-label="${name}"${sort}>${content}</td>`
}
