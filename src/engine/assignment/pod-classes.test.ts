import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { podReader } from '../scheduling/scheduling-pod.ts'
import { classesOf } from './pod-classes.ts'

function pod(spec: object = {}, metadata: object = {}, status?: object): Manifest {
  const requests = { cpu: '100m' }
  const containers = [{ name: 'main', image: 'app:1', resources: { requests } }]
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'shop', labels: { app: 'web', pod: 'p-0' }, ...metadata },
    spec: { containers, ...spec },
    ...(status && { status }),
  }
}

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec: { selector: { app: 'web' } } }
const set = { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'rs' }, spec: {} }
const ownedBy = (name: string) => ({ ownerReferences: [{ kind: 'ReplicaSet', name, controller: true }] })
const pinned = (name: string) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
      },
    },
  },
})
const running = (id: string, more: object = {}) => ({ containerStatuses: [{ name: 'main', containerID: id, ...more }] })

const rows: [name: string, one: Manifest, other: Manifest, areAlike: boolean][] = [
  ['the same but for the name', pod({}, { name: 'a' }), pod({}, { name: 'b' }), true],
  ['a label that somebody looks at', pod(), pod({}, { labels: { app: 'db' } }), false],
  ['a label that nobody looks at', pod(), pod({}, { labels: { app: 'web', pod: 'p-1' } }), true],
  ['the namespace', pod(), pod({}, { namespace: 'bank' }), false],
  ['what is asked for', pod(), pod({ overhead: { cpu: '1' } }), false],
  ['one that is ending', pod(), pod({}, { deletionTimestamp: '2026-01-01T00:00:00Z' }), false],
  ['names of volumes and hosts', pod({ hostname: 'a' }), pod({ hostname: 'b', volumes: [{ name: 'x' }] }), true],
  ['an owner that is known', pod(), pod({}, ownedBy('rs')), false],
  ['an owner that is not', pod(), pod({}, ownedBy('gone')), true],
  ['the node that a daemon names', pod(pinned('n1')), pod(pinned('n2')), true],
  ['a state that says nothing of resources', pod({}, {}, running('x')), pod({}, {}, running('y')), true],
  [
    'a resize under way',
    pod({}, {}, running('x')),
    pod({}, {}, running('x', { resources: { requests: { cpu: '1' } } })),
    false,
  ],
  [
    'a value that looks like two labels',
    pod({}, { labels: { app: 'a app=1:b' } }),
    pod({}, { labels: { app: 'a' } }),
    false,
  ],
]

for (const [name, one, other, areAlike] of rows) {
  test(`classes: ${name}`, () => {
    const { classOf } = classesOf([one, other], [service, set], podReader())
    assert.equal(classOf[0] === classOf[1], areAlike)
  })
}

test('daemons keep the node that each of them names', () => {
  const { classes, pins } = classesOf([pod(pinned('n1')), pod(pinned('n2')), pod()], [], podReader())
  assert.equal(classes.length, 2)
  assert.deepEqual(
    [...pins],
    [
      [0, 'n1'],
      [1, 'n2'],
    ],
  )
})
