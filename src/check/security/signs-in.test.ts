import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type IdentityProviderOptions, identityProvider } from '../../platform/component/identity-provider.ts'
import { type AccessOptions, access } from '../../platform/language/access.ts'
import { context } from '../../platform/language/context.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { signsIn } from './signs-in.ts'

function ask(of: AccessOptions | undefined, provider?: IdentityProviderOptions, contexts = [context('loans')]) {
  const options: ShopOptions = {
    more: () => (provider ? [identityProvider('sign-in', provider)] : []),
    plans: () => ({ contexts, ...(of && { access: [access('clerks', of)] }) }),
  }
  const found = verdictsOf(signsIn, sampleWorld(options))[0]
  assert.deepEqual(found && hintless(found), [])
  return found && [found.verdict, ...linesOf(found)]
}

const good: IdentityProviderOptions = {
  listens: 80,
  protocols: ['oidc'],
  tokens: { signs: 'RS256', access: '1h', refresh: '7d' },
}
const rows: [
  name: string,
  of: AccessOptions | undefined,
  provider: IdentityProviderOptions | undefined,
  said: readonly string[],
][] = [
  ['people who sign in', { may: ['read'] }, good, ['kept', 'clerks may do this: read', 'clerks sign in by sign-in']],
  ['people whom nobody asks', { may: ['read'] }, undefined, ['unknown', 'nobody says how clerks prove who they are']],
  ['nobody says what', { by: 'programs' }, undefined, ['unknown', 'nobody says what clerks may do']],
  [
    'tokens and how they are signed',
    undefined,
    good,
    [
      'kept',
      'sign-in speaks oidc',
      'what sign-in hands out is good for 1h, and is had anew for 7d',
      'sign-in signs with RS256',
    ],
  ],
  [
    'tokens that are signed by nobody',
    undefined,
    { ...good, tokens: { signs: 'none', access: '1h', refresh: '7d' } },
    ['broken', 'sign-in signs nothing: anybody writes what it hands out'],
  ],
  [
    'had anew for less long than it is good for',
    undefined,
    { ...good, tokens: { access: '1h', refresh: '30m' } },
    ['broken', 'what sign-in hands out is good for 1h, and may be had anew for 30m only, which is sooner over'],
  ],
  [
    'nobody says',
    undefined,
    { listens: 80 },
    [
      'unknown',
      'nobody says how others ask sign-in who somebody is',
      'nobody says how long what sign-in hands out is good for',
    ],
  ],
]

for (const [name, of, provider, said] of rows)
  test(`signs-in: ${name}`, () => assert.deepEqual(ask(of, provider), said))

test('signs-in: the context of each, and there is none', () => {
  assert.deepEqual(ask({ may: ['everything'], over: 'own-context' }, good, []), [
    'broken',
    'clerks may do so in the context of each, and no context is declared',
  ])
  assert.equal(ask({ may: ['everything'], over: 'own-context' }, good)?.[0], 'kept')
})

test('signs-in: what is of their own tenant, and nobody says that there are any', () => {
  assert.deepEqual(ask({ may: ['read'], over: 'own-tenant' }, good), [
    'broken',
    'clerks may do so with what is of their own tenant, and the platform is not said to have tenants',
  ])
})
