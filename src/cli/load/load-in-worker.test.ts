import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from '../refusal.ts'
import { loadInWorker } from './load-in-worker.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-load-')))
after(() => rmSync(root, { recursive: true, force: true }))

const NOUNS = `import { cluster, environment, node, platform, postgres, service } from 'seaworthy'
const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })
const live = (...runs: object[]) => environment('live', { on: east, namespace: 'shop', runs: runs as never })
`
const SHOP = `${NOUNS}export default platform('shop', { environments: [live(service('checkout'))] })\n`

let folders = 0

interface Loaded {
  readonly result?: unknown
  readonly exitCode?: number
  readonly says?: string
  readonly next?: string
  readonly prints: readonly string[]
}

async function load(files: { readonly [path: string]: string }, longestMs = 9_000): Promise<Loaded> {
  const folder = join(root, String(folders++))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(folder, path))
    else writeFileSync(join(folder, path), text)
  }
  const prints: string[] = []
  const print = (line: string) => prints.push(line.replace(/^\S*\//, ''))
  try {
    const file = join(folder, 'shop.ts')
    return { result: await loadInWorker(file, { task: 'names', asOf: '2026-11-21', print, longestMs }), prints }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { exitCode: error.exitCode, says: error.message.replaceAll(`${folder}/`, ''), next: error.next, prints }
  }
}

const NAMES = { platform: 'shop', environments: ['live'] }

test('load: a file with no project around it', async () => {
  assert.deepEqual(await load({ 'shop.ts': SHOP }), { result: NAMES, prints: [] })
})

test('load: its imports, as TypeScript, JavaScript, JSON and packages', async () => {
  const shop = `${NOUNS}import { name } from './parts/name.ts'
import { two } from './parts/two.js'
import three from './parts/three.json' with { type: 'json' }
import { four } from 'four'
import five from 'five'
if (two + three.three + four + five.five !== 14) throw new Error('not fourteen')
export default platform(name, { environments: [live(service('checkout'))] })`
  const files = {
    'shop.ts': shop,
    'parts/name.ts': "export const name: string = 'shop'",
    'parts/two.js': 'export const two = 2',
    'parts/three.json': '{ "three": 3 }',
    'node_modules/four/package.json': '{ "name": "four", "type": "module", "exports": "./lib/index.js" }',
    'node_modules/four/lib/index.js': "export { four } from './four.js'",
    'node_modules/four/lib/four.js': 'export const four = 4',
    'node_modules/five/package.json': '{ "name": "five" }',
    'node_modules/five/index.js': 'module.exports = { five: require("./lib.js") }',
    'node_modules/five/lib.js': 'module.exports = 5',
  }
  assert.deepEqual(await load(files), { result: NAMES, prints: [] })
})

test('load: what a file prints is told apart', async () => {
  const { result, prints } = await load({
    'shop.ts': `console.log('one\\ntwo \\u001b[2J', { a: 1 })\n${SHOP}console.error(3)`,
  })
  assert.deepEqual(result, NAMES)
  assert.deepEqual(prints, ['shop.ts:1 prints: one', 'shop.ts:1 prints: two �[2J { a: 1 }', 'shop.ts:6 prints: 3'])
})

test('load: a platform that is wrong ends with every line of it, and exit code 1', async () => {
  const shop = `${NOUNS}const db = postgres('orders-db', {
  memebers: 3,
  volume: {
    size: '100 Gi',
  },
} as never)
export default platform('shop', { environments: [live(db)] })`
  const { exitCode, says } = await load({ 'shop.ts': shop })
  assert.equal(exitCode, 1)
  const [first, ...lines] = says?.split('\n').map((line) => line.trim()) ?? []
  assert.equal(first, '2 things in it are wrong')
  assert.deepEqual(lines, [
    "shop.ts:5  postgres orders-db: memebers: found an option that is not known; did you mean 'members'?",
    "shop.ts:7  postgres orders-db: volume.size: found '100 Gi', allowed: a size such as '100Gi' or '64G'",
  ])
})

const DAY = 'say the date in the file, or let --at DATE say the day of judging'
const SAY = 'say the value in the file, or derive it from other values there'

const rows: [name: string, line: string, says: string, next?: string][] = [
  ['the clock', 'Date.now()', 'shop.ts:2 reads the clock (Date.now)', DAY],
  ['the clock, made new', 'new Date()', 'shop.ts:2 reads the clock (new Date)', DAY],
  ['the clock, called', 'Date()', 'shop.ts:2 reads the clock (Date)', DAY],
  ['the clock, by a detour', 'new (new Date(0).constructor as never)()', 'shop.ts:2 reads the clock (new Date)'],
  ['the clock, caught', 'try { Date.now() } catch {}', 'shop.ts:2 reads the clock (Date.now)'],
  [
    'the clock, later',
    'await Promise.resolve().then(() => Date.now()).catch(() => {})',
    'shop.ts:2 reads the clock (Date.now)',
  ],
  ['a stopwatch', 'performance.now()', 'shop.ts:2 uses performance, which depends on the clock', DAY],
  ['a fine stopwatch', 'process.hrtime()', 'shop.ts:2 reads the clock (process.hrtime)', SAY],
  ['a timer', 'setTimeout(() => {}, 1)', 'shop.ts:2 uses setTimeout, which depends on the clock'],
  ['the time zone', 'new Date(0).getHours()', 'shop.ts:2 reads the time zone of the machine (getHours)'],
  [
    'the time zone, by parts',
    'new Date(2026, 1)',
    'shop.ts:2 reads the time zone of the machine (new Date with parts)',
  ],
  [
    'the default zone',
    "new Intl.DateTimeFormat('en')",
    'shop.ts:2 reads the time zone of the machine (Intl.DateTimeFormat)',
  ],
  ['the language', "'a'.localeCompare('b')", 'shop.ts:2 reads the language of the machine (localeCompare)'],
  ['chance', 'Math.random()', 'shop.ts:2 draws a random number (Math.random)', SAY],
  ['more chance', 'crypto.randomUUID()', 'shop.ts:2 draws random numbers (crypto)', SAY],
  ['the environment', 'process.env.HOME', 'shop.ts:2 reads the environment (process.env.HOME)', SAY],
  ['the working folder', 'process.cwd()', 'shop.ts:2 reads the machine (process.cwd)', SAY],
  ['an exit', 'process.exit(0)', 'shop.ts:2 ends the process (process.exit)'],
  ['the network', "fetch('http://localhost')", 'shop.ts:2 opens the network (fetch)', SAY],
  ['eval', "eval('1')", 'shop.ts:2 makes code from a text (eval)', 'write the code in the file'],
  ['new Function', "new Function('return 1')", 'shop.ts:2 makes code from a text (Function)'],
  [
    'a constructor of functions',
    "(async () => {}).constructor('return 1')",
    'shop.ts:2 makes code from a text (Function)',
  ],
  ['files', "await import('node:fs')", 'shop.ts:2 imports node:fs'],
  ['files, caught', "await import('fs').catch(() => {})", 'shop.ts:2 imports fs'],
  ['processes', "import { spawn } from 'node:child_process'", 'shop.ts imports node:child_process'],
  [
    'code from an address',
    "await import('data:text/javascript,export default 1')",
    'shop.ts:2 imports data:text/javascript,export default 1',
  ],
  ['a file elsewhere', "import '../elsewhere.ts'", 'shop.ts imports ../elsewhere.ts, which lies outside the project'],
  ['a link to elsewhere', "import './link.ts'", 'shop.ts imports ./link.ts, which lies outside the project'],
  ['a file of another kind', "import './plan.txt'", 'shop.ts imports ./plan.txt'],
  [
    'a file that is not there',
    "import './gone.ts'",
    "it imports what is not there: Cannot find module 'gone.ts' imported from shop.ts",
  ],
  [
    'a package that is not there',
    "import 'gone'",
    "it imports what is not there: Cannot find package 'gone' imported from shop.ts",
  ],
  ['a part of Seaworthy', "import 'seaworthy/platform'", 'shop.ts imports seaworthy/platform, which is not there'],
  ['a throw', "throw new RangeError('too far')", 'shop.ts:2 throws RangeError: too far', 'mend what it throws'],
  ['a throw of nothing', 'throw null', 'it throws null'],
  ['a throw of a trap', 'throw new Proxy({}, { get() { throw 1 } })', 'it throws 1'],
  [
    'a typing slip',
    'const = 3',
    'shop.ts:2 is not TypeScript that can be read: Unexpected token `=`. Expected yield, an identifier, [ or {',
  ],
  [
    'more than types',
    'enum Colour { red }',
    'shop.ts:2 is not TypeScript that can be read: TypeScript enum is not supported in strip-only mode',
  ],
  [
    'a waiting without end',
    'await new Promise(() => {})',
    'it ended before it was judged: it waits for something that never comes',
  ],
  [
    'a rejection that nobody awaits',
    "void Promise.reject(new Error('lost')); await 0; await 0",
    'shop.ts:2 throws Error: lost',
  ],
  ['a platform of another making', "export { default as shop } from './other.ts'", 'it exports no platform'],
]

for (const [name, line, says, next] of rows) {
  test(`load: ${name}`, async () => {
    const rest = name === 'a platform of another making' ? "export default { is: 'platform', name: 'shop' }" : SHOP
    const loaded = await load({
      'shop.ts': `// A shop.\n${line}\n${rest}`,
      '../elsewhere.ts': '',
      'link.ts': '-> ../elsewhere.ts',
      'plan.txt': '',
      'other.ts': 'export default 1',
    })
    assert.deepEqual({ exitCode: loaded.exitCode, says: loaded.says }, { exitCode: 2, says })
    if (next !== undefined) assert.equal(loaded.next, next)
  })
}

const endless: [name: string, line: string, says: RegExp][] = [
  ['a loop for ever', 'for (;;);', /^it did not end within 0.8 s$/],
  ['printing for ever', "for (;;) console.log('again')", /^it did not end within 0.8 s$/],
  [
    'microtasks for ever',
    'const again = () => Promise.resolve().then(again); await again()',
    /^it did not end within 0.8 s$/,
  ],
  [
    'recursion for ever',
    'const deep = (): number => deep() + 1; deep()',
    /^shop.ts:2 throws RangeError: Maximum call stack/,
  ],
]

for (const [name, line, says] of endless) {
  test(`load: ${name}`, async () => {
    const longestMs = name.startsWith('recursion') ? 9_000 : 800
    const { exitCode, says: said, prints } = await load({ 'shop.ts': `\n${line}\n${SHOP}` }, longestMs)
    assert.match(said ?? '', says)
    assert.equal(exitCode, 2)
    assert.ok(prints.length <= 100)
  })
}

test('load: memory is bounded', async () => {
  const grows = 'const all: object[] = []; for (;;) all.push(new Array(1e6).fill(0))'
  const { exitCode, says } = await load({ 'shop.ts': `${grows}\n${SHOP}` })
  assert.equal(says, 'it takes more than 1024 MiB of memory')
  assert.equal(exitCode, 2)
})

const forged: [name: string, lines: string, says: RegExp][] = [
  [
    'a value that carries a position and that no noun made',
    "const at = { at: { file: 'other.ts', line: 1, column: 1 }, via: [] }\nconst fake = Object.defineProperty({ is: 'component' }, Symbol.for('seaworthy.at'), { value: at })\nexport default platform('shop', { environments: [live(fake)] })",
    /shop.ts:3 {2}environment live: runs\[0\]: found a value that carries a source position and was made by no noun/,
  ],
  [
    'a position set on a noun',
    "export default platform('shop', { environments: [Object.defineProperty(live(), Symbol.for('seaworthy.at'), { value: 1 })] })",
    /^shop.ts:4 throws TypeError: Cannot redefine property: Symbol\(seaworthy.at\)/,
  ],
  [
    'stacks prepared by the file',
    "Error.prepareStackTrace = () => [{ getFileName: () => 'other.ts' }]\nexport default platform('shop', { environments: [live(service('Checkout'))] })",
    /shop.ts:5 {2}service Checkout: name: found 'Checkout'/,
  ],
  [
    'a name for the file',
    "export default platform('shop', { environments: [live(service('Checkout'))] })\n//# sourceURL=other.ts",
    /shop.ts:4 {2}service Checkout: name: found 'Checkout'/,
  ],
  [
    'built-in objects that are changed',
    'WeakMap.prototype.get = () => undefined',
    /^shop.ts:4 throws TypeError: Cannot assign to read only/,
  ],
]

for (const [name, lines, says] of forged) {
  test(`load: forging by ${name}`, async () => {
    const { exitCode, says: said } = await load({ 'shop.ts': `${NOUNS}${lines}\n` })
    assert.match(said ?? '', says)
    assert.ok(exitCode === 1 || exitCode === 2)
  })
}
