import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  environment,
  node,
  outside,
  PlatformProblems,
  type Problem,
  planned,
  platform,
  postgres,
  promise,
  role,
  service,
  sized,
  statedIn,
  waiver,
} from '../../index.ts'
import type { Component } from '../component.ts'

const says = statedIn('Shop - Deployment')
const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })

function live(...runs: readonly Component[]) {
  return environment('live', { on: east, namespace: 'shop', runs })
}

function problems(make: () => unknown): readonly Problem[] {
  try {
    make()
  } catch (error) {
    if (error instanceof PlatformProblems) return error.problems
    throw error
  }
  return []
}

/** `path: found …, allowed: …` of each problem of a component with these options. */
function said(options: unknown, make: (options: never) => Component = (given) => postgres('orders-db', given)) {
  return problems(() => platform('shop', { environments: [live(make(options as never))] })).map(
    ({ path, found, didYouMean }) => [path, found, ...(didYouMean === undefined ? [] : [didYouMean])].join(' | '),
  )
}

const rows: [name: string, options: unknown, said: readonly string[]][] = [
  ['sound options', { members: 3, replication: 'none', volume: { size: '1Gi' } }, []],
  ['a duration with a blank', { backups: [{ by: 'dump', every: '6 h' }] }, ["backups[0].every | '6 h'"]],
  ['a size with a blank', { volume: { size: '100 Gi' } }, ["volume.size | '100 Gi'"]],
  ['a volume of a size that nobody says', { volume: { class: 'fast' } }, []],
  ['copies that nobody says who takes', { backups: [{ every: '6h', to: outside('safe') }] }, []],
  ['copies by how they are taken', { backups: [{ how: 'continuous', to: outside('safe') }] }, []],
  ['copies on a service', { backups: [{ by: 'dump', every: '6h', to: service('x') }] }, ['backups[0].to | service x']],
  ['cores beyond all numbers', { requests: { cpu: Number('1e400') } }, ['requests.cpu | Infinity']],
  ['cores that are no number', { requests: { cpu: Number.NaN } }, ['requests.cpu | NaN']],
  ['half a member', { members: 1.5 }, ['members | 1.5']],
  ['members that nobody says share data', { members: 3 }, ['replication | nothing, with 3 members']],
  ['a range where more is not worse', { members: { from: 1, to: 3 } }, ['members | a range']],
  [
    'a range that ends before it begins',
    { starts: { from: '2m', to: '1m' } },
    ["starts | an object with 'from', 'to'"],
  ],
  ['an unknown option', { memebers: 1 }, ['memebers | an option that is not known | members']],
  [
    'an unknown option, deep',
    { volume: { size: '1Gi', claas: 'fast' } },
    ['volume.claas | an option that is not known | class'],
  ],
  [
    'a word that is not one of those',
    { replication: { mode: 'asynchronus', failover: 'none' } },
    ["replication.mode | 'asynchronus' | asynchronous"],
  ],
  ['text in place of an object', { volume: '100Gi' }, ["volume | '100Gi'"]],
  ['null', { image: null, volume: { size: null } }, ['image | null', 'volume.size | null']],
  ['a function', { image: () => 'x' }, ['image | a function']],
  ['a symbol', { image: Symbol('x') }, ['image | a symbol']],
  ['an instance of a class', { labels: new Map() }, ['labels | an instance of a class']],
  ['a date', { labels: { since: new Date(0) } }, ['labels.since | an instance of a class']],
  ['a list with a hole', { secrets: new Array(1) }, ['secrets[0] | nothing']],
  ['a label that Kubernetes would refuse', { labels: { 'a b': 'c' } }, ["labels | the name 'a b'"]],
  ['a prototype key', JSON.parse('{"__proto__": { "members": 9 }}'), ['__proto__ | an option that is not known']],
  ['a prototype key, deep', { labels: JSON.parse('{"__proto__": "x"}') }, ["labels | the name '__proto__'"]],
  ['an inherited option', Object.create({ members: 1 }), [' | an instance of a class']],
  ['a metrics port that is not there', { metrics: { port: 'metrics' } }, ["metrics.port | 'metrics'"]],
  ['a budget of two numbers', { budget: { minAvailable: 1, maxUnavailable: 1 } }, ['budget | both']],
  ['a budget of none', { budget: {} }, ['budget | neither of the two']],
  [
    'a weight of what is required',
    { place: { apart: [{ by: 'zone', how: 'required', weight: 100 }] } },
    ['place.apart[0].weight | 100'],
  ],
  [
    'a place in a document that is none',
    { stated: { document: '', section: '1', lines: [1] } },
    ["stated | an object with 'document', 'section', 'lines'"],
  ],
  [
    'a place in a document without lines',
    { stated: says('7.2') },
    ["stated | an object with 'document', 'section', 'lines'"],
  ],
  [
    'a backward range of lines',
    { stated: says('7.2', [9, 3]) },
    ["stated | an object with 'document', 'section', 'lines'"],
  ],
  [
    'an interval that cron cannot say',
    { backups: [{ by: 'dump', every: '7h', to: undefined }] },
    ["backups[0].every | '7h'"],
  ],
  ['several at once', { members: 'three', port: 0, image: '' }, ["image | ''", "members | 'three'", 'port | 0']],
]

