declare module '*/real-list.mjs' {
  export function writeRealList(path: string, bytes: number): unknown
}

declare module '*/list.mjs' {
  export function writeList(path: string, count: number): unknown
}
