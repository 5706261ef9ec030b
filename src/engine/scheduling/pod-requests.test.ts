import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { podRequests } from './pod-requests.ts'

type Spec = { readonly [field: string]: unknown }

const asks = (cpu?: string, memory?: string, more: Spec = {}) => ({
  name: 'main',
  resources: { requests: { ...(cpu && { cpu }), ...(memory && { memory }) } },
  ...more,
})
const always = { restartPolicy: 'Always' }

const rows: readonly (readonly [name: string, spec: Spec, milliCpu: number, memoryMi: number])[] = [
  ['containers are summed', { containers: [asks('1', '1Gi'), asks('500m', '1Gi')] }, 1500, 2048],
  [
    'an init container before them counts where it is larger',
    { containers: [asks('1', '1Gi')], initContainers: [asks('2', '512Mi')] },
    2000,
    1024,
  ],
  [
    'one that stays on counts beside them',
    { containers: [asks('1', '1Gi')], initContainers: [asks('500m', '1Gi', always)] },
    1500,
    2048,
  ],
  [
    'and beside the init containers after it',
    { containers: [asks('1')], initContainers: [asks('500m', undefined, always), asks('2')] },
    2500,
    0,
  ],
  [
    'but not those before it',
    { containers: [asks('1')], initContainers: [asks('2'), asks('500m', undefined, always)] },
    2000,
    0,
  ],
  ['overhead comes on top', { containers: [asks('1', '1Gi')], overhead: { cpu: '250m', memory: '64Mi' } }, 1250, 1088],
  [
    'what is said for the pod as a whole comes instead',
    { containers: [asks('1', '1Gi')], resources: { requests: { cpu: '3' } } },
    3000,
    1024,
  ],
  ['a thousandth of a byte is a byte', { containers: [asks(undefined, '1m'), asks(undefined, '1m')] }, 0, 1 / 2 ** 20],
]
for (const [name, spec, milliCpu, memoryMi] of rows) {
  test(`requests: ${name}`, () => {
    const { asked } = podRequests(podWith(spec))
    assert.deepEqual([asked.milliCpu, asked.memoryBytes / 2 ** 20], [milliCpu, memoryMi])
  })
}

function podWith(spec: Spec, status: Spec = {}): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec, status }
}

test('requests: for scores a container that says nothing asks for 100m and 200Mi, one that says 0 for 0', () => {
  const { takenAtLeast, asked } = podRequests(podWith({ containers: [asks(), asks('0', '0')] }))
  assert.deepEqual(takenAtLeast, { milliCpu: 100, memoryBytes: 200 * 2 ** 20 })
  assert.equal(asked.milliCpu, 0)
})

// NewFit leaves the gates of its scorer closed (noderesources/fit.go:240), so the score of a pod does not read them.
test('requests: what is said for the pod as a whole is not read by the score of its room', () => {
  const { leastAllocated, balanced, takenAtLeast } = podRequests(
    podWith({ containers: [asks('1', '1Gi')], resources: { requests: { cpu: '3', memory: '3Gi' } } }),
  )
  assert.equal(leastAllocated.milliCpu, 1000)
  assert.equal(balanced.milliCpu, 3000)
  assert.equal(takenAtLeast.milliCpu, 3000)
})

const resizes: readonly (readonly [name: string, status: Spec, milliCpu: number])[] = [
  ['smaller already, and not yet in force', { resources: { requests: { cpu: '2' } } }, 2000],
  ['granted more than runs', { resources: { requests: { cpu: '1' } }, allocatedResources: { cpu: '3' } }, 3000],
  ['a status without resources says nothing', { allocatedResources: { cpu: '3' } }, 1000],
]
for (const [name, state, milliCpu] of resizes) {
  test(`requests: a resize: ${name}`, () => {
    const status = { containerStatuses: [{ name: 'main', ...state }] }
    const { taken, asked } = podRequests(podWith({ containers: [asks('1')] }, status))
    assert.deepEqual([taken.milliCpu, asked.milliCpu], [milliCpu, 1000])
  })
}

test('requests: a resize that can never be granted does not count', () => {
  const status = {
    conditions: [{ type: 'PodResizePending', reason: 'Infeasible' }],
    containerStatuses: [{ name: 'main', resources: { requests: { cpu: '1' } } }],
  }
  assert.equal(podRequests(podWith({ containers: [asks('8')] }, status)).taken.milliCpu, 1000)
})

for (const spec of [{}, { containers: 'none' }, { containers: [null, 3, { resources: 7 }], overhead: [] }]) {
  test(`requests: what is no pod asks for nothing: ${JSON.stringify(spec)}`, () => {
    assert.equal(podRequests(podWith(spec)).asked.milliCpu, 0)
  })
}
