// What a workload says beside its pods. Each row was asked of kube-apiserver 1.36.3: the fields that it names,
// without those that follow from another (labels that a missing selector does not take, the claim of a volume without a name).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const template = 'template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: x}]}}'
const workload = (kind: string) => (spec: string) =>
  named('apps/v1', kind, `spec: {selector: {matchLabels: {app: a}}, ${template}, ${spec}}`)
const ending =
  'template: {metadata: {labels: {app: a}}, spec: {restartPolicy: Never, activeDeadlineSeconds: 5, containers: []}}'
const ends = ['.template.spec.activeDeadlineSeconds', '.template.spec.containers', '.template.spec.restartPolicy']
const claim = (metadata: string, spec = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}') =>
  `serviceName: a, volumeClaimTemplates: [{metadata: {${metadata}}, spec: {${spec}}}]`

const tables: readonly Table[] = [
  {
    about: 'a Deployment',
    of: workload('Deployment'),
    under: 'spec',
    rows: [
      ['that is replaced at once', 'strategy: {type: Recreate}'],
      [
        'below 0',
        'replicas: -1, minReadySeconds: -1, revisionHistoryLimit: -1, progressDeadlineSeconds: -2',
        '.minReadySeconds',
        '.progressDeadlineSeconds',
        '.replicas',
        '.revisionHistoryLimit',
      ],
      ['that is late before it is ready', 'minReadySeconds: 600', '.progressDeadlineSeconds'],
      ['that is replaced in no way', 'strategy: {type: Some}', '.strategy'],
      [
        'that is replaced at once, in steps',
        'strategy: {type: Recreate, rollingUpdate: {maxSurge: 1}}',
        '.strategy.rollingUpdate',
      ],
      [
        'in steps of no size',
        'strategy: {rollingUpdate: {maxSurge: a, maxUnavailable: 101%}}',
        '.strategy.rollingUpdate.maxSurge',
        '.strategy.rollingUpdate.maxUnavailable',
      ],
      [
        'in no steps',
        'strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}',
        '.strategy.rollingUpdate.maxUnavailable',
      ],
    ],
  },
  {
    about: 'the selector of a Deployment',
    of: (spec) => named('apps/v1', 'Deployment', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      ['that is not there', template, '.selector'],
      ['of all', `selector: {}, ${template}`, '.selector'],
      [
        'of no label',
        `selector: {matchLabels: {app: a}, matchExpressions: [{key: b c, operator: Exists}]}, ${template}`,
        '.selector.matchExpressions[0].key',
      ],
      ['of others', `selector: {matchLabels: {app: b}}, ${template}`, '.template.metadata.labels'],
      [
        'of pods with labels and notes of no name',
        'selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a, b c: d}, annotations: {e f: g}}, spec: {containers: [{name: c, image: x}]}}',
        '.template.annotations',
        '.template.labels',
      ],
      ['of pods that end', `selector: {matchLabels: {app: a}}, ${ending}`, ...ends],
    ],
  },
  {
    about: 'a ReplicaSet',
    of: workload('ReplicaSet'),
    under: 'spec',
    rows: [
      ['as it is', 'replicas: 1'],
      ['below 0', 'replicas: -1, minReadySeconds: -1', '.minReadySeconds', '.replicas'],
    ],
  },
  {
    about: 'pods of a ReplicaSet',
    of: (spec) => named('apps/v1', 'ReplicaSet', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      ['without a selector', template, '.selector'],
      ['that end', `selector: {matchLabels: {app: a}}, ${ending}`, ...ends],
    ],
  },
  {
    about: 'a StatefulSet',
    of: workload('StatefulSet'),
    under: 'spec',
    rows: [
      ['with a claim each', claim('name: data')],
      [
        'below 0',
        'serviceName: a, replicas: -1, minReadySeconds: -1, ordinals: {start: -1}, updateStrategy: {rollingUpdate: {partition: -1}}',
        '.minReadySeconds',
        '.ordinals.start',
        '.replicas',
        '.updateStrategy.rollingUpdate.partition',
      ],
      [
        'by policies that there are not',
        'serviceName: a.b, podManagementPolicy: Some, persistentVolumeClaimRetentionPolicy: {whenDeleted: Some, whenScaled: Some}, updateStrategy: {type: Some}',
        '.persistentVolumeClaimRetentionPolicy.whenDeleted',
        '.persistentVolumeClaimRetentionPolicy.whenScaled',
        '.podManagementPolicy',
        '.serviceName',
        '.updateStrategy',
      ],
      [
        'replaced when deleted, in steps',
        'serviceName: a, updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}',
        '.updateStrategy.rollingUpdate',
      ],
      ['with a claim of no name', claim('name: Data'), '.template.spec.volumes[0].name'],
      ['with a claim without a name', claim('labels: {a: b}'), '.template.spec.volumes[0].name'],
      [
        'with a claim of nothing',
        claim('name: data', 'accessModes: []'),
        '.volumeClaimTemplates[0].spec.accessModes',
        '.volumeClaimTemplates[0].spec.resources[storage]',
      ],
    ],
  },
  {
    about: 'pods of a StatefulSet',
    of: (spec) => named('apps/v1', 'StatefulSet', `spec: {serviceName: a, ${spec}}`),
    under: 'spec',
    rows: [
      ['without a selector', template, '.selector'],
      ['that end', `selector: {matchLabels: {app: a}}, ${ending}`, ...ends],
    ],
  },
  {
    about: 'a DaemonSet',
    of: workload('DaemonSet'),
    under: 'spec',
    rows: [
      ['that has two for a while', 'updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}'],
      ['below 0', 'minReadySeconds: -1, revisionHistoryLimit: -1', '.minReadySeconds', '.revisionHistoryLimit'],
      ['that is replaced in no way', 'updateStrategy: {type: Some}', '.updateStrategy'],
      [
        'that has two and none for a while',
        'updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}',
        '.updateStrategy.rollingUpdate.maxSurge',
      ],
      [
        'in no steps',
        'updateStrategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}',
        '.updateStrategy.rollingUpdate.maxUnavailable',
      ],
      [
        'in steps of no size',
        'updateStrategy: {rollingUpdate: {maxSurge: 101%, maxUnavailable: a}}',
        '.updateStrategy.rollingUpdate.maxSurge',
        '.updateStrategy.rollingUpdate.maxUnavailable',
      ],
    ],
  },
  {
    about: 'pods of a DaemonSet',
    of: (spec) => named('apps/v1', 'DaemonSet', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      ['without a selector', template, '.template.metadata.labels'],
      ['that end', `selector: {matchLabels: {app: a}}, ${ending}`, ...ends],
    ],
  },
  {
    about: 'a budget',
    of: (spec) => named('policy/v1', 'PodDisruptionBudget', `spec: {${spec}}`),
    under: 'spec',
    rows: [
      ['of half', 'minAvailable: 50%, selector: {matchLabels: {app: a}}, unhealthyPodEvictionPolicy: AlwaysAllow'],
      ['of more than all', 'minAvailable: 101%', '.minAvailable'],
      ['of less than none', 'maxUnavailable: -1', '.maxUnavailable'],
      [
        'of no label, by a policy that there is not',
        'selector: {matchLabels: {a: b c}}, unhealthyPodEvictionPolicy: Some',
        '.selector.matchLabels',
        '.unhealthyPodEvictionPolicy',
      ],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
