// Required before the built command by fast-start.mjs: writes what V8 made of its code in this run.
const { writeFileSync } = require('node:fs')
const vm = require('node:vm')

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options)
    process.on('exit', () => writeFileSync(process.env.CODE_CACHE, this.createCachedData()))
  }
}
