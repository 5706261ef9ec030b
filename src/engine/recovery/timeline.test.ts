import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../estate/estate.ts'
import type { Step } from '../../platform/model.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { storeEstate, storePod } from './sample-store.ts'
import { nodeLossTimeline, type Timeline } from './timeline.ts'

const stay = (tolerationSeconds?: number) => ({
  key: 'node.kubernetes.io/unreachable',
  operator: 'Exists' as const,
  effect: 'NoExecute' as const,
  tolerationSeconds,
})
const web = (tolerationSeconds?: number, delay?: number): PodClass =>
  storePod({
    kind: 'Deployment',
    workload: 'Deployment/shop/checkout',
    count: 2,
    claims: [],
    spec: {
      containers: [{ name: 'main', readinessProbe: delay ? { initialDelaySeconds: delay } : undefined }],
      tolerations: [stay(tolerationSeconds)],
    },
  })
const starts: Fact = {
  trait: 'starts',
  of: 'Deployment/shop/checkout',
  takesSeconds: { from: 30, to: 90 },
  standing: { is: 'declared' },
  source: {},
  component: 'checkout',
  environment: 'live',
}
const plan = (...steps: Step[]) => ({ is: 'procedure' as const, name: 'node-loss', steps })
const end: Step = { name: 'end', takes: '30s', actor: 'kubernetes', does: 'terminate' }
const schedule: Step = { name: 'schedule', takes: '10s', actor: 'kubernetes', does: 'schedule' }
const start: Step = { name: 'start', takes: { from: '30s', to: '90s' }, actor: 'kubernetes', does: 'start' }
const fence: Step = { name: 'fence', takes: '10m', actor: 'person', does: 'fence' }

type Row = [
  name: string,
  pod: PodClass,
  steps: Step[] | undefined,
  replaced: Timeline['replaced'],
  because: Timeline['because'],
  least: number,
  most: number | undefined,
]
const never = Number.POSITIVE_INFINITY

// 1.33: 50 s until the node is not ready (and up to two looks of 5 s), its turn (0.1 s, or one lost: 10 s), then the pod's
// own toleration, then its start.
const rows: Row[] = [
  ['the defaults', web(300), [end, schedule, start], 'by itself', undefined, 50 + 300 + 40, 70.1 + 300 + 100],
  ['a shorter toleration', web(30), [end, schedule, start], 'by itself', undefined, 120, 200.1],
  ['a start that somebody estimates', web(300), undefined, 'by itself', undefined, 380, 460.1],
  ['no sooner than the readiness probe begins', web(300, 60), undefined, 'by itself', undefined, 410, 460.1],
  ['for ever tolerated', web(), [start], 'never', 'tolerates for ever', never, never],
  ['a StatefulSet waits for its pod', storePod(), [end, schedule, start], 'never', 'nobody fences', never, never],
  [
    'until somebody takes the node from it',
    storePod(),
    [fence, schedule, start],
    'once fenced',
    undefined,
    50 + 600 + 40,
    60 + 600 + 80 + 100,
  ],
  ['a bare pod', storePod({ kind: 'Pod' }), [fence, start], 'never', 'bare pod', never, never],
]

for (const [name, pod, steps, replaced, because, least, most] of rows) {
  test(`node loss: ${name}`, () => {
    const found = nodeLossTimeline(storeEstate([starts]), pod, { procedure: steps && plan(...steps) })
    assert.deepEqual(
      [found.replaced, found.because, found.ready.from, found.ready.to],
      [replaced, because, least, most],
    )
    assert.deepEqual(found.traffic, { from: 50, to: 60 })
    for (const { id } of found.assumes)
      assert.equal(
        nodeLossTimeline(storeEstate([starts]), pod, { procedure: steps && plan(...steps), denied: new Set([id]) })
          .ready.from,
        never,
      )
  })
}

test('node loss: the grace period is that of the minor', () => {
  const grace = (minor: string | undefined) => nodeLossTimeline(storeEstate([], { minor }), web(300)).traffic
  assert.deepEqual(grace('1.31'), { from: 40, to: 50 })
  assert.deepEqual(grace('1.36'), { from: 50, to: 60 })
  assert.deepEqual(grace(undefined), { from: 0, to: undefined, isMore: true })
})

test('node loss: the flags of a controller manager that is shown count', () => {
  const estate = storeEstate([])
  const command = ['kube-controller-manager', '--node-monitor-grace-period=20s']
  const metadata = { name: 'kube-controller-manager-n1', namespace: 'kube-system' }
  const manifest = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: 'main', command }] } }
  const shown = { ref: 'Pod/kube-system/kube-controller-manager-n1', manifest, origin: 'read', source: {} } as const
  const { traffic } = nodeLossTimeline({ ...estate, objects: [...estate.objects, shown] }, web(300))
  assert.deepEqual(traffic, { from: 20, to: 30 })
})

test('node loss: the requests for the pods of a full node wait for each other', () => {
  const { traffic, ready } = nodeLossTimeline(storeEstate([starts]), web(300), { pods: 110 })
  assert.deepEqual([traffic, ready.to], [{ from: 50, to: 69.8 }, 505.4])
})

test('node loss: there is no graceful end on a dead node', () => {
  assert.deepEqual(nodeLossTimeline(storeEstate([]), web(300), { procedure: plan(end, start) }).skipped, [end])
})
