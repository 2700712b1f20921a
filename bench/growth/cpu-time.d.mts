/** Seconds of CPU that the command needs for a list; Infinity where it takes longer than the limit, in seconds. */
export function cpuTime(
  command: string,
  list: string | Uint8Array,
  options?: { readonly args?: readonly string[]; readonly runs?: number; readonly limit?: number },
): number
