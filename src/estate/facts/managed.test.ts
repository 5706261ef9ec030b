import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, environment, managed, node, objectStore, platform, postgres } from '../../index.ts'
import { lower } from '../lower.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })

test('stores: what stands nowhere here is told by facts', () => {
  const files = objectStore('files', { managedBy: managed('s3'), replicatesTo: [{ region: 'north', lag: '15m' }] })
  const orders = postgres('orders', {
    managedBy: managed('rds', { region: 'west', restoresBack: '7d' }),
    backups: [{ by: 'pg_dump', every: '1d', to: files }],
  })
  const live = environment('live', { on: east, namespace: 'shop', runs: [files, orders] })
  const [estate] = lower(platform('shop', { environments: [live] }))
  const said = (estate?.facts ?? []).map((fact) => {
    if (fact.trait === 'managed') return `${fact.of} by ${fact.service}, ${fact.restoresBackSeconds}`
    if (fact.trait === 'geoReplicates') return `${fact.of} to ${fact.region}, ${fact.lagSeconds}`
    if (fact.trait === 'backsUp') return `${fact.of} copied, ${fact.to.is}, ${fact.standing.is}`
    return fact.trait === 'calls' && fact.to.is === 'outside' ? `${fact.from} calls ${fact.to.name}` : fact.trait
  })
  assert.deepEqual(said, [
    'outside/shop/orders copied, outside, carried',
    'CronJob/shop/orders-backup calls orders',
    'outside/shop/files to north, 900',
    'outside/shop/files by s3, undefined',
    'outside/shop/orders by rds, 604800',
  ])
})
