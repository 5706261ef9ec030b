import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figuresIn, platformFigures } from './structure/platform-figures.ts'
import { platformNames, wordsOfPlatformIn } from './structure/platform-words.ts'
import * as rules from './structure/rules.ts'
import { readTree } from './structure/tree.ts'

const here = readTree()

// Each rule holds here, and each names the fault in a small tree that was made to break it.
const rows: [rule: string, judge: rules.Rule, path: string, source: string, finds: string][] = [
  [
    'every folder of src is a room',
    rules.everyFolderIsARoom,
    'src/harbour/crane.ts',
    '',
    'src/harbour/crane.ts lies in no room',
  ],
  [
    'no file but the index lies in src itself',
    rules.everyFolderIsARoom,
    'src/main.ts',
    '',
    'src/main.ts lies in no room',
  ],
  [
    'folders are two deep',
    rules.twoFoldersDeep,
    'src/check/disruption/drain/budget.ts',
    '',
    'src/check/disruption/drain/budget.ts lies deeper than src/<room>/<subject>/',
  ],
  [
    'names say what they hold',
    rules.foldersSayWhatTheyHold,
    'src/engine/utils/sum.ts',
    '',
    'src/engine/utils/sum.ts: utils says nothing about what it holds',
  ],
  [
    'imports run one way',
    rules.importsRunOneWay,
    'src/engine/sum.ts',
    "import type { Verdict } from '../check/verdict.ts'",
    'src/engine/sum.ts imports src/check/verdict.ts',
  ],
  [
    'imports over several lines are seen',
    rules.importsRunOneWay,
    'src/estate/read.ts',
    "import {\n  main,\n} from '../cli/main.ts'",
    'src/estate/read.ts imports src/cli/main.ts',
  ],
  [
    'late imports are seen',
    rules.importsRunOneWay,
    'src/estate/late.ts',
    "const main = await import('../cli/main.ts')",
    'src/estate/late.ts imports src/cli/main.ts',
  ],
  [
    'exports from elsewhere are seen',
    rules.importsRunOneWay,
    'src/platform/words.ts',
    "export { main } from '../cli/main.ts'",
    'src/platform/words.ts imports src/cli/main.ts',
  ],
  [
    'nothing is imported from outside src',
    rules.importsRunOneWay,
    'src/cli/shop.ts',
    "import shop from '../../platforms/shop/platform.ts'",
    'src/cli/shop.ts imports platforms/shop/platform.ts',
  ],
  [
    'no file imports itself by a detour',
    rules.noCycles,
    'src/engine/sum.ts',
    "import './sum.ts'",
    'src/engine/sum.ts → src/engine/sum.ts',
  ],
  [
    'only the command uses the machine',
    rules.onlyTheCommandTouchesTheMachine,
    'src/engine/read.ts',
    "import { readFileSync } from 'node:fs'",
    'src/engine/read.ts imports node:fs',
  ],
  [
    'only the command reads the clock',
    rules.onlyTheCommandTouchesTheMachine,
    'src/check/today.ts',
    'const today = new Date()',
    'src/check/today.ts says new Date()',
  ],
  [
    'order is by code point',
    rules.orderIsByCodePoint,
    'src/check/order.ts',
    'names.sort((a, b) => a.localeCompare(b))',
    'src/check/order.ts sorts by the language of the machine',
  ],
  [
    'nothing is left to do',
    rules.nothingLeftToDo,
    'src/check/later.ts',
    `// ${'TO'}DO: the rest`,
    'src/check/later.ts has something left to do, or something kept from the compiler',
  ],
  ['files are small', rules.filesAreSmall, 'src/check/all.ts', '\n'.repeat(401), 'src/check/all.ts has 401 lines'],
]

for (const [rule, judge, path, source, finds] of rows) {
  test(`structure: ${rule}`, () => {
    assert.deepEqual(judge(here), [])
    assert.deepEqual(judge(new Map([[path, source]])), [finds])
  })
}

test('structure: a circle of three files is named whole', () => {
  const circle = new Map([
    ['src/engine/a.ts', "import './b.ts'"],
    ['src/engine/b.ts', "import './c.ts'"],
    ['src/engine/c.ts', "import './a.ts'\nimport './d.ts'"],
    ['src/engine/d.ts', ''],
  ])
  assert.deepEqual(rules.noCycles(circle), ['src/engine/a.ts → src/engine/b.ts → src/engine/c.ts → src/engine/a.ts'])
})

const folders = [...here.keys()].flatMap((path) => /^platforms\/([^/]+)\/as-written\.ts$/.exec(path)?.slice(1) ?? [])

test('structure: no word of a reference platform stands in src', () => {
  assert.equal(folders.length, 5)
  for (const folder of folders) assert.deepEqual(wordsOfPlatformIn(here, platformNames(folder, here)), [], folder)

  const shop = new Map([
    [
      'platforms/shop/as-written.ts',
      "service('svc-basket', { on: 'local-path', label: 'kubernetes.io/hostname', host: 'srv1234' })",
    ],
    ['src/engine/sum.ts', '// svc-basket on srv1234 has local-path and kubernetes.io/hostname'],
  ])
  const found = ['src/engine/sum.ts says svc-basket', 'src/engine/sum.ts says srv1234']
  assert.deepEqual(wordsOfPlatformIn(shop, platformNames('shop', shop)), found)
})

test('structure: no figure of a reference platform stands in src', () => {
  for (const folder of folders) assert.deepEqual(figuresIn(here, platformFigures(folder, here)), [], folder)

  const shop = new Map([
    [
      'platforms/shop/as-written.ts',
      "[node('n1', { memory: '38.4Gi', cpu: '12', price: '$6750/month' }), '768Mi', '99.95%']",
    ],
    ['src/engine/sum.ts', '// 38.4Gi of 768Mi for $6750/month at 99.95%, and 138.4Gi'],
  ])
  const found = ['src/engine/sum.ts says 38.4Gi', 'src/engine/sum.ts says $6750/month']
  assert.deepEqual(figuresIn(shop, platformFigures('shop', shop)), found)
})
