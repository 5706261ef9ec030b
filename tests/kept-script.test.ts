// What V8 compiled of a script is kept between runs, and whatever is kept, the script does the same.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-script-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'sum.cjs')
const kept = join(folder, 'sum.script')
const keeper = fileURLToPath(new URL('../bin/kept-script.mjs', import.meta.url))

writeFileSync(path, scriptOf('first', 'a + b'))

function scriptOf(name: string, sum: string): string {
  return `// ${name}\n(function (exports, require, module, __filename) {'use strict'
exports.sum = (a, b) => ${sum}
exports.base = () => require('node:path').basename(__filename)
})\n`
}

// In a process of its own, as the next command is: what it says, and whether V8 took what was kept.
function run(input: string, file = kept): string {
  const program = `
    import vm from 'node:vm'
    const { Script } = vm
    let taken = 'nothing kept'
    vm.Script = class extends Script {
      constructor(source, options) {
        super(source, options)
        if (options.cachedData) taken = this.cachedDataRejected ? 'refused' : 'taken'
      }
    }
    const { keptScript } = await import(${JSON.stringify(pathToFileURL(keeper).href)})
    const { exports, keep } = keptScript(new URL(${JSON.stringify(pathToFileURL(path).href)}), ${JSON.stringify(file)})
    console.log(exports.sum(2, 3), exports.base(), taken)
    keep(${JSON.stringify(input)})`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  return `${stdout}${stderr}`.trim()
}

function identity(): string {
  const { ino, mtimeMs, size } = statSync(kept)
  return `${ino} ${mtimeMs} ${size}`
}

test('what was compiled is kept, taken by the next run, and written again for what was never seen alone', () => {
  assert.equal(run('one'), '5 sum.cjs nothing kept')
  const first = identity()
  assert.equal(run('one'), '5 sum.cjs taken')
  assert.equal(identity(), first)
  assert.equal(run('two'), '5 sum.cjs taken')
  const second = identity()
  assert.notEqual(second, first)
  assert.equal(run('one'), '5 sum.cjs taken')
  assert.equal(run('two'), '5 sum.cjs taken')
  assert.equal(identity(), second)
})

test('nobody else may write what is kept, and nothing is left beside it', () => {
  run('one')
  assert.equal(statSync(kept).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(folder).sort(), ['sum.cjs', 'sum.script'])
})

const spoiled: readonly (readonly [is: string, bytes: (whole: Buffer) => Buffer])[] = [
  ['cut short', (whole) => whole.subarray(0, whole.length - 8)],
  ['cut within its head', (whole) => whole.subarray(0, 20)],
  ['empty', () => Buffer.alloc(0)],
  ['zeros', (whole) => Buffer.alloc(whole.length)],
  ['another file', () => Buffer.from('{"of":1}')],
]

for (const [is, bytes] of spoiled) {
  test(`what was kept is ${is}: it is left aside, and replaced`, () => {
    run('one')
    writeFileSync(kept, bytes(readFileSync(kept)))
    assert.equal(run('one'), '5 sum.cjs nothing kept')
    assert.equal(run('one'), '5 sum.cjs taken')
  })
}

test('what was kept of another script, of the same length, is not taken', () => {
  run('one')
  writeFileSync(path, scriptOf('other', 'a * b'))
  try {
    assert.equal(run('one'), '6 sum.cjs nothing kept')
    assert.equal(run('one'), '6 sum.cjs taken')
  } finally {
    writeFileSync(path, scriptOf('first', 'a + b'))
  }
})

test('where nothing can be written, the script runs all the same', () => {
  const nowhere = join(folder, 'nowhere', 'sum.script')
  assert.equal(run('one', nowhere), '5 sum.cjs nothing kept')
  assert.equal(existsSync(nowhere), false)
})
