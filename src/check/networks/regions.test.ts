// Zones of one region, and what stands in them.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { managed } from '../../platform/language/managed.ts'
import { network, segment } from '../../platform/language/network.ts'
import { pool } from '../../platform/language/pool.ts'
import { answersOf, machine, type ShopOptions, sampleWorld } from '../sample.ts'
import { regions } from './regions.ts'

type Row = readonly [
  name: string,
  options: ShopOptions,
  ...answers: (readonly [verdict: string, ...says: readonly string[]])[],
]

const standing = (zones: readonly string[], cluster: ShopOptions['cluster'] = {}): ShopOptions => ({
  nodes: [],
  cluster: { pools: [pool('all', { nodes: 3, cpu: 4, memory: '16Gi', zones })], ...cluster },
})

const in3 = network('vpc', { cidr: '10.0.0.0/16', region: 'us-east-2' })
const store = (region: string, zones?: readonly string[]): ShopOptions => ({
  ledgerDb: {
    in: segment('rows', { of: in3, zones: ['us-east-2a', 'us-east-2b'] }),
    managedBy: managed('rds', { region, ...(zones && { zones }) }),
  },
})
const rows = ['kept', 'every zone of rows lies in us-east-2: us-east-2a, us-east-2b'] as const

const asked: readonly Row[] = [
  [
    'zones of the region',
    standing(['us-east-2a', 'us-east-2b'], { region: 'us-east-2' }),
    ['kept', 'every zone of harbour lies in us-east-2: us-east-2a, us-east-2b'],
  ],
  [
    'a zone of another',
    standing(['us-east-2a', 'ap-south-1b'], { region: 'us-east-2' }),
    [
      'broken',
      'harbour stands in us-east-2, and is said to have ap-south-1b, which lies in ap-south-1: it is refused there',
    ],
  ],
  [
    'two regions, and nobody says which',
    standing(['us-east-2a', 'ap-south-1b'], { distribution: 'eks' }),
    [
      'broken',
      'harbour stands in ap-south-1, and is said to have us-east-2a, which lies in us-east-2: it is refused there',
    ],
  ],
  [
    'a local zone',
    standing(['us-west-2-lax-1a'], { region: 'us-west-2' }),
    ['kept', 'every zone of harbour lies in us-west-2: us-west-2-lax-1a'],
  ],
  [
    'zones of Google and of Azure',
    standing(['asia-east1-b', 'japaneast-1'], { region: 'asia-east1' }),
    ['unknown', 'nobody knows japaneast-1 of harbour as a zone of asia-east1'],
  ],
  [
    'a name that the provider gives no zone',
    standing(['basement'], { distribution: 'eks', region: 'us-east-2' }),
    ['unknown', 'nobody knows basement of harbour as a zone of us-east-2'],
  ],
  [
    'a region that is called otherwise',
    standing(['us-east-2a'], { region: 'Paris' }),
    ['unknown', 'nobody knows us-east-2a of harbour as a zone of Paris'],
  ],
  ['letters beside a region', standing(['a', 'b'], { distribution: 'eks', region: 'us-east-2' })],
  ['a cellar of its own', { nodes: [machine('n1', 'cellar')], cluster: { region: 'home' } }],
  [
    'a store where its subnets are',
    store('us-east-2', ['us-east-2a']),
    rows,
    [
      'kept',
      'every zone of ledger-db lies in us-east-2: us-east-2a',
      'ledger-db stands in rows, and both lie in us-east-2',
    ],
  ],
  [
    'a store in subnets of another region',
    store('ap-south-1'),
    rows,
    ['broken', 'ledger-db is said to lie in ap-south-1, and stands in rows, which lies in us-east-2'],
  ],
]

for (const [name, options, ...answers] of asked)
  test(`regions: ${name}`, () => {
    assert.deepEqual(answersOf(regions, sampleWorld(options)), answers)
  })
