import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rollout } from './rollout.ts'
import { freshRollout, runRollout } from './rollout-run.ts'

const rows: [name: string, kind: string, spec: object, says: string | undefined][] = [
  ['defaults', 'Deployment', { replicas: 3 }, '3 to 4'],
  ['a quarter away rounds down, a quarter more rounds up', 'Deployment', { replicas: 10 }, '8 to 13'],
  ['one away, one more', 'Deployment', rolling(3, 1, 1), '2 to 4'],
  ['percentages that round to nothing leave one away', 'Deployment', rolling(3, '1%', 0), '2 to 3'],
  ['no more away than there are', 'Deployment', rolling(2, 5, 0), '0 to 2'],
  ['one pod by default', 'Deployment', {}, '1 to 2'],
  ['recreate', 'Deployment', { replicas: 3, strategy: { type: 'Recreate' } }, '0 to 3'],
  ['one by one', 'StatefulSet', { replicas: 3 }, '2 to 3'],
  ['nothing to replace', 'Deployment', { replicas: 0 }, '0 to 0'],
  ['what nobody can read', 'Deployment', rolling(3, 'some', 1), undefined],
  ['another kind', 'DaemonSet', {}, undefined],
]

function rolling(replicas: number, maxUnavailable: unknown, maxSurge: unknown): object {
  return { replicas, strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable, maxSurge } } }
}

for (const [name, kind, spec, says] of rows) {
  test(`rollout: ${name}`, () => {
    const made = rollout({ apiVersion: 'apps/v1', kind, metadata: { name: 'cart' }, spec })
    assert.equal(made && `${made.leastAvailable} to ${made.mostPresent}`, says)
  })
}

test('rollout: whatever is asked for, the controller keeps within it, and comes to it', () => {
  const amounts = [0, 1, 2, 5, '0%', '1%', '25%', '34%', '100%']
  for (let replicas = 1; replicas <= 7; replicas++)
    for (const maxUnavailable of amounts)
      for (const maxSurge of amounts) {
        const manifest = {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: {},
          spec: rolling(replicas, maxUnavailable, maxSurge),
        }
        const found = rollout(manifest)
        assert.ok(found)
        const fresh = freshRollout({ replicas, strategy: 'RollingUpdate', maxSurge, maxUnavailable })
        const { leastAvailable, mostPresent } = runRollout(fresh, { comesUp: () => true })
        assert.ok(leastAvailable >= found.leastAvailable && mostPresent <= found.mostPresent)
        assert.ok(leastAvailable === found.leastAvailable || mostPresent === found.mostPresent)
      }
})
