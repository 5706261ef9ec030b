// Where values are kept: outside every cluster, fetched from there, and each namespace at a path of its own.

import { secret, secretStore } from 'seaworthy'
import { home } from './places.ts'

const manager = secretStore('secrets-manager', { by: 'aws', at: home })

const fetched = (name: string, ...keys: readonly string[]) => secret(name, { keys, from: manager })

const pair = ['certificate', 'key'] as const

export const secrets = [
  fetched('postgres-owner', 'username', 'password'),
  fetched('postgres-app', 'username', 'password'),
  fetched('copies-credentials', 'ACCESS_KEY_ID', 'ACCESS_SECRET_KEY'),
  fetched('documents-credentials', 'ACCESS_KEY_ID', 'ACCESS_SECRET_KEY'),
  fetched('warehouse-credentials', 'username', 'password'),
  fetched('orderer-identity', ...pair),
  fetched('peer-identity', ...pair),
  fetched('ledger-client', ...pair),
  fetched('agencies-client', ...pair),
]
