import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../platform/component/client.ts'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import type { Component } from '../../platform/component.ts'
import { environment } from '../../platform/language/environment.ts'
import { journey } from '../../platform/language/journey.ts'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Journey } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, says, verdictsOf } from '../sample.ts'
import { carries } from './carries.ts'
import { reaches } from './reaches.ts'

const policy = (name: string, spec: object) =>
  written({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace: 'shop' }, spec })
const deny = policy('deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const out = policy('out', { policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }] }] })
const shut = policy('shut', { podSelector: { matchLabels: { app: 'orders' } }, ingress: [] })

const mail = external('mail', { listens: { smtp: 587 } })

const rows: [
  name: string,
  path: (shop: Shop) => Journey['path'],
  of: ShopOptions,
  verdict: string,
  lines: readonly string[],
][] = [
  [
    'each calls the next',
    ({ checkout, orders, ledgerDb }) => [checkout, orders.port('main'), ledgerDb],
    {},
    'kept',
    [
      'checkout → orders at TCP 8080: no policy that is shown isolates either',
      'orders → ledger-db at TCP 5432: no policy that is shown isolates either',
    ],
  ],
  [
    'nobody declares a hop, however open it is',
    ({ checkout, ledgerDb }) => [checkout, ledgerDb],
    {},
    'broken',
    ['checkout does not call ledger-db: nothing declares it; ledger-db listens on postgres (TCP 5432)'],
  ],
  [
    'the other way round is another call',
    ({ checkout, orders }) => [orders, checkout],
    {},
    'broken',
    ['orders does not call checkout: nothing declares it; checkout listens on main (TCP 8080)'],
  ],
  [
    'a call at another port is another call',
    ({ orders }) => [service('kiosk'), orders.port('admin')],
    {
      orders: { listens: { main: 8080, admin: 8081 } } as unknown as ShopOptions['orders'],
      more: ({ orders }) => [service('kiosk', { calls: [orders.port('main')] })],
    },
    'broken',
    ['kiosk does not call orders at admin: nothing declares it; orders listens on admin (TCP 8081), main (TCP 8080)'],
  ],
  [
    'a policy lets it out, and none lets it in',
    ({ checkout, orders, ledgerDb }) => [checkout, orders, ledgerDb],
    { live: { includes: [out, shut] } },
    'broken',
    ['no rule lets checkout in to orders at TCP 8080: shut isolates orders'],
  ],
  [
    'policies that nobody shows',
    ({ checkout, orders }) => [checkout, orders],
    { live: { unseenPolicies: { says: 'default deny' } } },
    'assumed',
    ['checkout → orders at TCP 8080: no policy that is shown isolates either'],
  ],
  [
    'from outside the cluster, by what is declared',
    ({ checkout, orders }) => [client('till', { calls: [checkout.port('main')] }), checkout, orders],
    {},
    'kept',
    [
      'till → checkout at TCP 8080: no policy that is shown isolates either',
      'checkout → orders at TCP 8080: no policy that is shown isolates either',
    ],
  ],
  [
    'from outside the cluster, and shut',
    ({ checkout }) => [client('till', { calls: [checkout] }), checkout],
    { live: { includes: [deny] } },
    'broken',
    ['no rule lets till in to checkout at TCP 8080: deny isolates checkout'],
  ],
  [
    'between two that stand outside nothing is shown',
    () => [client('till', { calls: [mail] }), mail],
    {},
    'unknown',
    ['till → mail: both stand outside every cluster, where nothing is shown'],
  ],
  [
    'a call to the outside that nobody declares',
    ({ orders }) => [orders, mail.port('smtp')],
    {},
    'broken',
    ['orders does not call mail at smtp: nothing declares it; mail listens on smtp (TCP 587)'],
  ],
]

for (const [name, path, of, verdict, lines] of rows) {
  test(`carries: ${name}`, () => {
    const promises = (shop: Shop) => [promise.carries(journey('buying', { path: path(shop) }), { in: shop.live })]
    const [found, ...more] = verdictsOf(carries, sampleWorld({ ...of, promises }))
    assert.deepEqual(more, [])
    assert.equal(found?.id, 'carries/live/buying')
    assert.equal(found.verdict, verdict)
    assert.deepEqual(linesOf(found), lines)
    for (const { id } of found.assumes) {
      const [negated] = verdictsOf(carries, sampleWorld({ ...of, promises }, { denied: [id] }))
      assert.equal(negated?.verdict, 'broken', id)
    }
  })
}

test('carries: what stops a hop has the cause that it has as a call of its own', () => {
  const promises = ({ live, checkout, orders }: Shop) => [
    promise.carries(journey('buying', { path: [checkout, orders] }), { in: live }),
  ]
  const world = sampleWorld({ promises, live: { includes: [deny] } })
  const [found] = verdictsOf(carries, world)
  const call = verdictsOf(reaches, world).find(({ id }) => id === 'reaches/live/checkout/orders:main')
  const causes = (of: typeof found) => of?.because.flatMap(({ truth, cause }) => (truth === false ? [cause] : []))
  assert.deepEqual(causes(found), ['no-egress-rule/shop/shop', 'no-ingress-rule/shop/shop'])
  assert.deepEqual(causes(found), causes(call))
})

test('carries: it begins where its first step runs, and means the components of its own environment', () => {
  let router: Component | undefined
  const options: ShopOptions = {
    environments: ({ harbour, live, checkout }) => {
      router = service('router', { listens: 80, calls: [checkout] })
      return [
        environment('trial', { on: harbour, namespace: 'trial', like: live, includes: [inTrial] }),
        environment('edge', { on: harbour, namespace: 'edge', purpose: 'shared', runs: [router] }),
      ]
    },
    promises: ({ live, checkout, orders }) => {
      const path = [router ?? checkout, checkout, orders]
      return [promise.carries(journey('buying', { path, stated: says('4', 30) }), { in: live })]
    },
  }
  const inTrial = written({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'deny', namespace: 'trial' },
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  })
  const [found] = verdictsOf(carries, sampleWorld(options))
  assert.equal(found?.verdict, 'kept')
  assert.equal(found.says, 'router → checkout → orders')
  assert.deepEqual(found.stated?.lines, [30])
  assert.deepEqual(linesOf(found), [
    'router → shop/checkout at TCP 8080: no policy that is shown isolates either',
    'checkout → orders at TCP 8080: no policy that is shown isolates either',
  ])
})