for (const [name, options, expected] of rows) {
  test(`platform: ${name}`, () => assert.deepEqual(said(options), expected))
}

test('platform: a getter is not run', () => {
  let runs = 0
  const options = {
    get members() {
      return ++runs
    },
  }
  assert.deepEqual(said(options), ['members | a getter'])
  assert.equal(runs, 0)
})

test('platform: a proxy is not asked', () => {
  const trap = new Proxy({}, { ownKeys: () => assert.fail('asked') })
  assert.deepEqual(said(trap), [' | a proxy'])
  assert.deepEqual(said({ volume: trap }), ['volume | a proxy'])
})

test('platform: an object that holds itself', () => {
  const volume: { [key: string]: unknown } = { size: '1Gi' }
  volume.again = volume
  assert.deepEqual(said({ volume })[0], 'volume.again | an object that holds itself')
})

test('platform: a list of a hundred thousand slips is told in twenty lines and a count', () => {
  const secrets = Array.from({ length: 100_000 }, () => 'Not A Name')
  const lines = said({ secrets })
  assert.equal(lines.length, 21)
  assert.ok(lines.includes('secrets | 99980 more like these'))
})

test('platform: names that objects have anyway are harmless', () => {
  const made = service('constructor', { listens: { constructor: 80, 'to-string': 81 }, labels: { constructor: 'a' } })
  const value = platform('shop', {
    environments: [live(made, service('valueof', { calls: [made.port('constructor')] }))],
  })
  assert.equal(value.name, 'shop')
  for (const name of ['__proto__', 'hasOwnProperty', '', 'a b', 'A', '-a', 'a'.repeat(64), 'ä']) {
    assert.equal(said({}, () => service(name, {}))[0]?.split(' | ')[0], 'name', name)
  }
})

test('platform: names that are no text', () => {
  for (const name of [undefined, null, 3, {}, Symbol('a')]) {
    assert.equal(said({}, () => service(name as never, {}))[0]?.split(' | ')[0], 'name')
  }
})

test('platform: control characters never reach the terminal', () => {
  const [line] = said({ image: 3, labels: { app: '\u001b[2J\u202e' } })
  assert.ok(line?.includes('3'))
  const [, second] = said({ image: 3, labels: { app: '\u001b[2J\u202e' } })
  assert.equal(second, "labels.app | '\\u{1b}[2J\\u{202e}'")
})

test('platform: what was judged cannot be changed afterwards', () => {
  const labels = { tier: 'front' }
  const made = service('checkout', { labels })
  labels.tier = 'back'
  assert.deepEqual(made.options, { labels: { tier: 'front' } })
  assert.throws(() => Object.assign(made.options.labels as object, { tier: 'back' }), TypeError)
  assert.throws(() => Object.assign(made, { name: 'other' }), TypeError)
})

test('platform: problems are sorted by line, whatever their order', () => {
  const first = service('A', {})
  const second = service('B', {})
  const lines = (...runs: Component[]) =>
    problems(() => platform('shop', { environments: [live(...runs)] })).map(({ of }) => of)
  assert.deepEqual(lines(first, second), lines(second, first))
  assert.deepEqual(lines(first, second), ['service A', 'service B'])
})

test('platform: one line for each problem', () => {
  const text = (() => {
    try {
      platform('shop', { environments: [live(postgres('orders-db', { memebers: 3 } as never))] })
    } catch (error) {
      return String(error)
    }
    return ''
  })()
  assert.match(
    text,
    /^PlatformProblems: platform\.test\.ts:\d+ {2}postgres orders-db: memebers: found an option that is not known; did you mean 'members'\?$/,
  )
})

const db = postgres('orders-db')
const checkout = service('checkout', { listens: { http: 80 }, calls: [db] })
const gone = service('gone', { listens: 80 })
const other = cluster('east', { kubernetes: '1.34', nodes: [] })
const shop = live(checkout, db)
const reads = role('reads', { rules: [{ resources: ['pods'], verbs: ['get'] }] })
const reads2 = role('reads', { rules: [{ resources: ['pods'], verbs: ['list'] }] })
const test1 = environment('test', { on: east, namespace: 'shop-test', like: shop })

