import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeploymentState } from './deployment-state.ts'
import { fenceposts } from './fenceposts.ts'
import { freshRollout, type RolloutScene, runRollout } from './rollout-run.ts'

type Spec = Partial<Omit<DeploymentState, 'sets' | 'pods'>>
const well: RolloutScene = { comesUp: () => true }
const broken: RolloutScene = { comesUp: (set) => set !== 'new' }

function line(spec: Spec, scene: RolloutScene): string {
  const rolling = { replicas: 3, strategy: 'RollingUpdate', maxSurge: '25%', maxUnavailable: '25%', ...spec } as const
  const { steps, leastAvailable, mostPresent, end } = runRollout({ ...freshRollout(rolling), ...spec }, scene)
  const sizes = steps.map((sets) => sets.map(({ replicas }) => replicas).join('+'))
  return `${sizes.join(' ')}: ${leastAvailable} to ${mostPresent}, ${end}`
}

const rows: [name: string, spec: Spec, scene: RolloutScene, says: string][] = [
  ['one more, then one away', {}, well, '3+1 2+1 2+2 1+2 1+3 0+3: 3 to 4, complete'],
  ['one away, then one more', { maxSurge: 0, maxUnavailable: 1 }, well, '2+0 2+1 1+1 1+2 0+2 0+3: 2 to 3, complete'],
  [
    'percentages that round to nothing leave one away',
    { maxSurge: 0, maxUnavailable: '1%' },
    well,
    '2+0 2+1 1+1 1+2 0+2 0+3: 2 to 3, complete',
  ],
  ['all at once', { maxSurge: '100%' }, well, '3+3 0+3: 3 to 6, complete'],
  ['Recreate', { strategy: 'Recreate' }, well, '0 0+3: 0 to 3, complete'],
  ['new pods that never come up hold it', {}, broken, '3+1: 3 to 4, not ready'],
  ['with one away meanwhile', { maxUnavailable: 1 }, broken, '2+1 2+2: 2 to 4, not ready'],
  ['paused', { isPaused: true }, well, ': 3 to 3, paused'],
  ['nothing to replace', { replicas: 0 }, well, '0+0: 0 to 0, complete'],
]
for (const [name, spec, scene, says] of rows) {
  test(`rollout run: ${name}`, () => assert.equal(line(spec, scene), says))
}

test('rollout run: a ReplicaSet that somebody else has sized', () => {
  const fresh = freshRollout({ replicas: 3, strategy: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 })
  const resized = { ...fresh, sets: fresh.sets.map((set) => ({ ...set, desired: 7 })) }
  assert.equal(runRollout(resized, well).end, 'resized')
})

test('rollout run: old pods that are not ready are no obstacle', () => {
  const fresh = freshRollout({ replicas: 3, strategy: 'RollingUpdate', maxSurge: 0, maxUnavailable: 1 })
  const unwell = { ...fresh, sets: fresh.sets.map((set) => ({ ...set, ready: 1, available: 1 })) }
  assert.equal(runRollout(unwell, { comesUp: (set) => set === 'new' }).end, 'complete')
})

test('rollout run: never fewer, never more than the arithmetic says, whatever the pace', () => {
  const amount = fc.oneof(fc.nat(5), fc.constantFrom('0%', '1%', '25%', '34%', '50%', '100%'))
  fc.assert(
    fc.property(fc.nat(12), amount, amount, fc.nat(3), (replicas, maxSurge, maxUnavailable, pace) => {
      const spec = { replicas, strategy: 'RollingUpdate', maxSurge, maxUnavailable } as const
      const posts = fenceposts(spec)
      const run = runRollout(freshRollout(spec), { comesUp: () => true, pace: pace + 1 })
      assert.equal(run.end, 'complete')
      assert.ok(run.leastAvailable >= replicas - posts.maxUnavailable)
      assert.ok(run.mostPresent <= replicas + posts.maxSurge)
    }),
    { numRuns: 200 },
  )
})
