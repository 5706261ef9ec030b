import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityProvider } from '../../platform/component/identity-provider.ts'
import { environment } from '../../platform/language/environment.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Cluster, Environment, Identifying, MfaMethod } from '../../platform/model.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { secondFactor } from './second-factor.ts'

type Mfa = (live: Environment) => Identifying['mfa']

// What proves who somebody is stands in an environment of its own, which is declared after the one that it guards.
function ask(mfa: Mfa | undefined, methods?: readonly MfaMethod[], denied: readonly string[] = []) {
  const guarding = (harbour: Cluster, live: Environment) =>
    environment('guard', {
      on: harbour,
      namespace: 'guard',
      runs: [identityProvider('sign-in', { listens: 8080, ...(mfa && { mfa: mfa(live) }) })],
    })
  const shop: ShopOptions = {
    environments: ({ harbour, live }) => (mfa === undefined ? [] : [guarding(harbour, live)]),
    promises: ({ live }) => [promise.secondFactor({ in: live, ...(methods && { methods }) })],
  }
  return verdictsOf(secondFactor, sampleWorld(shop, { denied }))[0]
}

const asks: Mfa = (live) => ({ for: [live], methods: ['totp', 'webauthn'], fallback: ['sms'] })
const rows: [
  name: string,
  mfa: Mfa | undefined,
  methods: readonly MfaMethod[] | undefined,
  verdict: string,
  line: string,
][] = [
  ['a provider that asks', asks, undefined, 'assumed', 'sign-in asks for one in live: totp, webauthn'],
  ['no provider', undefined, undefined, 'unknown', 'no identity provider is declared by which people sign in to live'],
  ['one that asks nobody', () => undefined, undefined, 'broken', 'sign-in asks for no second proof in live'],
  [
    'a way round by telephone',
    asks,
    ['totp', 'webauthn'],
    'broken',
    'sign-in takes sms too, by which whoever lacks the others comes in',
  ],
  ['a proof that it does not take', asks, ['totp', 'webauthn', 'sms', 'push'], 'broken', 'sign-in does not take push'],
  [
    'proofs that nobody names',
    (live) => ({ for: [live] }),
    ['totp'],
    'unknown',
    'nobody says which proofs sign-in takes',
  ],
]

for (const [name, mfa, methods, verdict, line] of rows)
  test(`secondFactor: ${name}`, () => {
    const found = ask(mfa, methods)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && hintless(found), [])
    assert.deepEqual(found && linesOf(found), [line])
  })

test('secondFactor: a provider that asks after all for nothing', () => {
  assert.equal(ask(asks, undefined, ['second-factor/sign-in'])?.verdict, 'broken')
})

test('secondFactor: what is promised is all that is taken', () => {
  const found = ask(asks, ['totp', 'webauthn', 'sms'])
  assert.equal(found?.verdict, 'assumed')
  assert.equal(found && linesOf(found)[1], 'sign-in takes what is promised, and nothing else')
})
