// Who signs in how, and how secret values are kept: sealed by a key that is renewed.

import { access, call, identityProvider, secret, secretStore } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { roles as asWritten } from '../as-written/security.ts'
import { resizing } from './scaling.ts'
import { database } from './stores.ts'
import { probes, usual } from './usual.ts'

const signing = (...lines: readonly number[]) => says('Authentication & Authorization', ...lines)

export const keycloak = identityProvider('keycloak', {
  ...usual,
  ...probes(8080),
  listens: { http: 8080 },
  replicas: 3,
  resizes: resizing,
  budget: { maxUnavailable: 1 },
  requests: { cpu: '500m', memory: '1024Mi' },
  limits: { cpu: 1, memory: '2Gi' },
  software: { name: 'keycloak', version: '26.5' },
  protocols: ['oauth', 'oidc'],
  tokens: { format: 'jwt', signs: 'RS256', access: '1h', refresh: '7d', stated: signing(128, 129) },
  mfa: { for: ['production'], methods: ['totp', 'webauthn'], fallback: ['sms'], stated: signing(139, 140) },
  secrets: ['keycloak-database'],
  calls: [call(database, { tls: 'server' })],
  cites: { protocols: signing(126) },
  stated: signing(127),
})

export const sealing = secretStore('sealed-secrets', {
  by: 'sealed-secrets',
  renewsKey: 'month',
  copiesKey: 'week',
  stated: says('Network Security', 154),
})

/** What services show to the stores that they call, each environment with values of its own. */
export const secrets = [secret('keycloak-database', { keys: ['username', 'password'], from: sealing })]

export const roles = [
  ...asWritten.filter(({ name }) => name !== 'Service Account'),
  // Those whom the businesses serve.
  access('Customer', { may: ['read', 'write'], over: 'own-tenant' }),
  access('Service Account', { by: 'programs', may: ['deploy', 'configure'], stated: signing(134) }),
]
