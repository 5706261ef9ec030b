import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupsOf } from './groups.ts'
import { reason, verdict } from './sample-verdict.ts'
import type { Verdict } from './verdict.ts'

const broken = (id: string, kind: Verdict['kind'], ...causes: readonly string[]) =>
  verdict(id, 'broken', { kind, because: causes.map((cause) => reason(cause)) })

const node = broken('survives/live/loss-of-a-node/ledger-db', 'promise', 'bound volume', 'no room')
const other = broken('survives/live/loss-of-a-node/orders', 'promise', 'no room')
const pods = broken('figure/live/pods', 'figure', 'figure/pods')
const headline = broken('figure/live/headline', 'figure', 'figure/pods')
const roles = broken('roles/live/ledger-db', 'question', 'bound volume')
const drains = broken('drains/live/ledger-db', 'question', 'no room', 'budget')

type Shown = readonly [lead: string, others: readonly string[], shown: readonly (readonly [string, string])[]]

const rows: [name: string, broken: readonly Verdict[], groups: readonly Shown[]][] = [
  ['nothing', [], []],
  [
    'promises lead, then figures, then questions',
    [roles, pods, other],
    [
      [other.id, [], []],
      [pods.id, [], []],
      [roles.id, [], []],
    ],
  ],
  ['the one with more causes leads', [other, node], [[node.id, [other.id], []]]],
  ['one root, several names', [headline, pods], [[headline.id, [pods.id], []]]],
  [
    'what shows a new cause leads, and names where the others are shown',
    [drains, node, roles],
    [
      [node.id, [roles.id], []],
      [drains.id, [], [['no room', node.id]]],
    ],
  ],
]

for (const [name, verdicts, groups] of rows) {
  test(`groups: ${name}`, () => {
    for (const order of [verdicts, verdicts.toReversed()]) {
      const found = groupsOf(order).map(({ lead, others, shown }) => [lead.id, others.map(({ id }) => id), [...shown]])
      assert.deepEqual(found, groups)
    }
  })
}
