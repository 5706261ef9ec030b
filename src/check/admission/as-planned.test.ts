import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { shown } from '../../platform/language/manifest.ts'
import { platform } from '../../platform/language/platform.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import { asPlanned } from './as-planned.ts'

const deployment = (containers?: readonly object[]) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'orders', namespace: 'shop' },
  spec: { replicas: 1, ...(containers && { template: { spec: { containers } } }) },
})
const asks = (cpu: string, memory: string) => ({ name: 'orders', resources: { requests: { cpu, memory } } })
const limits = { defaultRequest: { cpu: '100m', memory: '64Mi' } } as const

// 250m and 256Mi are planned.
const rows: [name: string, containers: readonly object[] | undefined, verdict: string, lines: string[]][] = [
  [
    'what is planned',
    [asks('250m', '256Mi')],
    'kept',
    ['each pod requests 250m of cpu, as planned', 'each pod requests 256Mi of memory, as planned'],
  ],
  [
    'another request',
    [asks('200m', '256Mi')],
    'broken',
    ['applied as it is shown, each pod requests 200m of cpu, and 250m is planned'],
  ],
  [
    'a sidecar that nobody planned',
    [asks('250m', '256Mi'), { ...asks('50m', '16Mi'), name: 'proxy' }],
    'broken',
    [
      'applied as it is shown, each pod requests 300m of cpu, and 250m is planned',
      'applied as it is shown, each pod requests 272Mi of memory, and 256Mi is planned',
    ],
  ],
  [
    'no container, where the namespace has defaults',
    undefined,
    'broken',
    [
      'applied as it is shown, each pod requests 100m of cpu, from LimitRange live, and 250m is planned',
      'applied as it is shown, each pod requests 64Mi of memory, from LimitRange live, and 256Mi is planned',
    ],
  ],
]

for (const [name, containers, verdict, lines] of rows) {
  test(`as-planned: ${name}`, () => {
    const orders = sampleShown(containers)
    const [found] = verdictsOf(asPlanned, orders)
    assert.equal(found?.id, 'as-planned/live/Deployment/orders')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
  })
}

test('as-planned: where nothing is shown nothing is asked', () => {
  assert.deepEqual(verdictsOf(asPlanned, sampleWorld()), [])
})

function sampleShown(containers: readonly object[] | undefined) {
  const orders = service('orders', { listens: 8080, requests: { cpu: '250m', memory: '256Mi' } })
  const on = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')] })
  const includes = [shown(deployment(containers), { of: orders })]
  const live = environment('live', { on, namespace: 'shop', runs: [orders], limits, includes })
  return sampleWorld(platform('shop', { environments: [live] }))
}
