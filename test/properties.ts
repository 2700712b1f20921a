import fc from 'fast-check'

/*
 * The properties look at the same inputs each time, so that a change is not refused for what it didn't do. Who searches for
 * more with PROPERTY_RUNS=50000 gets other inputs in each run, and a seed to come back to what failed.
 */
if (process.env.PROPERTY_RUNS === undefined) fc.configureGlobal({ seed: 3 })
