/** The formats that an inventory can be written in. */
export const inventoryFormats = ['markdown', 'csv', 'html', 'json'] as const
export type InventoryFormat = (typeof inventoryFormats)[number]
