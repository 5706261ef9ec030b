// What has rules that are not written here, or that a server may be told otherwise: named, and neither taken nor refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admitObject } from './admit-object.ts'
import { named, parse, service } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {${spec}}`)
const asking = (limits: string) => pod(`containers: [{name: c, image: x, resources: {limits: {${limits}}}}]`)
const pods = 'template: {spec: {restartPolicy: Never, containers: [{name: c, image: x}]}}'

const rows: [says: string, text: string, left: readonly string[]][] = [
  ['a port of the nodes', service('type: NodePort, ports: [{port: 80, nodePort: 30000}]'), []],
  [
    'a port of the nodes outside of the usual range',
    service('type: NodePort, ports: [{port: 80, nodePort: 80}]'),
    ['spec.ports[0].nodePort'],
  ],
  [
    'devices beyond what the server adds up',
    asking('example.com/gpu: 9223372036854775807000'),
    ['spec.containers[0].resources.limits[example.com/gpu]', 'spec.containers[0].resources.requests[example.com/gpu]'],
  ],
  [
    'pages beyond what the server adds up',
    asking('cpu: 1, hugepages-2Mi: 1e31'),
    ['spec.containers[0].resources.limits[hugepages-2Mi]', 'spec.containers[0].resources.requests[hugepages-2Mi]'],
  ],
  [
    'a ratio beyond what the server divides',
    named('v1', 'LimitRange', 'spec: {limits: [{type: Pod, maxLimitRequestRatio: {cpu: 1e31}}]}'),
    ['spec.limits[0].maxLimitRequestRatio[cpu]'],
  ],
  [
    'success of a job of nobody knows how many',
    named('batch/v1', 'Job', `spec: {completionMode: Indexed, parallelism: 1, successPolicy: {rules: [{}]}, ${pods}}`),
    ['spec.successPolicy.rules'],
  ],
  [
    'a source that no minor has',
    pod('volumes: [{name: v, projected: {sources: [{vault: {}}]}}], containers: [{name: c, image: x}]'),
    ['spec.volumes[0].projected.sources[0].vault'],
  ],
  [
    'a kind of volume that no minor has, in a pod',
    pod('volumes: [{name: v, vault: {}}], containers: [{name: c, image: x}]'),
    ['spec.volumes[0].vault'],
  ],
  [
    'a kind of volume that no minor has',
    named('v1', 'PersistentVolume', 'spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], vault: {}}'),
    ['spec.vault'],
  ],
]

for (const [says, text, left] of rows)
  test(`left to the server: ${says}`, () => {
    const { notModelled, refused } = admitObject(parse(text), { minor: '1.36' })
    assert.deepEqual([...notModelled].sort(), left)
    assert.ok(refused.every(({ by, field }) => by === 'structure' || !left.includes(field)))
  })
