import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlaceOptions } from '../../platform/component/options.ts'
import { promise } from '../../platform/language/promise.ts'
import { applyEdits } from '../apply.ts'
import { linesOf, machine, sampleWorld, shop, verdictsOf } from '../sample.ts'
import { stands } from './stands.ts'

const quay = { labels: { quay: 'north' } }
const nodes = [machine('n1', 'east', quay), machine('n2', 'east', quay), machine('n3', 'west')]
const host = 'kubernetes.io/hostname'

const rows: [
  name: string,
  place: PlaceOptions | undefined,
  of: { pool?: string; apart?: string },
  verdict: string,
  lines: string[],
][] = [
  [
    'nothing ties it to the pool',
    undefined,
    { pool: 'north' },
    'broken',
    ['nothing ties checkout to the pool north: n3 may take it too'],
  ],
  [
    'what is preferred is no rule',
    { prefer: [{ label: 'quay', weight: 100 }], apart: [{ by: host, how: 'preferred', weight: 100 }] },
    { pool: 'north', apart: host },
    'broken',
    [
      'nothing ties checkout to the pool north: n3 may take it too',
      'no rule keeps the 2 pods of checkout apart: 2 may stand on n1; what is preferred is no rule',
    ],
  ],
  [
    'required rules',
    { require: [{ label: 'quay' }], apart: [{ by: host, how: 'required' }] },
    { pool: 'north', apart: host },
    'kept',
    [
      'the rules of checkout take nodes of the pool north only: n1, n2',
      'required anti-affinity on kubernetes.io/hostname leaves at most one pod of checkout on one kubernetes.io/hostname',
    ],
  ],
  [
    'a spread that is tight enough',
    { spread: [{ by: host, maxSkew: 1, how: 'required' }] },
    { apart: host },
    'kept',
    [
      'a required spread with maxSkew 1 on kubernetes.io/hostname leaves at most one pod of checkout on one kubernetes.io/hostname',
    ],
  ],
  [
    'apart by node is not apart by zone',
    { apart: [{ by: host, how: 'required' }] },
    { apart: 'topology.kubernetes.io/zone' },
    'broken',
    ['no rule keeps the 2 pods of checkout apart: 2 may stand on east'],
  ],
  [
    'no node of the pool takes it',
    { require: [{ label: 'crane' }] },
    { pool: 'north' },
    'broken',
    ['no node of the pool north takes checkout'],
  ],
]

for (const [name, place, of, verdict, lines] of rows) {
  test(`stands: ${name}`, () => {
    const made = shop({
      nodes,
      cluster: { pools: { north: nodes.slice(0, 2) } },
      checkout: { replicas: 2, ...(place && { place }) },
      promises: ({ live, checkout }) => [promise.stands(checkout, { in: live, ...of })],
    })
    const [found] = verdictsOf(stands, sampleWorld(made.platform))
    assert.ok(found)
    assert.equal(found.id, 'stands/live/checkout')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)

    const edits = found.because.flatMap((reason) => reason.fix ?? [])
    if (edits.length === 0) return
    const again = (some: typeof edits) => verdictsOf(stands, sampleWorld(applyEdits(made.platform, some)))[0]?.verdict
    assert.equal(again(edits), 'kept', 'the fix fixes')
    for (const edit of edits)
      assert.notEqual(again(edits.filter((one) => one !== edit)), 'kept', 'and no part of it does')
  })
}
