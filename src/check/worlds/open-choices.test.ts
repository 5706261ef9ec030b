import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, environment, kafka, mesh, platform, rabbitmq, undecided } from '../../index.ts'
import { worldsOf } from '../../platform/worlds.ts'
import { openChoices } from './open-choices.ts'

const proxies = undecided('mesh', 'istio', 'linkerd', 'consul')
const broker = undecided('broker', kafka('events'), rabbitmq('events'))

const live = (open: { readonly mesh?: boolean; readonly broker?: boolean }) =>
  platform('shop', {
    environments: [
      environment('live', {
        on: cluster('east', { kubernetes: '1.34', nodes: [] }),
        namespace: 'live',
        mesh: mesh('calls', { by: open.mesh ? proxies : 'istio' }),
        runs: [open.broker ? broker : kafka('events')],
      }),
    ],
  })

const rows: [name: string, open: Parameters<typeof live>[0], says: object[]][] = [
  ['nothing is open', {}, []],
  [
    'one is',
    { mesh: true },
    [
      {
        line: 'one choice is open on 2026-11-21: 3 platforms are meant at once',
        rows: [['mesh', 'istio, linkerd or consul']],
      },
    ],
  ],
  [
    'of two that are called alike it is said what they are',
    { mesh: true, broker: true },
    [
      {
        line: '2 choices are open on 2026-11-21: 2 × 3 = 6 platforms are meant at once',
        rows: [
          ['broker', 'kafka events or rabbitmq events'],
          ['mesh', 'istio, linkerd or consul'],
        ],
      },
    ],
  ],
]

for (const [name, open, says] of rows)
  test(`open choices: ${name}`, () => {
    const { open: choices = [] } = worldsOf(live(open)).worlds[0] ?? {}
    assert.deepEqual(
      openChoices('shop', choices, '2026-11-21').map((one) => one.says),
      says,
    )
  })
