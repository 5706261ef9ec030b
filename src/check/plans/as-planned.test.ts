import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { planned as plannedOf } from '../../platform/language/doubt.ts'
import { type EnvironmentOptions, environment } from '../../platform/language/environment.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { planned } from './planned.ts'

const next =
  (options: Partial<EnvironmentOptions> | ((shop: Shop) => Partial<EnvironmentOptions>)): ShopOptions['environments'] =>
  (shop) => {
    const more = typeof options === 'function' ? options(shop) : options
    return [plannedOf(environment('next', { on: shop.harbour, namespace: 'next', ...more }))] as never
  }

const till = (options: object) => service('till', { requests: { cpu: '1', memory: '1Gi' }, ...options })
const policies = { defaultDeny: true, dns: true, calls: true } as const

type Row = [name: string, asked: string, options: Parameters<typeof next>[0], verdict: string, line: string]

const rows: Row[] = [
  ['room on its pool', 'fits', { runs: [till({ replicas: 3 })] }, 'kept', 'nothing speaks against it'],
  [
    'more than all nodes have beside what stands there',
    'fits',
    { runs: [till({ replicas: 12 })] },
    'broken',
    'room: 13 cores of cpu requested > 12 cores free on all nodes',
  ],
  [
    'what its own bounds refuse',
    'admitted',
    { runs: [till({})], limits: { max: { cpu: '500m' } } },
    'broken',
    'Deployment/till: its pod is never created: container till: cpu request 1 core is above its limit 500m',
  ],
  [
    'what its quota does not hold',
    'quota',
    { runs: [till({ replicas: 3 })], quota: { 'requests.cpu': 2 } },
    'broken',
    'next: requests.cpu: 3 cores wanted, 1 core more than the 2 cores of the quota',
  ],
  [
    'what it keeps to',
    'quota',
    { runs: [till({ replicas: 2 })], quota: { 'requests.cpu': 2 } },
    'kept',
    'nothing speaks against it',
  ],
  [
    'a Secret that is nowhere',
    'refers',
    { runs: [till({ secrets: ['keys'] })], secrets: [] },
    'assumed',
    'nothing speaks against it',
  ],
  [
    'production on one node',
    'survives-node',
    { purpose: 'production', runs: [till({ place: { require: [{ label: 'kubernetes.io/hostname', in: ['n1'] }] } })] },
    'broken',
    'next: without n1, nothing of next is left: no other node takes its one workload, and it is for production',
  ],
]

for (const [name, asked, options, verdict, line] of rows)
  test(`as planned: ${name}`, () => {
    const found = verdictsOf(planned, sampleWorld({ environments: next(options) })).find(
      ({ id }) => id === `planned/next/${asked}`,
    )
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })

// The policies of what is called stand live, and would be said again by the same calls.
test('as planned: a call to what stands is let through on both sides, as its calls ask for', () => {
  const world = (calls: boolean) =>
    sampleWorld({
      live: { policies },
      environments: next(({ orders }) => ({ runs: [till({ calls: [orders] })], policies: { ...policies, calls } })),
    })
  const verdict = (calls: boolean) =>
    verdictsOf(planned, world(calls)).find(({ id }) => id === 'planned/next/reaches')?.verdict
  assert.equal(verdict(true), 'kept')
  assert.equal(verdict(false), 'broken')
})

test('as planned: what stands is judged as ever, and nothing of it is said here', () => {
  const found = verdictsOf(planned, sampleWorld({ environments: next({ runs: [till({})] }) }))
  assert.deepEqual([...new Set(found.map(({ environment }) => environment))], ['next'])
})
