// The least that a Node program can do with a list: read it whole and write it again. CommonJS, which starts soonest.
const { readFileSync, writeSync } = require('node:fs')

const list = readFileSync(0)
for (let at = 0; at < list.length; ) at += writeSync(1, list, at)
