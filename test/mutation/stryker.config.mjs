/** What every room's run has in common; `scripts/mutation/run.mjs` adds the files of the room. */
export default {
  plugins: ['./test/mutation/runner.mjs'],
  testRunner: 'in-process',
  coverageAnalysis: 'perTest',
  incremental: true,
  // TypeScript 7 has no API that Stryker could read a tsconfig.json with: this names no file, and none is needed.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  ignorePatterns: ['/bench', '/dist', '/executable', '/reports'],
  reporters: ['progress-append-only'],
  // A busy machine is no endless loop, which runner.mjs stops by itself: what takes too long here would count as noticed.
  timeoutMS: 60_000,
  timeoutFactor: 1,
  warnings: { slow: false },
}
