// Security architecture: who signs in how, who may do what, what is encrypted.

import { access, identityProvider, secretStore } from 'seaworthy'
import { says } from './says.ts'

const signing = (...lines: readonly number[]) => says('Authentication & Authorization', ...lines)

/** The service matrix has no row for it. */
export const keycloak = identityProvider('keycloak', {
  software: { name: 'keycloak', version: '20.0' },
  protocols: ['oauth', 'oidc'],
  tokens: { format: 'jwt', signs: 'RS256', access: '1h', refresh: '7d', stated: signing(128, 129) },
  mfa: { for: ['production'], methods: ['totp', 'webauthn'], fallback: ['sms'], stated: signing(139, 140) },
  cites: { protocols: signing(126) },
  stated: signing(127),
})

export const roles = [
  access('System Admin', { may: ['everything'], stated: signing(132) }),
  access('Context Manager', { may: ['everything'], over: 'own-context', stated: signing(133) }),
  access('Service Account', { by: 'programs', stated: signing(134) }),
  access('Guest', { may: ['read'], stated: signing(135) }),
  access('Auditor', { may: ['audit'], stated: signing(136) }),
]

/** How often its key is renewed is not said. */
export const sealing = secretStore('sealed-secrets', { by: 'sealed-secrets', stated: says('Network Security', 154) })
