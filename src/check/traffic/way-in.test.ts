// Promises on the way that calls take: by whom they come in, and whether both ends show who they are.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { client } from '../../platform/component/client.ts'
import { external } from '../../platform/component/external.ts'
import { gateway } from '../../platform/component/gateway.ts'
import { waf } from '../../platform/component/waf.ts'
import type { Component } from '../../platform/component.ts'
import { call } from '../../platform/language/call.ts'
import { mesh } from '../../platform/language/mesh.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { entersBy } from './enters-by.ts'
import { mutualTls } from './mutual-tls.ts'

type Row = readonly [name: string, options: ShopOptions, verdict: string, ...says: readonly string[]]

const front = gateway('front', { listens: 80 })
const shield = waf('shield', { calls: [front] })
const entering = (by: readonly Component[], ...more: readonly Component[]): ShopOptions => ({
  more: () => [front, shield, ...more],
  promises: ({ live }) => [promise.entersBy(by, { in: live })],
})

const rows: readonly Row[] = [
  [
    'all callers come by it',
    entering([shield], client('till', { calls: [shield] })),
    'kept',
    'till come by shield, and nothing else opens a door',
  ],
  [
    'one calls past it',
    entering([shield], client('till', { calls: [shield] }), client('kiosk', { calls: [front] })),
    'broken',
    'kiosk calls front itself',
  ],
  [
    'a system outside calls past it',
    entering([shield], client('till', { calls: [shield] }), external('hooks', { calls: [front.port('main')] })),
    'broken',
    'hooks calls front itself',
  ],
  ['nobody outside calls', entering([shield]), 'unknown', 'nobody outside is said to call anything'],
]
const door = gateway('side', { listens: 81, loadBalancer: true })
const doors: readonly Row[] = [
  [
    'a door beside it',
    entering([shield], client('till', { calls: [shield] }), door),
    'broken',
    'side of side is of type LoadBalancer: whoever knows its address comes in past them',
  ],
  [
    'the door is one of them',
    entering([shield, door], client('till', { calls: [shield] }), door),
    'kept',
    'till come by shield or side, and nothing else opens a door',
  ],
]
for (const [name, options, verdict, ...says] of [...rows, ...doors]) {
  test(`entersBy: ${name}`, () => {
    const [answer] = verdictsOf(entersBy, sampleWorld(options))
    assert.ok(answer)
    assert.deepEqual([answer.verdict, ...linesOf(answer)], [verdict, ...says])
  })
}

const strict = { live: { mesh: mesh('traffic', { mtls: 'strict' }) } } satisfies ShopOptions
const bank = external('bank', { listens: 443 })
const paying = (calls: NonNullable<ShopOptions['checkout']>['calls']): ShopOptions => ({
  ...strict,
  checkout: { calls },
  more: () => [bank],
})

const spoken = (oldest: '1.2' | '1.3' | undefined, tls: '1.2' | '1.3'): ShopOptions => ({
  live: { mesh: mesh('traffic', { mtls: 'strict', ...(oldest && { tls: oldest }) }) },
  promises: ({ live }) => [promise.mutualTls({ in: live, tls })],
})

const encrypted: readonly Row[] = [
  [
    'a strict mesh over all of it',
    strict,
    'kept',
    'the pods of live have proxies of traffic',
    'traffic refuses what shows no certificate',
    '2 declared calls stay among pods that have a proxy',
  ],
  [
    'no older TLS than is promised',
    spoken('1.3', '1.2'),
    'kept',
    'the pods of live have proxies of traffic',
    'traffic refuses what shows no certificate',
    '2 declared calls stay among pods that have a proxy',
    'traffic speaks TLS 1.3 and no older',
  ],
  ['an older one too', spoken('1.2', '1.3'), 'broken', 'traffic speaks TLS 1.2 too, and 1.3 is promised'],
  [
    'nobody says how old',
    spoken(undefined, '1.3'),
    'unknown',
    'nobody says which is the oldest TLS that traffic speaks, and 1.3 is promised',
  ],
  ['no mesh', {}, 'broken', 'live has no mesh'],
  [
    'a permissive one',
    { live: { mesh: mesh('traffic', { mtls: 'permissive' }) } },
    'broken',
    'traffic is permissive: what shows no certificate gets in as well',
  ],
  [
    'nobody says which',
    { live: { mesh: mesh('traffic') } },
    'unknown',
    'nobody says whether traffic refuses what shows no certificate',
  ],
  [
    'a call to what stands outside',
    paying([bank]),
    'unknown',
    'checkout calls bank, which stands outside the cluster: no certificate of the mesh reaches there, and nobody says which TLS the call has of its own',
  ],
  [
    'with half a TLS of its own',
    paying([call(bank, { tls: 'server' })]),
    'broken',
    'checkout calls bank, which stands outside the cluster: only bank shows a certificate there',
  ],
]
for (const [name, options, verdict, ...says] of encrypted) {
  test(`mutualTls: ${name}`, () => {
    const world = sampleWorld({ promises: ({ live }) => [promise.mutualTls({ in: live })], ...options })
    const [answer] = verdictsOf(mutualTls, world)
    assert.ok(answer)
    assert.deepEqual([answer.verdict, ...linesOf(answer)], [verdict, ...says])
  })
}

test('mutualTls: a call with a whole TLS of its own needs no mesh where it goes', () => {
  const options = paying([call(bank, { tls: 'mutual' })])
  const world = sampleWorld({ ...options, promises: ({ live }) => [promise.mutualTls({ in: live })] })
  assert.deepEqual(
    verdictsOf(mutualTls, world).map(({ verdict }) => verdict),
    ['kept'],
  )
})

for (const [tls, verdict] of [
  ['server', 'kept'],
  [undefined, 'unknown'],
] as const)
  test(`mutualTls: beyond the mesh a certificate of who is called is enough, and the call says ${tls}`, () => {
    const options = paying([call(bank, { ...(tls && { tls }) })])
    const promises: ShopOptions['promises'] = ({ live }) => [promise.mutualTls({ in: live, beyond: 'server' })]
    const world = sampleWorld({ ...options, promises })
    assert.deepEqual(
      verdictsOf(mutualTls, world).map((answer) => answer.verdict),
      [verdict],
    )
  })

test('mutualTls: of some components alone, what others call does not matter', () => {
  const world = sampleWorld({
    ...paying([bank]),
    promises: ({ live, ledgerDb }) => [promise.mutualTls({ in: live, of: [ledgerDb] })],
  })
  assert.deepEqual(
    verdictsOf(mutualTls, world).map(({ verdict }) => verdict),
    ['kept'],
  )
})
