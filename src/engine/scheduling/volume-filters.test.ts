// Filters by volumes: each reason, in the scheduler’s words, beside a case that is nearly the same and is silent.
// The sentence that decides stands at the line named, in k8s.io/kubernetes@v1.36.3/pkg/scheduler/framework/plugins.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimVolume, sampleClaim, sampleClass, sampleObject, sampleVolume } from './sample-cluster.ts'
import { onFirst, type SaidRow, saidOfFirst } from './sample-said.ts'

const disk = (source: object) => ({ volumes: [{ name: 'data', ...source }] })
const single = sampleClaim('data', { volumeName: 'v1', accessModes: ['ReadWriteOncePod'] })
const csi = { csi: { driver: 'disk.example', volumeHandle: 'h' } }
const csiNode = (count: number) =>
  sampleObject('CSINode', 'n1', { spec: { drivers: [{ name: 'disk.example', allocatable: { count } }] } })
const zone = 'topology.kubernetes.io/zone'

const rows: readonly SaidRow[] = [
  [
    'a missing claim: volumerestrictions/volume_restrictions.go:185',
    { pod: claimVolume('data') },
    'nowhere, VolumeRestrictions: persistentvolumeclaim "data" not found',
  ],
  [
    'one disk twice: volume_restrictions.go:320',
    {
      pods: [onFirst('a', disk({ gcePersistentDisk: { pdName: 'd' } }))],
      pod: disk({ gcePersistentDisk: { pdName: 'd' } }),
    },
    'VolumeRestrictions: node(s) had no available disk',
  ],
  [
    'one disk twice, both to read',
    {
      pods: [onFirst('a', disk({ gcePersistentDisk: { pdName: 'd', readOnly: true } }))],
      pod: disk({ gcePersistentDisk: { pdName: 'd', readOnly: true } }),
    },
    '',
  ],
  [
    'a claim for one pod only: volume_restrictions.go:297',
    { pods: [onFirst('a', claimVolume('data'))], others: [single, sampleVolume('v1')], pod: claimVolume('data') },
    'VolumeRestrictions: node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod',
  ],
  ['a claim for one pod, in nobody else’s use', { others: [single, sampleVolume('v1')], pod: claimVolume('data') }, ''],
  [
    'as many volumes as the node attaches: nodevolumelimits/csi.go:349',
    {
      others: [csiNode(0), sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', csi)],
      pod: claimVolume('data'),
    },
    'NodeVolumeLimits: node(s) exceed max volume count',
  ],
  [
    'one volume less',
    {
      others: [csiNode(1), sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', csi)],
      pod: claimVolume('data'),
    },
    '',
  ],
  [
    'the same volume counts once',
    {
      pods: [onFirst('a', claimVolume('data'))],
      others: [csiNode(1), sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', csi)],
      pod: claimVolume('data'),
    },
    '',
  ],
  [
    'a claim that binds at once and is not bound: volumebinding/volume_binding.go:378',
    { others: [sampleClass({ volumeBindingMode: 'Immediate' }), sampleClaim('data')], pod: claimVolume('data') },
    'nowhere, VolumeBinding: pod has unbound immediate PersistentVolumeClaims',
  ],
  [
    'a lost claim: volume_binding.go:341',
    { others: [{ ...sampleClaim('data', { volumeName: 'v1' }), status: { phase: 'Lost' } }], pod: claimVolume('data') },
    'nowhere, VolumeBinding: persistentvolumeclaim "data" bound to non-existent persistentvolume "v1"',
  ],
  [
    'a claim on its way out: volume_binding.go:345',
    {
      others: [
        sampleObject('PersistentVolumeClaim', 'data', {
          namespace: 'shop',
          metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' },
        }),
      ],
      pod: claimVolume('data'),
    },
    'nowhere, VolumeBinding: persistentvolumeclaim "data" is being deleted',
  ],
  [
    'an ephemeral volume without its claim: volume_binding.go:335',
    { pod: disk({ ephemeral: {} }) },
    'nowhere, VolumeBinding: waiting for ephemeral volume controller to create the persistentvolumeclaim "web-data"',
  ],
  [
    'a claim of somebody else’s: component-helpers/storage/ephemeral/ephemeral.go:54',
    {
      others: [sampleObject('PersistentVolumeClaim', 'web-data', { namespace: 'shop' })],
      pod: disk({ ephemeral: {} }),
    },
    'nowhere, VolumeBinding: PVC shop/web-data was not created for pod shop/web (pod is not owner)',
  ],
  [
    'a volume of another node: volumebinding/binder.go:66',
    {
      others: [sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', { node: 'n2' })],
      pod: claimVolume('data'),
    },
    "VolumeBinding: node(s) didn't match PersistentVolume's node affinity",
  ],
  [
    'a volume of this node',
    {
      others: [sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', { node: 'n1' })],
      pod: claimVolume('data'),
    },
    '',
  ],
  [
    'no volume to bind: binder.go:64',
    { others: [sampleClass(), sampleClaim('data'), sampleVolume('v1', { node: 'n2' })], pod: claimVolume('data') },
    "VolumeBinding: node(s) didn't find available persistent volumes to bind",
  ],
  [
    'a volume to bind',
    { others: [sampleClass(), sampleClaim('data'), sampleVolume('v1', { node: 'n1' })], pod: claimVolume('data') },
    '',
  ],
  [
    'a volume too small',
    {
      others: [
        sampleClass(),
        sampleClaim('data', { resources: { requests: { storage: '2Gi' } } }),
        sampleVolume('v1', { node: 'n1' }),
      ],
      pod: claimVolume('data'),
    },
    "VolumeBinding: node(s) didn't find available persistent volumes to bind",
  ],
  [
    'a volume that can be made',
    { others: [sampleClass({ provisioner: 'disk.example' }), sampleClaim('data')], pod: claimVolume('data') },
    '',
  ],
  [
    'a volume that can be made elsewhere: pkg/apis/core/v1/helper/helpers.go:239',
    {
      others: [
        sampleClass({
          provisioner: 'disk.example',
          allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: ['b'] }] }],
        }),
        sampleClaim('data'),
      ],
      pod: claimVolume('data'),
    },
    "VolumeBinding: node(s) didn't find available persistent volumes to bind",
  ],
  [
    'no space for a volume: binder.go:68',
    {
      others: [
        sampleClass({ provisioner: 'disk.example' }),
        sampleClaim('data'),
        sampleObject('CSIDriver', 'disk.example', { spec: { storageCapacity: true } }),
      ],
      pod: claimVolume('data'),
    },
    'VolumeBinding: node(s) did not have enough free storage',
  ],
  [
    'space for a volume',
    {
      others: [
        sampleClass({ provisioner: 'disk.example' }),
        sampleClaim('data'),
        sampleObject('CSIDriver', 'disk.example', { spec: { storageCapacity: true } }),
        sampleObject('CSIStorageCapacity', 'c', { storageClassName: 'disk', capacity: '1Gi', nodeTopology: {} }),
      ],
      pod: claimVolume('data'),
    },
    '',
  ],
  [
    'a volume that is gone: volumezone/volume_zone.go:168',
    { others: [sampleClaim('data', { volumeName: 'v1' })], pod: claimVolume('data') },
    'nowhere, VolumeZone: persistentvolume "v1" not found',
  ],
  [
    'an ephemeral volume whose claim is bound to nothing: binder.go:70',
    {
      others: [
        sampleObject('PersistentVolumeClaim', 'web-data', {
          namespace: 'shop',
          metadata: {
            annotations: { 'pv.kubernetes.io/bind-completed': 'yes' },
            ownerReferences: [{ kind: 'Pod', name: 'web', uid: 'web', controller: true }],
          },
          spec: { volumeName: 'v1' },
        }),
      ],
      pod: disk({ ephemeral: {} }),
    },
    'VolumeBinding: node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)',
  ],
  [
    'a volume of another zone: volume_zone.go:241',
    {
      others: [sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', { labels: { [zone]: 'b__c' } })],
      pod: claimVolume('data'),
    },
    'VolumeZone: node(s) had no available volume zone',
  ],
  [
    'a volume of this zone and another',
    {
      others: [sampleClaim('data', { volumeName: 'v1' }), sampleVolume('v1', { labels: { [zone]: 'a__b' } })],
      pod: claimVolume('data'),
    },
    '',
  ],
]

for (const [name, scene, says] of rows) {
  test(`filters: ${name}`, () => {
    assert.equal(saidOfFirst(scene), says)
  })
}
