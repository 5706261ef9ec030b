import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daemon } from '../../platform/component/daemon.ts'
import { prometheus } from '../../platform/component/prometheus.ts'
import { chart, command } from '../../platform/language/chart.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { type MonitoringOptions, monitoring } from '../../platform/language/monitoring.ts'
import { platform } from '../../platform/language/platform.ts'
import { pool } from '../../platform/language/pool.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { overlooks } from './overlooks.ts'

const app = pool('app', { nodes: 1, cpu: 4, memory: '8Gi' })
const east = cluster('east', { kubernetes: '1.34', nodes: [machine('n1', 'a')], pools: [app] })
const west = cluster('west', { kubernetes: '1.34', nodes: [machine('n2', 'b')] })
const [metrics, here, elsewhere, lost] = ['metrics', 'here', 'elsewhere', 'lost'].map((name) => prometheus(name)) as [
  ReturnType<typeof prometheus>,
  ReturnType<typeof prometheus>,
  ReturnType<typeof prometheus>,
  ReturnType<typeof prometheus>,
]
const spread = prometheus('spread')
const [charted, looked] = [prometheus('charted'), prometheus('looked')]
const live = environment('live', { on: east, namespace: 'live', runs: [metrics, here, spread] })
const trial = environment('trial', { on: west, namespace: 'trial', runs: [elsewhere, spread] })
const [pooled, adviser] = [prometheus('pooled', { pool: app }), daemon('cadvisor')]
const charts = [
  chart('stack', {
    charts: [chart('metrics', { deploys: [charted] })],
    commands: [command('helm upgrade --install stack ./stack', { in: [live] })],
  }),
  chart('other', { deploys: [looked], commands: [command('helm template other ./other', { in: [live] })] }),
]
const both = { covers: [live, trial], stands: 'once' } as const

const rows: [name: string, options: Partial<MonitoringOptions>, verdict: Word, lines: readonly string[]][] = [
  ['one for one', {}, 'kept', ['all that watch consists of stands somewhere']],
  [
    'of what nobody says where it stands',
    { by: [metrics, lost] },
    'unknown',
    ['nobody says where lost of watch stands'],
  ],
  [
    'one for two, and nobody says who reads what',
    both,
    'unknown',
    ['one watch for live, trial, and nobody says how what comes from one is told from the rest, or who may read it'],
  ],
  [
    'one for two, told apart and no more',
    { ...both, label: 'environment' },
    'unknown',
    ['one watch for live, trial, told apart by environment, and nobody says who may read what'],
  ],
  [
    'one for two, read by everybody',
    { ...both, label: 'environment', reads: 'everything' },
    'unknown',
    ['whoever reads anything in watch reads what comes from live, trial'],
  ],
  ['one for two, kept apart', { ...both, label: 'environment', reads: 'own-environment' }, 'kept', []],
  ['one in each', { ...both, by: [spread], stands: 'in-each' }, 'kept', []],
  [
    'one in each, and not in all',
    { ...both, stands: 'in-each' },
    'broken',
    ['watch is to stand with each that it watches, and not all of it is on west'],
  ],
  [
    'one that stands in two',
    { by: [spread], stands: 'once' },
    'unknown',
    ['watch is to stand once, and is in live, trial'],
  ],
  ['metrics by what collects them', { does: ['metrics', 'health-checks'] }, 'kept', []],
  ['outside, and elsewhere', { by: [elsewhere], outside: true }, 'kept', []],
  [
    'outside, and on what it watches',
    { by: [metrics, elsewhere], outside: true },
    'broken',
    ['watch is to stand outside east, which it watches, and does not'],
  ],
  [
    'outside, and put there by a chart',
    { by: [charted, elsewhere], outside: true },
    'broken',
    ['watch is to stand outside east, which it watches, and does not'],
  ],
  [
    'outside, and a chart puts it elsewhere',
    { by: [charted], covers: [trial], outside: true },
    'kept',
    ['all that watch consists of stands somewhere', 'watch stands outside west, which it watches'],
  ],
  [
    'outside, nobody says where',
    { by: [lost], outside: true },
    'unknown',
    [
      'nobody says where lost of watch stands',
      'watch is to stand outside east, which it watches, and nobody says where lost stands',
    ],
  ],
  [
    'where a chart puts it, typed and no more than looked at',
    { by: [looked] },
    'unknown',
    ['nobody says where looked of watch stands'],
  ],
  [
    'outside, and to stand on nodes of what it watches',
    { by: [pooled], outside: true },
    'broken',
    ['watch is to stand outside east, which it watches, and does not'],
  ],
  ['what stands on a pool, and what is a part of kubelets', { by: [pooled, adviser] }, 'kept', []],
  ['alerts by nobody', { does: ['metrics', 'alerts'] }, 'broken', ['nothing that watch consists of does alerts']],
  ['with another elsewhere', { backedBy: [elsewhere] }, 'kept', []],
  [
    'with another beside it',
    { backedBy: [here] },
    'broken',
    ['here stands on east too, and is lost with what it is to stand in for'],
  ],
  [
    'with another, nobody says where',
    { backedBy: [lost] },
    'unknown',
    ['nobody says where lost stands: it may be lost with what it is to stand in for'],
  ],
]

for (const [name, options, verdict, lines] of rows) {
  test(`overlooks: ${name}`, () => {
    const watch = monitoring('watch', { by: [metrics], covers: [live], ...options })
    const [found] = verdictsOf(
      overlooks,
      sampleWorld(platform('shop', { environments: [live, trial], monitoring: [watch], charts })),
    )
    assert.deepEqual([found?.verdict, found?.id], [verdict, 'overlooks/shop/watch'])
    if (lines.length > 0) assert.deepEqual(found && linesOf(found), lines)
  })
}
