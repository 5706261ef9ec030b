import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measureName } from '../../platform/figure-id.ts'
import { loss } from '../../platform/language/failure.ts'
import { free, headroom, left, minus, percent, span, taken, time, total } from '../../platform/language/measure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { value } from '../../platform/language/stated.ts'
import type { Measure } from '../../platform/model.ts'
import { machine, says, shop } from '../sample.ts'
import { figureWords } from './measure-words.ts'

const n1 = machine('n1', 'east')
const { harbour, live, orders, ledgerDb } = shop({ nodes: [n1], cluster: { pools: { front: [n1] } } })
const rebuild = procedure('rebuild', { steps: [step('decide', { takes: '5m', actor: 'person' })] })

const rows: [measure: Measure, stated: string | number, name: string, words: string][] = [
  [total.cpuRequests(live), 13.5, 'cpu-requested', 'live requests 13.5 cores'],
  [total.cpuRequests(orders), '500m', 'orders-cpu-requested', 'orders requests 500m'],
  [total.memoryRequests(live), '25Gi', 'memory-requested', 'live requests 25Gi of memory'],
  [total.storage(live, 'all'), '400Gi', 'storage', 'live has 400Gi of storage'],
  [total.storage(live, 'backups'), '70Gi', 'storage-of-backups', 'live has 70Gi of storage for backups'],
  [total.pods(live), 22, 'pods', 'live runs 22 pods'],
  [total.crossings(live), 0, 'calls-that-cross-zones', '0 declared calls of live may cross from zone to zone'],
  [total.pods(orders), 1, 'orders-pods', 'orders runs 1 pod'],
  [total.nodes(harbour), 4, 'nodes', 'harbour has 4 nodes'],
  [total.cpu(harbour), 1, 'cpu', 'harbour has 1 core'],
  [total.memory(harbour, { pool: 'front' }), '64G', 'memory-of-front', 'the pool front of harbour has 64G of memory'],
  [total.disk(harbour), '2T', 'disk', 'harbour has 2T of disk'],
  [free.cpu(harbour), 29, 'free-cpu', '29 cores are free in harbour'],
  [free.cpu(live), 29, 'free-cpu', '29 cores are free for live'],
  [percent(free.memory(harbour)), '38%', 'free-memory-percent', '38% of the memory is free in harbour'],
  [percent(taken.cpu(harbour)), '55%', 'taken-cpu-percent', '55% of the cores are taken in harbour'],
  [headroom.cpu(live), 15.5, 'cpu-headroom', 'live leaves 15.5 cores free'],
  [percent(headroom.cpu(live)), '53%', 'cpu-headroom-percent', 'live leaves 53% of the free cores free'],
  [span.backups(ledgerDb), '7d', 'ledger-db-span-of-backups', 'the copies of ledger-db reach back 7d'],
  [time.of(rebuild), '4h', 'rebuild-time-of-all-steps', 'the steps of rebuild take 4h'],
  [
    left(orders, loss.node),
    '67%',
    'orders-share-of-pods-left',
    '67% of the pods of orders are left after the loss of a node',
  ],
  [
    left(harbour, loss.zone),
    0,
    'nodes-left-after-loss-of-a-zone',
    '0 nodes of harbour are left after the loss of a zone',
  ],
  [
    left(orders, loss.zone),
    '50%',
    'orders-share-of-pods-left-after-loss-of-a-zone',
    '50% of the pods of orders are left after the loss of a zone',
  ],
  [
    minus(value(29, says('6', 1)), total.cpuRequests(live)),
    15.5,
    'stated-minus-cpu-requested',
    '29 minus cpu requested of live is 15.5',
  ],
  [
    percent(minus(value(29, says('6', 1)), total.cpuRequests(live))),
    '53%',
    'stated-minus-cpu-requested-percent',
    '29 minus cpu requested of live as a share is 53%',
  ],
]

for (const [measure, stated, name, words] of rows) {
  test(`figure: ${words}`, () => {
    assert.equal(figureWords(measure, stated), words)
    assert.equal(measureName(measure), name)
  })
}
