// Metrics and behaviour of a HorizontalPodAutoscaler. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const scaler = (spec: string) => named('autoscaling/v2', 'HorizontalPodAutoscaler', `spec: {${spec}}`)
const checkout = 'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: checkout}'
const metric = 'metric: {name: m}'

const tables: readonly Table[] = [
  {
    about: 'an autoscaler',
    of: (spec) => scaler(`${checkout}, ${spec}`),
    under: 'spec',
    rows: [
      ['between two bounds', 'minReplicas: 1, maxReplicas: 2'],
      ['below 0', 'minReplicas: -1, maxReplicas: -1', '.maxReplicas', '.minReplicas'],
      [
        'from 0 by what is inside',
        'minReplicas: 0, maxReplicas: 2, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50}}}]',
        '.metrics',
        '.minReplicas',
      ],
      [
        'from 0 by what is outside, whose gate is closed',
        `minReplicas: 0, maxReplicas: 2, metrics: [{type: External, external: {${metric}, target: {type: Value, value: 1}}}]`,
        '.minReplicas',
      ],
    ],
  },
  {
    about: 'what is scaled',
    of: (reference) => scaler(`maxReplicas: 2, scaleTargetRef: {${reference}}`),
    under: 'spec.scaleTargetRef',
    rows: [
      ['an older controller', 'apiVersion: v1, kind: ReplicationController, name: a'],
      ['nothing', 'apiVersion: apps/v1', '.kind', '.name'],
      ['what is in no address', 'apiVersion: apps/v1, kind: a/b, name: a%b', '.kind', '.name'],
      ['of no group', 'apiVersion: a/b/c, kind: Deployment, name: a', '.apiVersion'],
    ],
  },
  {
    about: 'a metric',
    of: (fields) => scaler(`${checkout}, maxReplicas: 2, metrics: [{${fields}}]`),
    under: 'spec.metrics[0]',
    rows: [
      [
        'of a container',
        'type: ContainerResource, containerResource: {name: cpu, container: c, target: {type: Utilization, averageUtilization: 50}}',
      ],
      ['of no type', '', '.type'],
      ['of another type', 'type: Some', '.type'],
      ['of what is not said', 'type: Pods', '.pods'],
      [
        'of two sources',
        `type: Pods, pods: {${metric}, target: {type: AverageValue, averageValue: 1}}, external: {${metric}, target: {type: Value, value: 1}}`,
        '.external',
      ],
      [
        'of no resource',
        'type: Resource, resource: {target: {type: Utilization, averageUtilization: 50}}',
        '.resource.name',
      ],
      [
        'of a resource by share and by amount',
        'type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 50, averageValue: 1}}',
        '.resource.target.averageValue',
      ],
      [
        'of no container',
        'type: ContainerResource, containerResource: {name: pods, target: {type: Utilization, averageUtilization: 50}}',
        '.containerResource.container',
        '.containerResource.name',
      ],
      [
        'of a container of no name',
        'type: ContainerResource, containerResource: {container: C, target: {type: Utilization, averageUtilization: 50}}',
        '.containerResource.container',
        '.containerResource.name',
      ],
      [
        'of each pod, as a sum',
        `type: Pods, pods: {${metric}, target: {type: Value, value: 1}}`,
        '.pods.target.averageValue',
      ],
      [
        'of no name in an address',
        'type: Pods, pods: {metric: {name: a/b}, target: {type: AverageValue, averageValue: 1}}',
        '.pods.metric.name',
      ],
      [
        'of no name, of no object',
        'type: Object, object: {metric: {name: ""}, describedObject: {kind: Service}, target: {type: Value, value: 1}}',
        '.object.describedObject.name',
        '.object.metric.name',
      ],
      [
        'of an object, without a value',
        `type: Object, object: {${metric}, describedObject: {kind: Service, name: a}, target: {type: Value}}`,
        '.object.target.averageValue',
      ],
      [
        'from outside, as a sum and for each',
        `type: External, external: {${metric}, target: {type: Value, value: 1, averageValue: 1}}`,
        '.external.target.value',
      ],
      ['of no target', `type: External, external: {${metric}, target: {value: 1}}`, '.external.target.type'],
      [
        'of another target',
        `type: External, external: {${metric}, target: {type: Some, value: 1}}`,
        '.external.target.type',
      ],
      [
        'of nothing as a target',
        `type: External, external: {${metric}, target: {type: Value, value: 0}}`,
        '.external.target.value',
      ],
    ],
  },
  {
    about: 'how it is scaled',
    of: (rules) => scaler(`${checkout}, maxReplicas: 2, behavior: {scaleDown: {${rules}}}`),
    under: 'spec.behavior.scaleDown',
    rows: [
      [
        'slowly',
        'stabilizationWindowSeconds: 3600, selectPolicy: Min, policies: [{type: Pods, value: 1, periodSeconds: 1800}], tolerance: 100m',
      ],
      [
        'in no way',
        'stabilizationWindowSeconds: -1, selectPolicy: Some, policies: [], tolerance: -1',
        '.policies',
        '.selectPolicy',
        '.stabilizationWindowSeconds',
        '.tolerance',
      ],
      ['by nothing', 'policies: [{}]', '.policies[0].periodSeconds', '.policies[0].type', '.policies[0].value'],
      ['too slowly', 'policies: [{type: Pods, value: 1, periodSeconds: 1801}]', '.policies[0].periodSeconds'],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))
