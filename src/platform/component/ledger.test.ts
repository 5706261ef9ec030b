import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, ledger, outside, volumeIn } from '../../index.ts'
import { makingOf } from '../made.ts'
import { traitsOf } from '../traits.ts'

const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const peers = { names: ['peer0', 'peer1'], port: 7051 } as const

test('a ledger: copies of each member, taken by a job where they lie in the cluster', () => {
  const snapshots = [
    { by: 'snapshot', every: '1h', to: outside('a bucket') },
    { by: 'snapshot', every: '6h', to: volumeIn(east, '5Gi'), name: 'near' },
  ] as const
  const { backsUp, runs } = traitsOf(ledger('chain', { peers: { ...peers, backups: snapshots } }))
  assert.deepEqual(
    backsUp.map(({ name, of, to }) => `${name} of ${of} in ${to.is}`),
    [
      'peer0-backup of peer0 in outside',
      'peer0-near of peer0 in volume',
      'peer1-backup of peer1 in outside',
      'peer1-near of peer1 in volume',
    ],
  )
  assert.deepEqual(
    runs.map(({ name, controller }) => `${controller} ${name}`),
    ['StatefulSet peer0', 'StatefulSet peer1', 'CronJob peer0-near', 'CronJob peer1-near'],
  )
})

test('a ledger: two copies under one name', () => {
  const twice = { by: 'snapshot', every: '1h', to: outside('a bucket') } as const
  const made = ledger('chain', { peers: { ...peers, backups: [twice, twice] } })
  assert.deepEqual(
    makingOf(made)?.problems.map(({ path }) => path),
    ['peers.backups[1].name'],
  )
})

test('a ledger: the account and the Secrets of a role go before, and stand beside, those of all', () => {
  const orderers = {
    names: ['orderer0'],
    port: 7050,
    consensus: 'raft',
    account: 'orderer',
    secrets: ['signs'],
  } as const
  const { runs } = traitsOf(ledger('chain', { account: 'chain', secrets: ['tls'], peers, orderers }))
  assert.deepEqual(
    runs.map(({ name, account, secrets }) => `${name} as ${account}: ${secrets.join(', ')}`),
    ['orderer0 as orderer: tls, signs', 'peer0 as chain: tls', 'peer1 as chain: tls'],
  )
})
