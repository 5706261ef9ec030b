import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import { environment } from '../../platform/language/environment.ts'
import { promise } from '../../platform/language/promise.ts'
import { table } from '../../platform/language/table.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { sharesLabel } from './shares-label.ts'
import { tables } from './tables.ts'

const labels: [name: string, shop: object, books: object, verdict: string, line: string][] = [
  ['one value', { stage: 'live' }, { stage: 'live' }, 'kept', 'stage=live finds all 2'],
  ['two values', { stage: 'live' }, { stage: 'production' }, 'broken', 'no value of stage finds them all'],
  ['one without', { stage: 'live' }, {}, 'broken', 'no value of stage finds them all'],
  ['a key of every object', { stage: 'live' }, { constructor: 'live' }, 'broken', 'no value of stage finds them all'],
]

for (const [name, shop, books, verdict, line] of labels)
  test(`shares a label: ${name}`, () => {
    const world = sampleWorld({
      live: { labels: { ...shop } },
      environments: ({ harbour }) => [environment('books', { on: harbour, namespace: 'books', labels: { ...books } })],
      promises: ({ live }) => [promise.sharesLabel('stage', [live, 'books'])],
    })
    const [found] = verdictsOf(sharesLabel, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
  })

const stock = postgres('stock', { volume: { size: '1Gi' } })
const named: [name: string, names: readonly string[], broken: readonly string[]][] = [
  ['one name', ['audit_log', 'audit_log'], []],
  [
    'another manner of writing',
    ['audit_log', 'AuditLog'],
    ['2 names for what must be one table of stock: AuditLog and audit_log'],
  ],
  [
    'quotes hide nothing',
    ['auditlog', 'AuditLog'],
    ['2 names for what must be one table of stock: AuditLog and auditlog'],
  ],
  ['two tables', ['audit_log', 'entries'], []],
]

for (const [name, [first = '', second = ''], broken] of named)
  test(`tables: ${name}`, () => {
    const writer = (own: string, of: string) => service(own, { writes: [table(stock, of)] })
    const world = sampleWorld({ more: () => [stock, writer('a', first), writer('b', second)] })
    const found = verdictsOf(tables, world)
    assert.deepEqual(
      found.filter(({ verdict }) => verdict === 'broken').flatMap((one) => linesOf(one)),
      broken,
    )
    assert.ok(found.length > 0)
  })
