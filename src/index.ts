/** The library: the pure core, and the function for programs that are built on the kpt functions SDK. */

export * from './core.ts'
export { ingressShimFunc } from './kpt.ts'
