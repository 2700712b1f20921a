/** Every way in which an input can grow, by name: a number to a list of that size, as text or bytes. */
export const shapes: Readonly<Record<string, (size: number) => string | Uint8Array>>
