// What opens stores and copies: by name, with how often its value is replaced.

import { encryptionKey, secret, secretStore } from 'seaworthy'
import { says } from '../as-written/says.ts'

/** Outside every cluster: the provider's, which an operator reads with a role of its own. */
const vault = secretStore('secrets-manager', {
  by: 'aws',
  at: 'eu-central-1',
  stated: says('Chart Configuration Matrix', 288),
})

const kept = (name: string, ...keys: readonly string[]) =>
  secret(name, {
    keys,
    from: vault,
    rotates: 'quarter',
    stated: says('Kubernetes Resource Specifications, Chart Configuration Matrix', 204, [287, 288]),
  })

export const ofApplication = [
  kept('database-owner', 'username', 'password'),
  kept('cache-password', 'password'),
  kept('copies-credentials', 'ACCESS_KEY_ID', 'ACCESS_SECRET_KEY'),
]

export const dataKey = encryptionKey('data-key', {
  in: 'kms',
  rotates: 'quarter',
  stated: says('Data Protection and Compliance', 657),
})
