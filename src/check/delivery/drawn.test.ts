import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadBalancer } from '../../platform/component/load-balancer.ts'
import { objectStore } from '../../platform/component/object-store.ts'
import { postgres } from '../../platform/component/postgres.ts'
import { service } from '../../platform/component/service.ts'
import { sharedVolume } from '../../platform/component/shared-volume.ts'
import { bucket } from '../../platform/language/bucket.ts'
import { call } from '../../platform/language/call.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { type DrawingOptions, drawing } from '../../platform/language/drawing.ts'
import { environment } from '../../platform/language/environment.ts'
import { managed } from '../../platform/language/managed.ts'
import { monitoring } from '../../platform/language/monitoring.ts'
import { platform } from '../../platform/language/platform.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { drawn } from './drawn.ts'
import { askedOf, type Places } from './sample-plans.ts'

// checkout calls orders, orders calls ledger-db; versions go from trial to live.
const rows: [name: string, drawing: (places: Places) => DrawingOptions, verdict: Word, line: string][] = [
  [
    'as it is declared',
    ({ live, checkout, orders, ledgerDb }) => ({
      of: live,
      arrows: [
        [checkout, orders],
        [orders, ledgerDb],
      ],
    }),
    'kept',
    'all arrows are ways that are declared: 2',
  ],
  [
    'all of it',
    ({ live, checkout, orders, ledgerDb }) => ({
      of: live,
      arrows: [
        [checkout, orders],
        [orders, ledgerDb],
      ],
    }),
    'kept',
    'all 3 components of live are drawn',
  ],
  [
    'a box that nobody declares',
    ({ checkout, orders }) => ({
      arrows: [
        [checkout, orders],
        [orders, 'data lake'],
      ],
    }),
    'broken',
    'drawn, and declared nowhere: 1 of 3 boxes',
  ],
  [
    'an arrow that nobody declares',
    ({ checkout, orders }) => ({
      arrows: [
        [checkout, orders],
        [orders, checkout],
      ],
    }),
    'broken',
    'drawn, and declared nowhere: 1 of 2 arrows',
  ],
  [
    'a call without an arrow',
    ({ checkout, orders, ledgerDb }) => ({ arrows: [[checkout, orders]], boxes: [ledgerDb] }),
    'broken',
    '1 declared way between two boxes has no arrow',
  ],
  [
    'an arrow through what is left out',
    ({ checkout, ledgerDb }) => ({ arrows: [[checkout, ledgerDb]] }),
    'kept',
    'all arrows are ways that are declared: 1',
  ],
  [
    'left out where all is to be drawn',
    ({ live, checkout, ledgerDb }) => ({ of: live, arrows: [[checkout, ledgerDb]] }),
    'broken',
    'not drawn: 1 of 3 components of live',
  ],
  ['boxes alone', ({ checkout, ledgerDb }) => ({ boxes: [checkout, ledgerDb] }), 'kept', 'all boxes are declared: 2'],
  [
    'a cluster with all that runs on it',
    ({ live, harbour }) => ({ of: live, boxes: [harbour] }),
    'kept',
    'all 3 components of live are drawn',
  ],
  [
    'what is watched',
    ({ live, checkout, ledgerDb }) => ({
      arrows: [[ledgerDb, monitoring('eyes', { by: [checkout], covers: [live], watches: [ledgerDb] })]],
    }),
    'kept',
    'all arrows are ways that are declared: 1',
  ],
  [
    'what is not said to be watched',
    ({ live, checkout, ledgerDb }) => ({
      arrows: [[ledgerDb, monitoring('eyes', { by: [checkout], covers: [live] })]],
    }),
    'broken',
    'drawn, and declared nowhere: 1 of 1 arrow',
  ],
  [
    'where versions go',
    ({ trial, live }) => ({ arrows: [[trial, live]] }),
    'kept',
    'all arrows are ways that are declared: 1',
  ],
  [
    'where no version goes',
    ({ trial, last }) => ({ arrows: [[trial, last]] }),
    'broken',
    'drawn, and declared nowhere: 1 of 1 arrow',
  ],
  [
    'a way of versions that is left out',
    ({ trial, last, live }) => ({
      arrows: [
        [trial, last],
        [last, live],
      ],
    }),
    'broken',
    '1 declared way between two boxes has no arrow',
  ],
]

