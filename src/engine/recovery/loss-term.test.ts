// What a loss is made of, how the members of a store share their rows, and why a pod is not replaced: each by its name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '../../estate/estate.ts'
import type { Failure } from '../../platform/model.ts'
import { copiesOf, type Members } from './copies.ts'
import type { LossTerm } from './loss-term.ts'
import { apartByHost, backupFact, replicatesFact, storeEstate, storePod } from './sample-store.ts'
import { nodeLossTimeline, type Timeline } from './timeline.ts'
import { worstLoss } from './worst-loss.ts'

const node: Failure = { is: 'failure', kind: 'loss', of: 'node' }
const wrong: Failure = { is: 'failure', kind: 'corruption', of: 'store' }
const three = storePod({ count: 3, spec: { containers: [], affinity: apartByHost } })

const terms: [failure: Failure, facts: Fact[], terms: LossTerm['what'][]][] = [
  [node, [replicatesFact({ lagSeconds: 5 })], ['lag']],
  [node, [replicatesFact({ mode: 'synchronous' })], []],
  [wrong, [backupFact()], ['interval', 'copying', 'noticing']],
]
for (const [failure, facts, expected] of terms)
  test(`terms of a loss: ${failure.kind}, ${expected.join(', ') || 'none'}`, () => {
    const loss = worstLoss(storeEstate(facts), three, failure)
    assert.deepEqual(
      loss.terms.map(({ what }) => what),
      expected,
    )
  })

const shares: [name: string, count: number, facts: Fact[], by: string | undefined, share: Members['share']][] = [
  ['one member', 1, [], undefined, 'one'],
  ['each holds all rows', 3, [replicatesFact()], undefined, 'follow'],
  [
    'nothing declared makes them follow',
    3,
    [replicatesFact({ standing: { is: 'declared' } })],
    undefined,
    'independent',
  ],
  ['none follows another', 3, [replicatesFact({ mode: 'none' })], undefined, 'independent'],
  ['each gathers the same', 2, [], 'made/harbour/prometheus-operator', 'alike'],
]
for (const [name, count, facts, by, share] of shares)
  test(`members of a store: ${name}`, () => {
    const made = by === undefined ? {} : { source: { made: { id: by, says: '', by: 'Prometheus/shop/main' as const } } }
    assert.equal(copiesOf(storeEstate(facts), storePod({ count, ...made })).members.share, share)
  })

const never: [name: string, kind: 'DaemonSet' | 'Deployment', nodes: number, because: Timeline['because']][] = [
  ['one a node', 'DaemonSet', 4, 'daemon'],
  ['nowhere else', 'Deployment', 1, 'only node'],
  ['somewhere else', 'Deployment', 2, undefined],
]
for (const [name, kind, nodes, because] of never)
  test(`replacement: ${name}`, () => {
    const estate = storeEstate([])
    const found = nodeLossTimeline(
      { ...estate, nodes: estate.nodes.slice(0, nodes) },
      storePod({ kind, spec: { containers: [{ name: 'db' }] } }),
    )
    assert.equal(found.because, because)
  })
