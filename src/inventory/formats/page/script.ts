/** Sorts and searches the tables of the page. Without it, everything is there, in the order of the input. */
export const script = `
'use strict'
const tables = [...document.querySelectorAll('table')]
const rowsOf = (table) => [...table.tBodies[0].rows]
const search = document.getElementById('search')
const state = document.getElementById('state')
const order = document.getElementById('order')
const shown = document.getElementById('shown')
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let count = 0
  let all = 0
  for (const table of tables) {
    let left = 0
    for (const row of rowsOf(table)) {
      const text = row.textContent.toLowerCase()
      row.hidden = !words.every((word) => text.includes(word)) || (state.value !== '' && row.dataset.state !== state.value)
      all += 1
      if (!row.hidden) left += 1
    }
    count += left
    table.closest('section').hidden = left === 0
  }
  shown.textContent = count === all ? 'All ' + all + ' rows' : count + ' of ' + all + ' rows'
}

function keyOf(row, column) {
  if (column === -1) return row.dataset.index
  const cell = row.cells[column]
  return cell.dataset.sort ?? cell.textContent.trim()
}

function sort(table, column, direction) {
  const rows = rowsOf(table).sort((a, b) => direction * collator.compare(keyOf(a, column), keyOf(b, column)))
  table.tBodies[0].append(...rows)
  for (const [index, heading] of [...table.tHead.rows[0].cells].entries()) {
    if (index === column) heading.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending')
    else heading.removeAttribute('aria-sort')
  }
}

for (const table of tables) {
  for (const [index, row] of rowsOf(table).entries()) row.dataset.index = index
  for (const [column, heading] of [...table.tHead.rows[0].cells].entries()) {
    heading.querySelector('.sort').addEventListener('click', () => {
      sort(table, column, heading.getAttribute('aria-sort') === 'ascending' ? -1 : 1)
    })
  }
}
search.addEventListener('input', filter)
state.addEventListener('change', filter)
order.addEventListener('change', () => {
  for (const table of tables) {
    const names = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.name)
    if (order.value === '' || names.includes(order.value)) sort(table, names.indexOf(order.value), 1)
  }
})
document.documentElement.classList.add('scripted')
filter()
`
