import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { parseQuantity } from '../../kubernetes/quantity.ts'
import { lossAnswers } from '../loss/after-node-loss.ts'
import { groundOf } from '../loss/ground.ts'
import { judge } from '../loss/judge.ts'
import { sceneOf } from '../loss/scene.ts'
import { unmodelledSays as says } from '../scheduling/unmodelled-says.ts'
import { type SmallClass, smallClass, smallEstate, smallObject } from './small-cluster.ts'
import { steadyPlacement } from './steady.ts'

const claim = (spec: object) => smallObject('PersistentVolumeClaim', 'data', { spec })
const volume = (spec: object) => ({
  ...smallObject('PersistentVolume', 'v1', { spec }, ''),
  manifest: {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'v1', labels: { 'topology.kubernetes.io/zone': 'a' } },
    spec,
  },
})
const shared = { claim: 'data', perPod: false, class: 'files', bound: 'cluster' } as const
const disk = { volumes: [{ name: 'd', gcePersistentDisk: { pdName: 'd' } }] }
const served = smallObject('DeviceClass', 'gpu', { spec: { extendedResourceName: 'example.com/gpu' } }, '')
const kept = { claimRef: { namespace: 'shop', name: 'data' } }

type Row = readonly [
  name: string,
  web: Partial<SmallClass> & { readonly asks?: { readonly [resource: string]: string } },
  objects: readonly EstateObject[],
  /** Named when all is well; after its node fell silent; after it was removed. Nothing is named of what is followed. */
  named: readonly [well: string, silent: string, removed: string],
]

const always = (name: string): Row[3] => [name, name, name]

const rows: readonly Row[] = [
  ['nothing special', {}, [], always('')],
  ['claims on devices', { spec: { resourceClaims: [{ name: 'gpu' }] } }, [], always(says.devices())],
  ['no claims on devices', { spec: { resourceClaims: [] } }, [], always('')],
  ['a group', { spec: { schedulingGroup: { podGroupName: 'w' } } }, [], always(says.podGroup())],
  ['another scheduler', { spec: { schedulerName: 'batch' } }, [], always(says.scheduler('batch'))],
  ['the usual scheduler', { spec: { schedulerName: 'default-scheduler' } }, [], always('')],
  ['a gate', { spec: { schedulingGates: [{ name: 'later' }] } }, [], always(says.gates())],
  [
    'a feature of the kubelet',
    { spec: { hostNetwork: true, hostUsers: false } },
    [],
    always(says.feature('UserNamespacesHostNetworkSupport')),
  ],
  [
    'a resource by a DeviceClass',
    { asks: { 'example.com/gpu': '1' } },
    [served],
    always('example.com/gpu by a DeviceClass'),
  ],
  ['a DeviceClass for others', {}, [served], always('')],
  ['more than a double holds', { asks: { 'example.com/gpu': '9007199254740993' } }, [], always(says.amounts())],
  ['a disk for two pods', { count: 2, spec: disk }, [], always(says.disk('gcePersistentDisk'))],
  ['a disk for one pod', { spec: disk }, [], always('')],
  [
    'a claim for one pod, and there are two',
    { count: 2, claims: [shared] },
    [claim({ accessModes: ['ReadWriteOncePod'] })],
    always(says.single('data')),
  ],
  [
    'a claim for one pod: only its former self is in the way',
    { claims: [shared] },
    [claim({ accessModes: ['ReadWriteOncePod'] })],
    ['', says.single('data'), ''],
  ],
  ['a claim for one node', { claims: [shared] }, [claim({ accessModes: ['ReadWriteOnce'] })], always('')],
  [
    'a volume that says its zone by a label, named by its claim',
    { claims: [shared] },
    [claim({ volumeName: 'v1' }), volume({})],
    always(says.zoneLabel('v1')),
  ],
  ['the same, named by the volume', { claims: [shared] }, [claim({}), volume(kept)], always(says.zoneLabel('v1'))],
  [
    'a volume that says it by its node affinity too',
    { claims: [shared] },
    [claim({ volumeName: 'v1' }), volume({ ...kept, nodeAffinity: {} })],
    always(''),
  ],
]

for (const [name, { asks = {}, ...web }, objects, named] of rows) {
  test(`unmodelled: ${name}`, () => {
    const estate = smallEstate([{ name: 'n1' }, { name: 'n2' }, { name: 'n3' }], { objects })
    const made = smallClass({ name: 'web', ...web })
    const more = Object.entries(asks).map(([resource, amount]) => [resource, parseQuantity(amount)])
    const pods = [{ ...made, requests: { ...made.requests, ...Object.fromEntries(more) } }]
    const [steady] = steadyPlacement(estate, pods)
    const loss = lossAnswers(estate, pods)('Deployment/shop/web', 'n1')
    const ground = groundOf(estate, pods)
    const after = (state: 'silent' | 'removed') => judge(sceneOf(ground, { lost: [0], state }))[0]
    const [well, silent, removed] = named
    assert.equal(steady?.unmodelled?.join() ?? '', well)
    assert.equal(steady?.answer, well === '' ? 'can' : 'unknown')
    // What asks for more than there is has no pod to lose.
    if (loss) assert.equal(loss.unmodelled?.join() ?? '', silent)
    for (const [state, words] of [
      ['silent', silent],
      ['removed', removed],
    ] as const) {
      const row = after(state)
      if (row) assert.equal(row.doubt === 'unmodelled', words !== '', state)
      if (row) assert.equal(row.least === row.pods, words === '', state)
    }
  })
}

test('unmodelled: what refuses all the same is certain, unless another scheduler decides', () => {
  const estate = smallEstate([{ name: 'n1' }])
  const answer = (spec: object) =>
    steadyPlacement(estate, [smallClass({ name: 'web', nodeSelector: { disk: 'ssd' }, spec })])[0]?.answer
  assert.equal(answer({ resourceClaims: [{ name: 'gpu' }] }), 'cannot')
  assert.equal(answer({ schedulerName: 'batch' }), 'unknown')
})
