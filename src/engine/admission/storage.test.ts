// Claims, volumes of the cluster and their classes. Each row was asked of kube-apiserver 1.36.3: the fields that it names,
// once where it names a source by its older and its newer field.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const sized = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}'
const claim = (spec: string) => named('v1', 'PersistentVolumeClaim', `spec: {${spec}}`)
const volume = (spec: string) => named('v1', 'PersistentVolume', `spec: {${spec}}`)
const kept = 'capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]'
const onNodes = (terms: string) => `local: {path: /a}, nodeAffinity: {required: {nodeSelectorTerms: [${terms}]}}`

const tables: readonly Table[] = [
  {
    about: 'a claim',
    of: claim,
    under: 'spec',
    rows: [
      ['of a class', `${sized}, storageClassName: fast, volumeMode: Block, selector: {matchLabels: {a: b}}`],
      ['of nothing', 'accessModes: []', '.accessModes', '.resources[storage]'],
      ['in another way', 'accessModes: [Some], resources: {requests: {storage: 1Gi}}', '.accessModes'],
      [
        'for one pod and for many',
        'accessModes: [ReadWriteOncePod, ReadWriteMany], resources: {requests: {storage: 1Gi}}',
        '.accessModes',
      ],
      [
        'of no class, mode and label',
        `${sized}, storageClassName: A, volumeMode: Some, selector: {matchLabels: {a: b c}}`,
        '.selector.matchLabels',
        '.storageClassName',
        '.volumeMode',
      ],
      ['from a claim of no name', `${sized}, dataSource: {kind: PersistentVolumeClaim, name: ""}`, '.dataSource.name'],
      [
        'from something of no group',
        `${sized}, dataSourceRef: {apiGroup: A, kind: K, name: a}`,
        '.dataSourceRef.apiGroup',
      ],
      [
        'from something of no kind',
        `${sized}, dataSourceRef: {apiGroup: example.com, kind: "", name: a}`,
        '.dataSourceRef.kind',
      ],
      ['from another kind of Kubernetes', `${sized}, dataSourceRef: {kind: Pod, name: a}`, '.dataSourceRef'],
      [
        'from elsewhere, whose gate is closed',
        `${sized}, dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: A}`,
      ],
    ],
  },
  {
    about: 'a claim that a pod brings',
    of: (spec) =>
      named(
        'v1',
        'Pod',
        `spec: {containers: [{name: c, image: x}], volumes: [{name: v, ephemeral: {volumeClaimTemplate: {spec: {${sized}, ${spec}}}}}]}`,
      ),
    under: 'spec.volumes[0].ephemeral.volumeClaimTemplate.spec',
    rows: [
      ['from a claim', 'dataSourceRef: {kind: PersistentVolumeClaim, name: a}'],
      [
        'from a claim and from elsewhere',
        'dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: Shop}',
        '',
        '.dataSourceRef.namespace',
      ],
    ],
  },
  {
    about: 'a volume of the cluster',
    of: volume,
    under: 'spec',
    rows: [
      ['of a node', `${kept}, ${onNodes('{matchExpressions: [{key: a, operator: Exists}]}')}`],
      ['of no node', `${kept}, local: {path: /a}`, '.nodeAffinity'],
      ['of no place on a node', `${kept}, ${onNodes('{}').replace('/a', '/../a')}`, '.local.path'],
      ['of nowhere on a node', `${kept}, ${onNodes('{}').replace('/a', '""')}`, '.local.path'],
      [
        'for nodes of no label',
        `${kept}, ${onNodes('{matchExpressions: [{key: a b, operator: Exists}]}')}`,
        '.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key',
      ],
      ['for nodes, and none said', `${kept}, hostPath: {path: /a}, nodeAffinity: {}`, '.nodeAffinity.required'],
      ['of no size', 'accessModes: [ReadWriteOnce], hostPath: {path: /a}', '.capacity'],
      [
        'of no storage',
        'capacity: {cpu: 0}, accessModes: [ReadWriteOnce], hostPath: {path: /a}',
        '.capacity',
        '.capacity[cpu]',
      ],
      [
        'of processors',
        'capacity: {storage: 1Gi, cpu: 1}, accessModes: [ReadWriteOnce], hostPath: {path: /a}',
        '.capacity',
      ],
      ['of no kind', kept, ''],
      [
        'of no class, mode and end, in no way',
        'capacity: {storage: 1Gi}, accessModes: [], storageClassName: A, volumeMode: Some, persistentVolumeReclaimPolicy: Some, hostPath: {path: /a}',
        '.accessModes',
        '.persistentVolumeReclaimPolicy',
        '.storageClassName',
        '.volumeMode',
      ],
      [
        'that is wiped, and all of a node',
        `${kept}, persistentVolumeReclaimPolicy: Recycle, hostPath: {path: /a/../}`,
        '.hostPath.path',
        '.persistentVolumeReclaimPolicy',
      ],
      [
        'with attributes of no name',
        `${kept}, csi: {driver: d, volumeHandle: h}, volumeAttributesClassName: ""`,
        '.volumeAttributesClassName',
      ],
      [
        'with attributes of a name that is none',
        `${kept}, csi: {driver: d, volumeHandle: h}, volumeAttributesClassName: A`,
        '.volumeAttributesClassName',
      ],
    ],
  },
  {
    about: 'a class of volumes',
    of: (fields) => named('storage.k8s.io/v1', 'StorageClass', fields),
    under: '',
    rows: [
      [
        'that waits for a pod',
        'provisioner: example.com/disk\nvolumeBindingMode: WaitForFirstConsumer\nreclaimPolicy: Retain',
      ],
      ['by nobody', 'reclaimPolicy: Delete', 'provisioner'],
      ['by no name', 'provisioner: a b', 'provisioner'],
      [
        'that ends and waits otherwise',
        'provisioner: a\nreclaimPolicy: Some\nvolumeBindingMode: Some',
        'reclaimPolicy',
        'volumeBindingMode',
      ],
      [
        'in zones of no label',
        'provisioner: a\nallowedTopologies: [{matchLabelExpressions: [{key: a b, values: [c]}]}]',
        'allowedTopologies[0].matchLabelExpressions[0].key',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
