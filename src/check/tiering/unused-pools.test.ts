import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pool } from '../../platform/language/pool.ts'
import type { Pool } from '../../platform/model.ts'
import { sampleWorld } from '../sample.ts'
import { unusedPools } from './unused-pools.ts'

const app = pool('app', { nodes: 2, cpu: 4, memory: '16Gi' })
const gpu = pool('gpu', { scales: 'on-demand', cpu: 4, memory: '16Gi' })
const kept = pool('kept', { nodes: 1, cpu: 4, memory: '16Gi', taints: [{ key: 'kept', effect: 'NoSchedule' }] })

const rows: [name: string, pools: readonly Pool[], chosen: Pool | undefined, says: readonly string[]][] = [
  ['none is chosen', [app, gpu], undefined, []],
  [
    'another is',
    [app, gpu],
    app,
    ['nothing chooses the pool gpu of harbour: only what chooses no pool may stand there'],
  ],
  [
    'one that keeps all away',
    [app, kept],
    undefined,
    ['nothing chooses the pool kept of harbour: its taints keep all others away'],
  ],
  [
    'one that keeps all others away',
    [app, kept],
    kept,
    ['nothing chooses the pool app of harbour: only what chooses no pool may stand there'],
  ],
  ['all are', [gpu], gpu, []],
]

for (const [name, pools, chosen, says] of rows) {
  test(`a pool that nothing chooses: ${name}`, () => {
    const world = sampleWorld({ cluster: { nodes: [], pools }, checkout: chosen ? { pool: chosen } : {} })
    assert.deepEqual(
      [...unusedPools(world)].map((one) => (typeof one.says === 'string' ? one.says : one.says.line)),
      says,
    )
  })
}
