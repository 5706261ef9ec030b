import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucket } from '../language/bucket.ts'
import { cloudNativePg } from '../language/operator.ts'
import { makingOf } from '../made.ts'
import { traitsOf } from '../traits.ts'
import { type PostgresOptions, postgres } from './postgres.ts'

const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
const base = { by: 'base backup', every: '6h', to: copies } as const
const operated = { members: 1, operatedBy: cloudNativePg() } satisfies PostgresOptions

const rows: [name: string, options: PostgresOptions, wrong: string][] = [
  ['operated', operated, ''],
  ['on the port that it has anyway', { ...operated, port: 5432 }, ''],
  ['another port', { ...operated, port: 6432 }, 'port: 6432'],
  ['a budget beside that of the operator', { ...operated, budget: { minAvailable: 1 } }, 'budget: a budget'],
  ['a headless Service', { ...operated, headless: 'db-headless' }, "headless: 'db-headless'"],
  ['an exporter beside its own', { ...operated, exporter: {} }, 'exporter: an exporter'],
  ['names by role', { ...operated, names: { 'db-primary': 'primary' } }, ''],
  ['names without a role', { ...operated, names: ['db'] }, 'names: names without a role'],
  ['members that nothing joins', { ...operated, members: 3, replication: 'none' }, "replication: 'none'"],
  [
    'a log and a copy that it goes on from',
    { ...operated, operatedBy: cloudNativePg({ archive: { to: copies } }), backups: [base] },
    '',
  ],
  [
    'a log with no copy that it could go on from',
    { ...operated, operatedBy: cloudNativePg({ archive: { to: copies } }) },
    'backups: no copy in a bucket',
  ],
  ['by hand, a budget is one’s own', { members: 1, budget: { minAvailable: 1 } }, ''],
]

for (const [name, options, wrong] of rows) {
  test(`postgres: ${name}`, () => {
    const problems = makingOf(postgres('db', options))?.problems ?? []
    assert.equal(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'), wrong)
  })
}

test('postgres: whoever operates it takes the copies to buckets, and no job of ours does', () => {
  const jobs = (options: PostgresOptions) =>
    traitsOf(postgres('db', { backups: [base], ...options }))
      .runs.filter(({ controller }) => controller === 'CronJob')
      .map(({ name }) => name)
  assert.deepEqual(jobs({}), ['db-backup'])
  assert.deepEqual(jobs(operated), [])
})
