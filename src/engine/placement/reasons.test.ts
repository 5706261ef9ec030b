import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NodeRequirement } from '../../kubernetes/types.ts'
import { hostnameKey, sayReason } from './reasons.ts'
import { type SmallClass, smallClass, smallEstate, smallObject } from './small-cluster.ts'
import { staticRefusals } from './static-filters.ts'
import { placementOf, whyNot } from './where.ts'

const [node] = smallEstate([{ name: 'n1', labels: { disk: 'hdd', cores: '4' } }]).nodes

const rows: readonly (readonly [requirement: NodeRequirement, says: string | undefined])[] = [
  [{ key: 'disk', operator: 'In', values: ['ssd', 'nvme'] }, 'has the label disk=hdd, not ssd or nvme'],
  [{ key: 'gpu', operator: 'In', values: ['a100'] }, 'lacks the label gpu=a100'],
  [{ key: 'disk', operator: 'In', values: ['ssd', 'hdd'] }, undefined],
  [{ key: 'disk', operator: 'NotIn', values: ['hdd'] }, 'has the label disk=hdd, which is ruled out'],
  [{ key: 'gpu', operator: 'NotIn', values: ['a100'] }, undefined],
  [{ key: 'gpu', operator: 'Exists' }, 'lacks the label gpu'],
  [{ key: 'disk', operator: 'Exists' }, undefined],
  [{ key: 'disk', operator: 'DoesNotExist' }, 'has the label disk, which is ruled out'],
  [{ key: 'gpu', operator: 'DoesNotExist' }, undefined],
  [{ key: 'cores', operator: 'Gt', values: ['4'] }, 'has the label cores=4, not above 4'],
  [{ key: 'cores', operator: 'Gt', values: ['3'] }, undefined],
  [{ key: 'cores', operator: 'Lt', values: ['4'] }, 'has the label cores=4, not below 4'],
  [{ key: 'memory', operator: 'Lt', values: ['4'] }, 'lacks the label memory'],
]

for (const [requirement, says] of rows) {
  test(`a requirement on a node: ${JSON.stringify(requirement)}`, () => {
    const nodeAffinity = {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] },
    }
    const [reason] = node ? staticRefusals(smallClass({ name: 'web', spec: { affinity: { nodeAffinity } } }), node) : []
    assert.equal(reason && sayReason(reason), says)
  })
}

const limited = smallObject('CSINode', 'n1', {
  spec: { drivers: [{ name: 'disk.example.com', allocatable: { count: 1 } }] },
})
const limits = { ...limited, ref: 'CSINode//n1' as const }
const volume = (name: string, at: string) => ({
  name,
  nodes: [{ matchExpressions: [{ key: hostnameKey, operator: 'In' as const, values: [at] }] }],
})

const ofN1: readonly (readonly [web: SmallClass, says: string])[] = [
  [{ name: 'web', spec: { nodeName: 'n9' } }, 'is not n9, which the pod names'],
  [
    { name: 'web', claims: [{ claim: 'data', perPod: false, volume: volume('v1', 'n9') }] },
    'has no volume data, which stays on n9 (PersistentVolume v1) (local is bound to its node)',
  ],
  [
    {
      name: 'web',
      claims: ['a', 'b'].map((claim) => ({ claim, bound: 'cluster' as const, driver: 'disk.example.com' })),
    },
    'attaches 1 more volume of disk.example.com, and the pod has 2',
  ],
  [
    { name: 'web', count: 2, spread: [{ by: hostnameKey, maxSkew: 1, more: { minDomains: 2 } }] },
    'n1 holds 1, the emptiest kubernetes.io/hostname 0: one more goes beyond maxSkew 1',
  ],
]

for (const [web, says] of ofN1) {
  test(`a node that takes no pod: ${says}`, () => {
    const placement = placementOf(smallEstate([{ name: 'n1' }], { objects: [limits] }), [smallClass(web)])
    const [member] = placement.board.members
    const [n1] = member ? whyNot(placement, member).nodes : []
    assert.deepEqual(n1?.reasons.map(sayReason), [says])
  })
}
