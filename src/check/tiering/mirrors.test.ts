import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import { call } from '../../platform/language/call.ts'
import { promise } from '../../platform/language/promise.ts'
import { sized } from '../../platform/language/sized.ts'
import type { Difference } from '../../platform/model.ts'
import { mirrors } from './mirrors.ts'
import { judgedTiers, type Tiers, tierParts } from './sample-tiers.ts'

const { checkout, orders } = tierParts()

const mail = external('mail', { stage: 'production' })
const sandbox = external('mail-sandbox', { stage: 'sandbox' })

const rows: [name: string, except: readonly Difference[], tiers: Tiers, says: string][] = [
  ['all alike', [], {}, 'kept mirrors/trial/live: nothing sets trial apart from live'],
  [
    'a component that is missing',
    ['size', 'endpoints'],
    { trial: { without: [checkout] } },
    'broken mirrors/trial/live: checkout: absent in trial, runs in live',
  ],
  [
    'fewer replicas, which may be',
    ['size'],
    { trial: { replicas: 1 } },
    'kept mirrors/trial/live: only what may differ does: checkout replicas, orders replicas',
  ],
  [
    'fewer replicas, which nobody allows',
    [],
    { trial: { sized: [sized(orders, { replicas: 2 })] } },
    'broken mirrors/trial/live: orders replicas: 2 in trial, 4 in live',
  ],
  [
    'another version',
    ['size'],
    { trial: { sized: [sized(orders, { image: 'orders:2' })] } },
    'broken mirrors/trial/live: orders image: orders:2 in trial, nothing in live',
  ],
  [
    'another endpoint, which may be',
    ['endpoints'],
    { live: { runs: [checkout, orders, mail] }, trial: { instead: [[mail, sandbox]] } },
    'kept mirrors/trial/live: only what may differ does: mail',
  ],
  [
    'another endpoint, which may not',
    ['size'],
    { live: { runs: [checkout, orders, mail] }, trial: { instead: [[mail, sandbox]] } },
    'broken mirrors/trial/live: mail: mail-sandbox in trial, mail in live',
  ],
  [
    'a call to another endpoint is that endpoint once more',
    ['endpoints'],
    {
      live: { runs: [checkout, orders, mail, service('letters', { calls: [call(mail, { tls: 'mutual' })] })] },
      trial: { instead: [[mail, sandbox]] },
    },
    'kept mirrors/trial/live: only what may differ does: mail',
  ],
  [
    'a call that is made otherwise',
    ['endpoints'],
    {
      live: { runs: [checkout, orders, mail, service('letters', { calls: [call(mail, { tls: 'mutual' })] })] },
      trial: {
        instead: [[mail, sandbox]],
        without: [service('letters', { calls: [call(mail, { tls: 'mutual' })] })],
        runs: [service('letters', { calls: [call(mail, { tls: 'server' })] })],
      },
    },
    'broken mirrors/trial/live: letters calls: mail-sandbox (tls: server) in trial, mail (tls: mutual) in live',
  ],
  [
    'another Kubernetes',
    ['size'],
    { quay: { kubernetes: '1.33' } },
    'broken mirrors/trial/live: kubernetes: 1.33 in trial, 1.34 in live',
  ],
  [
    'a Kubernetes that nobody says',
    ['size'],
    { quay: { kubernetes: undefined } },
    'unknown mirrors/trial/live: kubernetes: nobody says what trial has, and live has 1.34',
  ],
  [
    'a cluster of which nobody says anything',
    ['size'],
    { quay: { pools: [], nodes: [] }, harbour: { storage: { fast: { bound: 'zone' } } } },
    'unknown mirrors/trial/live: pools: nobody says what trial has, and live has app; storage classes: nobody says what trial has, and live has fast',
  ],
  [
    'settings that one says',
    ['size'],
    { trial: { variables: { LOG_LEVEL: 'debug' } } },
    'unknown mirrors/trial/live: variables: trial has LOG_LEVEL: debug, and nobody says what live has',
  ],
  [
    'settings that both say',
    ['size'],
    { live: { variables: { LOG_LEVEL: 'warn' } }, trial: { variables: { LOG_LEVEL: 'debug' } } },
    'broken mirrors/trial/live: variables: LOG_LEVEL: debug in trial, LOG_LEVEL: warn in live',
  ],
  [
    'policies that only one has',
    ['size'],
    { live: { policies: { defaultDeny: true } } },
    'broken mirrors/trial/live: policies: nothing in trial, defaultDeny: true in live',
  ],
]

for (const [name, except, tiers, says] of rows) {
  test(`mirrors: ${name}`, () => {
    assert.deepEqual(
      judgedTiers(mirrors, ({ live, trial }) => [promise.mirrors(live, { in: trial, except })], tiers),
      [says],
    )
  })
}

test('mirrors: what is promised of where the other stands', () => {
  const said = (except: readonly Difference[]) =>
    judgedTiers(mirrors, ({ live, trial }) => [
      promise.mirrors(live, { in: trial, except }),
      promise.spans({ in: live, regions: 'several', zones: 'several' }),
    ])
  assert.deepEqual(said(['size']), [
    'broken mirrors/trial/live: live is promised several regions; of trial there are 1',
  ])
  assert.deepEqual(said(['cluster']), ['kept mirrors/trial/live: nothing sets trial apart from live'])
})
