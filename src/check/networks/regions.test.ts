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

const in3 = network('vpc', { cidr: '10.0.0.0/16', region: 'eu-west-3' })
const store = (region: string, zones?: readonly string[]): ShopOptions => ({
  ledgerDb: {
    in: segment('rows', { of: in3, zones: ['eu-west-3a', 'eu-west-3b'] }),
    managedBy: managed('rds', { region, ...(zones && { zones }) }),
  },
})
const rows = ['kept', 'every zone of rows lies in eu-west-3: eu-west-3a, eu-west-3b'] as const

const asked: readonly Row[] = [
  [
    'zones of the region',
    standing(['eu-west-3a', 'eu-west-3b'], { region: 'eu-west-3' }),
    ['kept', 'every zone of harbour lies in eu-west-3: eu-west-3a, eu-west-3b'],
  ],
  [
    'a zone of another',
    standing(['eu-west-3a', 'eu-central-1b'], { region: 'eu-west-3' }),
    [
      'broken',
      'harbour stands in eu-west-3, and is said to have eu-central-1b, which lies in eu-central-1: it is refused there',
    ],
  ],
  [
    'two regions, and nobody says which',
    standing(['eu-west-3a', 'eu-central-1b'], { distribution: 'eks' }),
    [
      'broken',
      'harbour stands in eu-central-1, and is said to have eu-west-3a, which lies in eu-west-3: it is refused there',
    ],
  ],
  [
    'a local zone',
    standing(['us-west-2-lax-1a'], { region: 'us-west-2' }),
    ['kept', 'every zone of harbour lies in us-west-2: us-west-2-lax-1a'],
  ],
  [
    'zones of Google and of Azure',
    standing(['europe-west1-b', 'westeurope-1'], { region: 'europe-west1' }),
    ['unknown', 'nobody knows westeurope-1 of harbour as a zone of europe-west1'],
  ],
  [
    'a name that the provider gives no zone',
    standing(['basement'], { distribution: 'eks', region: 'eu-west-3' }),
    ['unknown', 'nobody knows basement of harbour as a zone of eu-west-3'],
  ],
  [
    'a region that is called otherwise',
    standing(['eu-west-3a'], { region: 'Paris' }),
    ['unknown', 'nobody knows eu-west-3a of harbour as a zone of Paris'],
  ],
  ['letters beside a region', standing(['a', 'b'], { distribution: 'eks', region: 'eu-west-3' })],
  ['a cellar of its own', { nodes: [machine('n1', 'cellar')], cluster: { region: 'home' } }],
  [
    'a store where its subnets are',
    store('eu-west-3', ['eu-west-3a']),
    rows,
    [
      'kept',
      'every zone of ledger-db lies in eu-west-3: eu-west-3a',
      'ledger-db stands in rows, and both lie in eu-west-3',
    ],
  ],
  [
    'a store in subnets of another region',
    store('eu-central-1'),
    rows,
    ['broken', 'ledger-db is said to lie in eu-central-1, and stands in rows, which lies in eu-west-3'],
  ],
]

for (const [name, options, ...answers] of asked)
  test(`regions: ${name}`, () => {
    assert.deepEqual(answersOf(regions, sampleWorld(options)), answers)
  })
