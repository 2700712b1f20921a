// Required before the built command by fast-start.mjs: writes what V8 made of its code in this run.
const { renameSync, writeFileSync } = require('node:fs')
const vm = require('node:vm')

const { CODE_CACHE } = process.env

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options)
    process.on('exit', () => {
      writeFileSync(`${CODE_CACHE}.new`, this.createCachedData())
      renameSync(`${CODE_CACHE}.new`, CODE_CACHE)
    })
  }
}
