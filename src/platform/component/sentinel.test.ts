import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from '../made.ts'
import { traitsOf } from '../traits.ts'
import { type RedisOptions, redis } from './redis.ts'
import { promotionSeconds, settingsOf } from './sentinel.ts'

const guarded = {
  members: 3,
  replication: { mode: 'asynchronous', failover: 'automatic' },
  sentinel: {},
} satisfies RedisOptions

const wrongs: [name: string, options: RedisOptions, wrong: string][] = [
  ['three of each', guarded, ''],
  ['members that nothing joins', { ...guarded, replication: 'none' }, 'replication: none'],
  ['more votes than there are', { ...guarded, sentinel: { members: 3, quorum: 4 } }, 'sentinel.quorum: 4'],
  ['another port', { ...guarded, port: 6380 }, 'port: 6380'],
  ['a headless Service of another name', { ...guarded, headless: 'cache' }, "headless: 'cache'"],
]

for (const [name, options, wrong] of wrongs) {
  test(`redis with Sentinels: ${name}`, () => {
    const problems = makingOf(redis('cache', options))?.problems ?? []
    assert.equal(problems.map(({ path, found }) => `${path}: ${found}`).join('\n'), wrong)
  })
}

test('redis with Sentinels: three vote, and a proxy leads from each name to whoever has the role', () => {
  const { runs, elects, serves } = traitsOf(
    redis('cache', { ...guarded, names: { 'cache-main': 'primary', 'cache-read': 'replica' } }),
  )
  assert.deepEqual(
    runs.map(({ name, controller, replicas }) => `${controller} ${name} ${replicas}`),
    ['StatefulSet cache 3', 'StatefulSet cache-sentinel 3', 'Deployment cache-main 2', 'Deployment cache-read 2'],
  )
  assert.deepEqual(
    elects.map(({ voters }) => voters),
    [['cache-sentinel']],
  )
  assert.deepEqual(
    serves.map(({ name, of, leadsTo, headless }) => [name, of, leadsTo ?? (headless ? 'headless' : '')]),
    [
      ['cache-main', 'cache-main', 'cache'],
      ['cache-read', 'cache-read', 'cache'],
      ['cache-headless', 'cache', 'headless'],
      ['cache-sentinel', 'cache-sentinel', 'headless'],
    ],
  )
})

test('redis with Sentinels: each proxy asks for its own role, of every member', () => {
  const { runs } = traitsOf(redis('cache', { ...guarded, names: { main: 'primary', read: 'replica' } }))
  const script = (name: string) => runs.find((one) => one.name === name)?.command?.at(-1) ?? ''
  assert.match(script('main'), /tcp-check send info\\ replication\\r\\n\n.*expect string role:master/)
  assert.match(script('read'), /expect string role:slave/)
  assert.match(script('main'), /server cache-2 cache-2\.cache-headless:6379/)
})

test('redis with Sentinels: where the store has a budget and probes, so have they, asked as they are asked', () => {
  const readiness = { command: ['redis-cli', 'ping'], every: '5s' } as const
  const probed = {
    ...guarded,
    account: 'cache',
    names: { main: 'primary' },
    budget: { minAvailable: 2 },
    readiness,
  } as const
  const [, sentinels, proxy] = traitsOf(redis('cache', probed)).runs
  assert.deepEqual(
    [sentinels, proxy].map((run) => run?.budget),
    [{ maxUnavailable: 1 }, { maxUnavailable: 1 }],
  )
  assert.deepEqual([sentinels?.account, proxy?.account], ['cache-sentinel', 'main'])
  assert.match(sentinels?.readiness?.command?.at(-1) ?? '', /redis-cli -p 26379 ping/)
  assert.deepEqual(proxy?.readiness, { every: '5s', path: '/healthz', port: 8404 })
  assert.match(proxy?.command?.at(-1) ?? '', /bind :8404\n {2}mode http\n {2}monitor-uri \/healthz/)
  const [, bare] = traitsOf(redis('cache', guarded)).runs
  assert.deepEqual([bare?.budget, bare?.readiness], [undefined, undefined])
})

test('redis with Sentinels: what is said of them stands in their settings', () => {
  const sentinel = { members: 5, downAfter: '5s', failoverTimeout: '60s', parallelSyncs: 2 } as const
  const { runs } = traitsOf(
    redis('cache', { ...guarded, replication: { ...guarded.replication, lag: '4s' }, sentinel }),
  )
  const [member, sentinels] = runs.map(({ command }) => command?.at(-1) ?? '')
  assert.match(member ?? '', /--min-replicas-to-write 1 --min-replicas-max-lag 4/)
  for (const line of [
    'sentinel monitor cache $master 6379 3',
    'down-after-milliseconds cache 5000',
    'failover-timeout cache 60000',
    'parallel-syncs cache 2',
  ])
    assert.ok(sentinels?.includes(line), line)
})

test('redis with Sentinels: a promotion takes their patience, a vote and a look', () => {
  const five = settingsOf({}, { downAfter: '5s' })
  assert.deepEqual(promotionSeconds(five), { from: 5, to: 19 })
  assert.deepEqual(traitsOf(redis('cache', guarded)).replicates?.promotes, { from: '30s', to: '44s' })
  const said = { ...guarded, replication: { ...guarded.replication, promotes: '20s' } } as const
  assert.equal(traitsOf(redis('cache', said)).replicates?.promotes, '20s')
})
