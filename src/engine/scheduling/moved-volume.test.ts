import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimVolume, sampleClaim, sampleNode, sampleObject, samplePod, sampleVolume } from './sample-cluster.ts'
import { schedulerOf } from './scheduler-of.ts'

const zone = 'topology.kubernetes.io/zone'
const beta = 'failure-domain.beta.kubernetes.io/zone'
const driver = 'topology.ebs.csi.aws.com/zone'
const inZone = (key: string) => ({
  nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: ['a'] }] }] } },
})
const aws = { awsElasticBlockStore: { volumeID: 'vol-1' } }
const moved = sampleObject('CSINode', 'n1', {
  metadata: { annotations: { 'storage.alpha.kubernetes.io/migrated-plugins': 'kubernetes.io/aws-ebs' } },
})

// The node has today's label of the zone; the driver's, where a row says so.
const rows: readonly (readonly [name: string, volume: object, labels: object, isMoved: boolean, takes: boolean])[] = [
  ['attached in the old way: by today’s label', inZone(zone), {}, false, true],
  ['attached by CSI: the driver’s label is asked for', inZone(zone), {}, true, false],
  ['… and is there', inZone(zone), { [driver]: 'a' }, true, true],
  ['the label before today’s means the same', inZone(beta), { [driver]: 'a', [beta]: 'b' }, true, true],
  ['a volume that says its zone by label alone', { labels: { [zone]: 'a' } }, {}, true, false],
  ['… and the node has it', { labels: { [zone]: 'a__c' } }, { [driver]: 'c' }, true, true],
  ['a volume that says nothing', {}, {}, true, true],
]

for (const [name, volume, labels, isMoved, takes] of rows) {
  test(`volumes of in-tree kinds: ${name}`, () => {
    const nodes = [sampleNode('n1', { labels })]
    const others = [sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', { ...aws, ...volume })]
    const scheduler = schedulerOf({ nodes, pods: [], others: isMoved ? [...others, moved] : others })
    assert.equal(scheduler.judge(samplePod('web', claimVolume('data'))).feasible.length > 0, takes)
  })
}