for (const [name, options, verdict, line] of rows) {
  test(`drawn: ${name}`, () => {
    const [found] = askedOf(drawn, (places) => ({
      drawings: [drawing('layout', options(places))],
      promotions: [promotion({ from: places.trial, to: places.live })],
    }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    assert.ok(lines.includes(line), lines.join('\n'))
  })
}

test('drawn: what a call goes through is drawn between the two', () => {
  const inner = loadBalancer('inner', { internal: true })
  const table = postgres('table', { volume: { size: '10Gi' } })
  const desk = service('desk', { listens: 8080, calls: [call(table, { through: inner })] })
  const harbour = cluster('harbour', { kubernetes: '1.36', nodes: [machine('n1', 'a')] })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [inner, table, desk] })
  const answer = (arrows: NonNullable<DrawingOptions['arrows']>) =>
    verdictsOf(
      drawn,
      sampleWorld(platform('shop', { environments: [live], drawings: [drawing('layout', { of: live, arrows })] })),
    )[0]?.verdict
  assert.equal(
    answer([
      [desk, inner],
      [inner, table],
    ]),
    'kept',
  )
  assert.equal(
    answer([
      [desk, table],
      [inner, table],
    ]),
    'broken',
  )
})

test('drawn: where copies go may be shown, and need not', () => {
  const copies = bucket('copies', { host: 's3.example.com', secret: 'copies-keys' })
  const safe = objectStore('safe', { managedBy: managed('s3') })
  const backups = [
    { name: 'nightly', by: 'pg_dump', every: '24h' as const, to: safe },
    { name: 'hourly', by: 'pg_dump', every: '1h' as const, to: copies },
  ]
  const drawnWith = (options: (places: Places) => DrawingOptions, ledgerDb: object) =>
    askedOf(drawn, (places) => ({ drawings: [drawing('layout', options(places))] }), { ledgerDb })[0]?.verdict
  const toSafe = ({ ledgerDb }: Places): DrawingOptions => ({ arrows: [[ledgerDb, safe]] })
  assert.equal(drawnWith(toSafe, { backups }), 'kept')
  assert.equal(drawnWith(toSafe, { backups: backups.slice(1) }), 'broken')
  const apart = ({ orders, ledgerDb }: Places): DrawingOptions => ({ arrows: [[orders, ledgerDb]], boxes: [safe] })
  assert.equal(drawnWith(apart, { backups }), 'kept')
})

test('an arrow to where a version is promoted, and nobody says from where, is open', () => {
  const [found] = askedOf(drawn, ({ trial, live, last }) => ({
    promotions: [promotion({ to: live }), promotion({ from: trial, to: last })],
    drawings: [
      drawing('way', {
        arrows: [
          [trial, live],
          [trial, last],
        ],
      }),
    ],
  }))
  assert.equal(found?.verdict, 'unknown')
  assert.equal(found?.because[1]?.says.line, 'drawn, and nobody says where versions come from: 1 of 2 arrows')
})

test('a volume that others mount is no box of its own', () => {
  const more = () => [sharedVolume('media', { size: '10Gi' })]
  const whole = ({ live, checkout, orders, ledgerDb }: Places) => ({
    drawings: [
      drawing('all', {
        of: live,
        arrows: [
          [checkout, orders],
          [orders, ledgerDb],
        ],
      }),
    ],
  })
  const [found] = askedOf(drawn, whole, { more })
  assert.equal(found?.because.at(-1)?.says.line, 'all 3 components of live are drawn')
})
