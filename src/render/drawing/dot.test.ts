import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lower } from '../../estate/lower.ts'
import { cluster, environment, node, outside, platform, postgres, service, sized } from '../../index.ts'
import { dot } from './dot.ts'
import { drawn } from './drawn.ts'

const east = cluster('east', {
  kubernetes: '1.34',
  distribution: 'k3s',
  nodes: [node('n1', { cpu: 8, memory: '32Gi', zone: 'a' }), node('n2', { cpu: 8, memory: '32Gi', zone: 'b' })],
  storage: { disk: { bound: 'node', default: true } },
})
const ledgerDb = postgres('ledger-db', {
  volume: { size: '10Gi' },
  backups: [{ by: 'pg_dump', every: '6h', to: outside('bucket "far"') }],
})
const checkout = service('checkout', { listens: { http: 8080 }, replicas: 3, calls: [ledgerDb] })
const live = environment('live', { on: east, namespace: 'shop', runs: [ledgerDb, checkout] })
const trial = environment('trial', {
  on: east,
  namespace: 'shop-trial',
  like: live,
  sized: [sized(checkout, { replicas: 1 })],
})

function drawing(options: Parameters<typeof platform>[1]): string {
  return dot(lower(platform('shop', options)).map(drawn))
}

const rows: [says: string, of: readonly Parameters<typeof environment>[0][], part: string][] = [
  ['a component is a box with its pods', ['live'], `label="checkout\\n3 pods"`],
  ['one that keeps state is a cylinder', ['live'], `label="ledger-db\\n1 pod", shape=cylinder`],
  ['a call is an arrow', ['live'], `live\\",\\"checkout\\"]" -> "[\\"east\\",\\"live\\",\\"ledger-db\\"]"\n`],
  [
    'a copy is a dashed arrow to where it lies',
    ['live'],
    `"[\\"outside\\",\\"bucket \\\\\\"far\\\\\\"\\"]" [style=dashed]`,
  ],
  ['a name with quotes stays one name', ['live'], `label="bucket \\"far\\""`],
  ['a site shows its nodes', ['live'], `label="a\\nn1: 8 cores, 32Gi"`],
  ['who runs the same is one box', ['live', 'trial'], `label="trial (shop-trial)\\nruns what live runs, 2 pods"`],
]

for (const [says, of, part] of rows)
  test(says, () => {
    const text = drawing({ environments: [live, trial].filter(({ name }) => of.includes(name)) })
    assert.ok(text.includes(part), `${part} is not in\n${text}`)
  })

test('one environment alone is drawn whole', () => assert.ok(!drawing({ environments: [trial] }).includes('runs what')))

test('the order of declaration moves nothing', () =>
  assert.equal(drawing({ environments: [live, trial] }), drawing({ environments: [trial, live] })))
