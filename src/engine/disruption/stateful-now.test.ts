import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from '../pods/sample-estate.ts'
import { statefulNow } from './stateful-now.ts'

const namespace = 'shop'
const set = (spec = {}, status: object = { currentRevision: 'a', updateRevision: 'b' }) => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db', namespace },
  spec: { replicas: 2, ...spec },
  status,
})
const owner = { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db', uid: 'db', controller: true }

function pod(name: string, { labels = { 'controller-revision-hash': 'a' }, metadata = {}, status = {} } = {}) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels, ownerReferences: [owner], ...metadata },
    spec: { nodeName: 'n1', containers: [] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], ...status },
  }
}

function said(...objects: readonly object[]): string | undefined {
  const state = statefulNow(estateOf(objects as never)).get('StatefulSet/shop/db')
  const members = state?.pods.map(({ ordinal, revision, isReady, isTerminating }) => {
    return `${ordinal}${revision}${isReady ? '' : ' not ready'}${isTerminating ? ' going' : ''}`
  })
  return state && `${state.policy} from ${state.start}, ${state.partition} kept: ${members?.join(', ')}`
}

const plain = 'OrderedReady from 0, 0 kept: 0a'
const rows: [name: string, objects: readonly object[], says: string | undefined][] = [
  ['a member', [set(), pod('db-0')], plain],
  [
    'not ready',
    [set(), pod('db-0', { status: { conditions: [{ type: 'Ready', status: 'False' }] } })],
    `${plain} not ready`,
  ],
  ['on its way out', [set(), pod('db-0', { metadata: { deletionTimestamp: 'x' } })], `${plain} going`],
  [
    'without a condition it is not ready, where it does not run',
    [set(), pod('db-0', { status: { phase: 'Pending', conditions: [] } })],
    `${plain} not ready`,
  ],
  ['where it runs nobody shows it', [set(), pod('db-0', { status: { conditions: [] } })], undefined],
  ['nobody shows its template', [set(), pod('db-0', { labels: {} as never })], undefined],
  ['nobody shows which templates there are', [set({}, {}), pod('db-0')], undefined],
  ['no ordinal', [set(), pod('db')], undefined],
  ['no member is shown', [set()], undefined],
  [
    'all that a set may ask for',
    [
      set({
        podManagementPolicy: 'Parallel',
        ordinals: { start: 3 },
        updateStrategy: { rollingUpdate: { partition: 1 } },
      }),
      pod('db-3'),
    ],
    'Parallel from 3, 1 kept: 3a',
  ],
]
for (const [name, objects, says] of rows) test(`stateful now: ${name}`, () => assert.equal(said(...objects), says))

const since = (lastTransitionTime: unknown) =>
  pod('db-0', { status: { conditions: [{ type: 'Ready', status: 'True', lastTransitionTime }] } })
const long = Number.MAX_SAFE_INTEGER
const ready: [name: string, takenAt: string | undefined, since: unknown, seconds: number][] = [
  ['half a minute before the picture', '2026-11-20T06:30:00Z', '2026-11-20T06:29:30Z', 30],
  ['by a clock that is ahead', '2026-11-20T06:30:00Z', '2026-11-20T06:30:05Z', 0],
  ['nobody says when the picture was taken', undefined, '2026-11-20T06:29:30Z', long],
  ['nobody says since when', '2026-11-20T06:30:00Z', 3, long],
]
for (const [name, takenAt, at, seconds] of ready)
  test(`stateful now: ready for so long: ${name}`, () => {
    const estate = { ...estateOf([set(), since(at)] as never), ...(takenAt !== undefined && { takenAt }) }
    assert.equal(statefulNow(estate).get('StatefulSet/shop/db')?.pods[0]?.readySeconds, seconds)
  })
