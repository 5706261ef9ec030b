import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Quantity, quantityOf, sayQuantity } from '../../kubernetes/quantity.ts'
import { type SmallClass, smallClass, smallEstate } from '../placement/small-cluster.ts'
import { poolQuotas } from './pool-quotas.ts'

const estate = smallEstate(
  [
    { name: 'n1', cpu: '8', memory: '32Gi' },
    { name: 'n2', cpu: '8', memory: '32Gi', taken: { cpu: '6' } },
    { name: 'n3', cpu: '8', memory: '32Gi' },
  ],
  {
    pools: { front: ['n1', 'n2'], back: ['n3'] },
    environments: [
      { name: 'live', namespace: 'live', pool: 'front', source: {} },
      { name: 'trial', namespace: 'trial', pool: 'front', source: {} },
      { name: 'apart', namespace: 'apart', pool: 'back', source: {} },
    ],
  },
)
const pods = (
  [
    { name: 'checkout', environment: 'live', count: 2, cpu: '1' },
    { name: 'cart', environment: 'trial', count: 3, cpu: '500m' },
    { name: 'mail', environment: 'apart', count: 4, cpu: '2' },
  ] satisfies SmallClass[]
).map(smallClass)
const cores = (amount: Quantity) => sayQuantity('cpu', amount)
const planned = (cpu: string) => [{ environment: 'next', amount: quantityOf(Number(cpu), 'DecimalSI') }]

const rows: [name: string, environment: string, next: string | undefined, shares: string[], fits: boolean][] = [
  [
    'what has no quota takes what its pods request',
    'live',
    undefined,
    ['live requests 2 cores', 'trial requests 1.5 cores'],
    true,
  ],
  ['another pool is no concern', 'apart', undefined, ['apart requests 8 cores'], true],
  [
    'one that is planned counts already',
    'live',
    '6',
    ['live requests 2 cores', 'next planned 6 cores', 'trial requests 1.5 cores'],
    true,
  ],
  [
    'and may be too much',
    'live',
    '7',
    ['live requests 2 cores', 'next planned 7 cores', 'trial requests 1.5 cores'],
    false,
  ],
]

for (const [name, environment, next, shares, fits] of rows) {
  test(`quotas of a pool: ${name}`, () => {
    const found = poolQuotas(estate, pods, environment, {
      resource: 'cpu',
      ...(next !== undefined && { planned: planned(next) }),
    })
    assert.deepEqual(
      found.shares.map(({ environment: of, by, amount }) => `${of} ${by} ${cores(amount)}`),
      shares,
    )
    assert.equal(found.fits, fits)
  })
}
