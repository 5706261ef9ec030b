// What a cluster alone holds, where a place is promised back after the cluster is lost.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { delivery } from '../../platform/language/delivery.ts'
import { loss } from '../../platform/language/failure.ts'
import { outside } from '../../platform/language/place.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { secretStore } from '../../platform/language/secret.ts'
import { type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { recovers } from './recovers.ts'

type Promised = Omit<Parameters<typeof promise.recovers>[1], 'in'>

const infrastructure = { part: 'infrastructure', within: '2h' } as const
const own = (said: Exclude<ClusterOptions['controlPlane'], 'managed' | undefined>) => ({
  cluster: { controlPlane: said },
})
const elsewhere = outside('another region')
const sealing = (said: Partial<Parameters<typeof secretStore>[1]>): ShopOptions => ({
  plans: () => ({ secretStores: [secretStore('sealed', { by: 'sealed-secrets', ...said })] }),
})
const again = procedure('again', {
  steps: [step('deploy', { actor: 'person', does: 'deploy', takes: '1h' })],
})
const unsaid = 'nobody says that a copy of what etcd of harbour holds is taken, nor what applies it again'
const keys = 'what sealed has sealed opens with keys that lie in the cluster alone'

const rows: [name: string, promised: Promised, options: ShopOptions, line: string | undefined][] = [
  ['a control plane of which nobody says anything', infrastructure, {}, undefined],
  ['that of a provider', infrastructure, { cluster: { controlPlane: 'managed' } }, undefined],
  ['one of its own, without copies', infrastructure, own({ servers: 3 }), `undefined ${unsaid}`],
  [
    'with copies',
    infrastructure,
    own({ snapshots: { every: '6h', to: elsewhere } }),
    'true a copy of what etcd of harbour holds is taken every 6h, and lies in another region',
  ],
  [
    'copies that lie nobody says where',
    infrastructure,
    own({ snapshots: { every: '6h' } }),
    'undefined a copy of what etcd of harbour holds is taken every 6h, and nobody says where it lies',
  ],
  ['rows, whose cluster is another matter', { part: 'data', within: '2h' }, own({ servers: 3 }), undefined],
  ['a node, which takes no cluster', { from: loss.node, within: '2h' }, own({ servers: 3 }), undefined],
  ['all of it', { from: loss.cluster, within: '2h' }, own({ servers: 3 }), `undefined ${unsaid}`],
  [
    'deployed again by what is done about it',
    { ...infrastructure, by: again },
    own({ servers: 3 }),
    'true what etcd of harbour holds is applied again by again',
  ],
  [
    'applied again from a repository',
    infrastructure,
    {
      ...own({ servers: 3 }),
      plans: ({ live }) => ({ deliveries: [delivery('config', { by: 'controller', applies: [live] })] }),
    },
    'true what etcd of harbour holds is applied again by config',
  ],
  ['keys that are in no copy', infrastructure, sealing({}), `undefined ${keys}, and nobody says that they are copied`],
  [
    'keys that are copied',
    infrastructure,
    sealing({ copiesKey: 'week' }),
    'true the keys that open what sealed has sealed are copied every week',
  ],
  [
    'keys that are copied less often than they are made',
    infrastructure,
    sealing({ copiesKey: 'quarter' }),
    `false ${keys}: they are copied every quarter, and a new one comes every 30d`,
  ],
  ['values that lie outside', infrastructure, sealing({ by: 'vault', at: 'https://vault.example:8200' }), undefined],
]

const partsOf = (promised: Promised, options: ShopOptions, denied: readonly string[] = []) => {
  const promises = ({ live }: Shop) => [promise.recovers(live, promised)]
  const [found] = verdictsOf(recovers, sampleWorld({ ...options, promises }, { denied }))
  return (found?.because ?? []).filter(({ rule }) => rule === 'etcd' || rule === 'opened')
}

for (const [name, promised, options, line] of rows)
  test(`recovers: ${name}`, () => {
    const said = partsOf(promised, options).map(({ truth, says }) => `${truth} ${says.line}`)
    assert.deepEqual(said, line === undefined ? [] : [line])
  })

test('recovers: copies of what the cluster alone holds, denied', () => {
  const copied = own({ snapshots: { every: '6h', to: elsewhere } })
  assert.equal(partsOf(infrastructure, copied, ['etcd/harbour'])[0]?.truth, false)
  assert.equal(partsOf(infrastructure, sealing({ copiesKey: 'week' }), ['opened/sealed'])[0]?.truth, false)
})
