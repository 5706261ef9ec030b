// Data protection: what is encrypted, who gets in, where data lies.

import { promise } from 'seaworthy'
import { production } from './environments.ts'
import { says } from './says.ts'
import { cache, database } from './stores.ts'

const protects = (line: number) => says('Data Protection and Compliance', line)

export const atRest = promise.encrypted('atRest', {
  in: production,
  of: [database, cache],
  cipher: 'AES-256',
  stated: protects(657),
})

export const keys = promise.rotates('keys', { every: 'quarter', stated: protects(657) })
export const copies = promise.encrypted('backups', { in: production, by: 'client', stated: protects(659) })
export const accessLog = promise.audits({ in: production, stated: protects(660) })
export const residency = promise.resides('personal', { stated: protects(661) })

const secrets = promise.secrets('encrypted', {
  in: production,
  stated: says('Kubernetes Resource Specifications', 204),
})

export const signedIn = promise.authenticates(database, {
  in: production,
  logs: true,
  stated: says('Network Security Policies', 628),
})

export const password = promise.authenticates(cache, { in: production, stated: says('Container Strategy', 508) })

export const protection = [
  atRest,
  keys,
  copies,
  accessLog,
  residency,
  secrets,
  signedIn,
  password,
  promise.encrypted('atRest', {
    in: production,
    of: [database],
    name: 'storage',
    stated: says('Container Strategy', 507),
  }),
]
