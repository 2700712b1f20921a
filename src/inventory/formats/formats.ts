import { formatCsv } from './csv.ts'
import { formatHtml } from './html.ts'
import { formatJson } from './json.ts'
import type { LocatedInventory, Presentation } from './located.ts'
import { formatMarkdown } from './markdown.ts'
import type { InventoryFormat } from './names.ts'

/** Writes an inventory in a format. */
export const inventoryFormatters: Readonly<
  Record<InventoryFormat, (inventory: LocatedInventory, presentation: Presentation) => string>
> = {
  markdown: formatMarkdown,
  csv: formatCsv,
  html: formatHtml,
  json: formatJson,
}
