import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeploymentState, ReplicaSetState } from './deployment-state.ts'
import { syncDeployment } from './deployment-sync.ts'

type Spec = Partial<Omit<DeploymentState, 'sets'>>

/** `old 3` all ready; `new 2/1` two, of which one is available; sized for 4 replicas and 5 pods at most. */
function sets(text: string, replicas: number, surge = 1): ReplicaSetState[] {
  return text
    .split(', ')
    .filter(Boolean)
    .map((one) => {
      const [name = '', sizes = ''] = one.split(' ')
      const [size = 0, available = size] = sizes.split('/').map(Number)
      const counts = { pods: size, ready: available, available, leaving: 0 }
      return {
        name,
        isCurrent: name.startsWith('new'),
        replicas: size,
        ...counts,
        desired: replicas,
        most: replicas + surge,
      }
    })
}

function after(spec: Spec, before: readonly ReplicaSetState[]): string {
  const state = {
    replicas: 4,
    strategy: 'RollingUpdate',
    maxSurge: 1,
    maxUnavailable: 0,
    isPaused: false,
    pods: 4,
    sets: before,
    ...spec,
  } as const
  return syncDeployment(state)
    .sets.map(({ name, replicas }) => `${name} ${replicas}`)
    .join(', ')
}

const rows: [name: string, spec: Spec, before: string, after: string][] = [
  ['a new ReplicaSet begins with the surge', {}, 'old 4', 'old 4, new 1'],
  ['with all there may be at once', { maxSurge: '100%' }, 'old 4', 'old 4, new 4'],
  ['without a surge it begins empty, and an old pod goes', { maxSurge: 0, maxUnavailable: 1 }, 'old 4', 'old 3, new 0'],
  ['the first of all has nothing to wait for', {}, '', 'new 4'],
  ['an old pod goes where a new one is available', {}, 'old 4, new 1', 'old 3, new 1'],
  ['none goes before', {}, 'old 4, new 1/0', 'old 4, new 1'],
  [
    'old pods that are not available go first',
    { maxUnavailable: 1 },
    'older 2/1, old 2, new 1/0',
    'older 1, old 2, new 1',
  ],
  ['then the oldest', { maxUnavailable: 1 }, 'older 2, old 2, new 1', 'older 0, old 2, new 1'],
  ['the new one grows into the room', {}, 'old 3, new 1', 'old 3, new 2'],
  ['and shrinks to what is wanted', {}, 'new 6', 'new 4'],
  ['nothing is left to do', {}, 'old 0, new 4', 'old 0, new 4'],
  ['Recreate ends the old pods', { strategy: 'Recreate' }, 'old 4', 'old 0'],
  ['paused it makes no new ReplicaSet', { isPaused: true }, 'old 4', 'old 4'],
  ['paused with none active the newest grows', { isPaused: true }, 'older 0, old 0', 'older 0, old 4'],
]
for (const [name, spec, before, says] of rows) {
  test(`deployment sync: ${name}`, () => assert.equal(after(spec, sets(before, spec.replicas ?? 4)), says))
}

const scaled: [name: string, spec: Spec, before: string, was: number, after: string][] = [
  ['the only one grows', { replicas: 6 }, 'old 4', 4, 'old 6'],
  ['shares grow alike, what is left over goes to the largest', { replicas: 9 }, 'old 3, new 2', 4, 'old 6, new 4'],
  ['shares shrink alike', { replicas: 5 }, 'old 8, new 3', 10, 'old 4, new 2'],
  ['to nothing', { replicas: 0 }, 'old 3, new 2', 4, 'old 0, new 0'],
  ['nobody waits for a ReplicaSet that is whole', { replicas: 4 }, 'old 2, new 4', 4, 'old 0, new 4'],
  ['Recreate waits for one of them to end', { replicas: 9, strategy: 'Recreate' }, 'old 3, new 2', 4, 'old 3, new 2'],
]
for (const [name, spec, before, was, says] of scaled) {
  test(`deployment sync, scaled: ${name}`, () => assert.equal(after(spec, sets(before, was)), says))
}

test('deployment sync: Recreate makes no new pod before the last old one is gone', () => {
  const old = (leaving: number, pods: number) => sets('old 0', 4).map((set) => ({ ...set, leaving, pods }))
  assert.equal(after({ strategy: 'Recreate' }, old(0, 1)), 'old 0')
  assert.equal(after({ strategy: 'Recreate' }, old(1, 0)), 'old 0')
  assert.equal(after({ strategy: 'Recreate' }, old(0, 0)), 'old 0, new 4')
})

test('deployment sync: without annotations the share is of the pods that the status counts', () => {
  const bare = sets('old 3, new 2', 4).map(({ most, ...set }) => set)
  assert.equal(after({ replicas: 9, pods: 5 }, bare), 'old 6, new 4')
  assert.equal(after({ replicas: 9, pods: 0 }, bare), 'old 8, new 2')
})

test('deployment sync: a ReplicaSet that somebody else has sized stops the rollout for ever', () => {
  const resized = sets('old 4', 7)
  assert.equal(after({}, resized), 'old 4')
})

test('deployment sync: products wrap around at 32 bits, as theirs do', () => {
  assert.equal(after({ replicas: 90_010 }, sets('old 45000, new 45000', 90_000)), 'old -2716, new 92727')
})
