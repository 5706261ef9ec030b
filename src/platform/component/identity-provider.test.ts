import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster, environment, identityProvider } from '../../index.ts'
import { traitsOf } from '../traits.ts'

const live = environment('live', { on: cluster('east', { nodes: [] }), namespace: 'shop', purpose: 'production' })
const tokens = { signs: 'RS256', access: '1h', refresh: '7d' } as const
const mfa = { for: [live], methods: ['totp', 'webauthn'], fallback: ['sms'] } as const

test('an identity provider: pods like those of a service, and what it hands out', () => {
  const software = { name: 'keycloak', version: '26.4' }
  const { runs, serves, identifies } = traitsOf(
    identityProvider('sign-in', { software, listens: 8080, protocols: ['oidc'], tokens, mfa }),
  )
  assert.deepEqual(identifies, { protocols: ['oidc'], tokens, mfa })
  assert.deepEqual(
    runs.map(({ controller, replicas, software }) => [controller, replicas, software]),
    [['Deployment', 1, software]],
  )
  assert.deepEqual(
    serves.map(({ name }) => name),
    ['sign-in'],
  )
})

test('an identity provider that somebody else runs has no pods', () => {
  const { runs, serves } = traitsOf(identityProvider('sign-in', { hosted: true, listens: 'https' }))
  assert.deepEqual(
    runs.map(({ controller, replicas }) => [controller, replicas]),
    [['outside', 0]],
  )
  assert.deepEqual(serves, [])
})
