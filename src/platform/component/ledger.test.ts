import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, hsm, ledger, organisation, outside, volumeIn } from '../../index.ts'
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
    backsUp.map(({ name, of, to }) => `${name} of ${of} in ${to?.is}`),
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

const north = organisation('north-bank')
const south = organisation('south-bank')

test('a ledger: members by operator, each labelled with it, those on bare metal outside', () => {
  const northHsm = hsm('north-hsm', { of: north })
  const { runs, serves, groups } = traitsOf(
    ledger('chain', {
      validators: {
        port: 30303,
        operators: [
          { by: north, count: 2, hsm: northHsm },
          { by: south, names: ['rack'], on: 'bare-metal' },
        ],
      },
    }),
  )
  assert.deepEqual(
    runs.map(({ name, controller, labels }) => `${controller} ${name} of ${labels.operator}`),
    [
      'StatefulSet chain-validator-north-bank-0 of north-bank',
      'StatefulSet chain-validator-north-bank-1 of north-bank',
      'outside rack of south-bank',
    ],
  )
  assert.deepEqual(
    serves.map(({ name }) => name),
    ['chain-validator-north-bank-0', 'chain-validator-north-bank-1'],
  )
  assert.deepEqual(
    groups?.[0]?.members.map(({ name, operator, hsm }) => [name, operator, hsm]),
    [
      ['chain-validator-north-bank-0', north, northHsm],
      ['chain-validator-north-bank-1', north, northHsm],
      ['rack', south, undefined],
    ],
  )
})

test('a ledger: roles of which nobody says how many there are have no pods, and no port to call', () => {
  const { runs, groups } = traitsOf(ledger('chain', { orderers: { operator: north }, peers: { hsm: 'dedicated' } }))
  assert.deepEqual(runs, [])
  assert.deepEqual(
    groups?.map(({ role, members, operator, hsm }) => [role, members, operator, hsm]),
    [
      ['orderer', [], north, undefined],
      ['peer', [], undefined, 'dedicated'],
    ],
  )
})

const slips: [name: string, made: ReturnType<typeof ledger>, paths: readonly string[]][] = [
  ['names and a count', ledger('chain', { peers: { names: ['p0'], count: 2, port: 7051 } }), ['peers']],
  [
    'an operator beside operators',
    ledger('chain', { peers: { operator: north, operators: [{ by: south, count: 1 }], port: 7051 } }),
    ['peers'],
  ],
  [
    'names and a count of one operator',
    ledger('chain', { peers: { operators: [{ by: south, count: 1, names: ['p0'] }], port: 7051 } }),
    ['peers.operators[0]'],
  ],
]

for (const [name, made, paths] of slips)
  test(`a ledger: ${name}`, () => {
    assert.deepEqual(
      makingOf(made)?.problems.map(({ path }) => path),
      paths,
    )
  })