const wholes: [name: string, make: () => unknown, said: readonly string[]][] = [
  [
    'a call to what runs nowhere',
    () => platform('shop', { environments: [live(checkout)] }),
    ['service checkout: calls[0]: orders-db, a component that runs neither in live nor elsewhere'],
  ],
  [
    'a call to what is planned',
    () =>
      platform('shop', {
        environments: [environment('live', { on: east, namespace: 'a', runs: [checkout, planned(db)] })],
      }),
    ['service checkout: calls[0]: orders-db, a component that runs neither in live nor elsewhere'],
  ],
  [
    'a port that is not listened on',
    () =>
      platform('shop', {
        environments: [live(checkout, db, service('a', { calls: [checkout.port('htp' as 'http')] }))],
      }),
    ["service a: calls[0]: 'htp' (http)"],
  ],
  [
    'two components of one name',
    () => platform('shop', { environments: [live(db, postgres('orders-db'))] }),
    ["postgres orders-db: name: a second 'orders-db' in live"],
  ],
  [
    'two environments of one name',
    () => platform('shop', { environments: [live(), live()] }),
    ["environment live: name: a second environment 'live'"],
  ],
  [
    'two clusters of one name',
    () => platform('shop', { environments: [live(), environment('test', { on: other, namespace: 'a' })] }),
    ["cluster east: name: another cluster 'east'"],
  ],
  [
    'a pool that is not there',
    () => platform('shop', { environments: [environment('live', { on: east, namespace: 'a', pool: 'front' })] }),
    ["environment live: pool: 'front'"],
  ],
  [
    'a promise that does not say where',
    () => platform('shop', { environments: [shop, test1], promises: [promise.fits()] }),
    ['promise.fits: in: nothing'],
  ],
  [
    'with one environment it need not',
    () => platform('shop', { environments: [shop], promises: [promise.fits()] }),
    [],
  ],
  [
    'with one that is there it need not',
    () => platform('shop', { environments: [shop, planned(test1)], promises: [promise.fits()] }),
    [],
  ],
  [
    'a promise about what is planned',
    () => platform('shop', { environments: [shop, planned(test1)], promises: [promise.fits({ in: test1 })] }),
    ["promise.fits: in: 'test'"],
  ],
  [
    'a promise about what runs elsewhere',
    () => platform('shop', { environments: [shop], promises: [promise.stands(gone, { apart: 'zone' })] }),
    ["promise.stands: component: 'gone'"],
  ],
  [
    'two promises with one id',
    () => platform('shop', { environments: [shop], promises: [promise.fits(), promise.fits()] }),
    ['promise.fits: name: a second promise on fits/live'],
  ],
  [
    'with a name they are two',
    () => platform('shop', { environments: [shop], promises: [promise.fits(), promise.fits({ name: 'at-night' })] }),
    [],
  ],
  [
    'two environments in one namespace',
    () => platform('shop', { environments: [shop, environment('trial', { on: east, namespace: 'shop' })] }),
    ['environment trial: namespace: namespace shop of east, which another environment fills'],
  ],
  [
    'two roles of one name',
    () =>
      platform('shop', { environments: [environment('live', { on: east, namespace: 'a', roles: [reads, reads2] })] }),
    ["role reads: name: a second role 'reads' in live"],
  ],
  [
    'a size for what is not there',
    () =>
      platform('shop', {
        environments: [environment('live', { on: east, namespace: 'a', sized: [sized(db, { members: 1 })] })],
      }),
    ["sized postgres orders-db: component: 'orders-db'"],
  ],
  [
    'an unknown option of a size',
    () =>
      platform('shop', {
        environments: [
          environment('live', { on: east, namespace: 'a', runs: [db], sized: [sized(db, { memebers: 1 } as never)] }),
        ],
      }),
    ['sized postgres orders-db: memebers: an option that is not known (members)'],
  ],
  [
    'leaving out what is not there',
    () =>
      platform('shop', {
        environments: [shop, environment('test', { on: east, namespace: 'a', like: shop, without: [gone] })],
      }),
    ["environment test: without[0]: 'gone'"],
  ],
  [
    'running again what is inherited',
    () =>
      platform('shop', {
        environments: [
          shop,
          environment('test', { on: east, namespace: 'a', like: shop, runs: [postgres('orders-db')] }),
        ],
      }),
    ['environment test: runs[0]: another orders-db'],
  ],
  [
    'a waiver that ends never',
    () =>
      platform('shop', {
        environments: [shop],
        waivers: [waiver('fits/live', { owner: 'store', reason: 'moves', until: 'never' })],
      }),
    ["waiver fits/live: until: 'never'"],
  ],
  [
    'a waiver until a day that does not exist',
    () =>
      platform('shop', {
        environments: [shop],
        waivers: [waiver('fits/live', { owner: 'store', reason: 'moves', until: '2027-02-29' })],
      }),
    ["waiver fits/live: until: '2027-02-29'"],
  ],
  [
    'a waiver of nobody',
    () =>
      platform('shop', {
        environments: [shop],
        waivers: [waiver('fits/live', { reason: 'moves', until: '2027-03-31' } as never)],
      }),
    ['waiver fits/live: owner: nothing'],
  ],
  [
    'a platform of nothing',
    () => platform('shop', { environments: [] }),
    ['platform shop: environments: an empty list'],
  ],
  [
    'an environment that is a text',
    () => platform('shop', { environments: ['live'] as never }),
    ["platform shop: environments[0]: 'live'"],
  ],
]

for (const [name, make, expected] of wholes) {
  test(`platform: ${name}`, () => {
    const lines = problems(make).map(({ of, path, found, didYouMean }) => {
      return `${of}: ${path}: ${found}${didYouMean === undefined ? '' : ` (${didYouMean})`}`
    })
    assert.deepEqual(lines, expected)
  })
}
