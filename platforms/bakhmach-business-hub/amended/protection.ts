// What is promised of proofs, keys and encryption.

import { promise } from 'seaworthy'
import { contexts } from '../as-written/contexts.ts'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'
import { monitors } from './monitors.ts'
import { cache, database, documents, queue, trails } from './stores.ts'

const security = (line: number) => says('Network Security', line)

export const protection = [
  promise.secondFactor({ in: production, stated: says('Authentication & Authorization', 139) }),
  promise.encrypted('atRest', { of: [database, documents, trails], cipher: 'AES-256-GCM', stated: security(153) }),
  // What is unreadable where it lies is so in its copies.
  promise.encrypted('backups', { by: 'client', in: production, stated: security(153) }),
  promise.images('supported', { in: production, stated: says('CI/CD Pipeline Integration', 287) }),
  // From staging on, so that what stood there stands in production: the stores of a workstation are as their images are.
  ...[staging, production, secondary, ...monitors].map((each) =>
    promise.hardened({ in: each, nonRoot: true, readOnlyRoot: true, drops: ['ALL'], seccomp: 'RuntimeDefault' }),
  ),
  promise.rotates('keys', { stated: security(154) }),
  ...[development, staging, production].map((environment) =>
    promise.secrets('keptOutside', { in: environment, stated: security(154) }),
  ),
  // Nothing of the internet gets to the stores: what comes in passes the firewall, and calls them from pods alone.
  promise.privateSegments([database, documents, cache, trails, queue], { in: production, stated: security(146) }),
  // One business is open to none of the others, wherever something of their customers lies.
  ...[production, secondary].map((environment) => promise.isolates(contexts, { in: environment })),
  // An auditor reads what somebody wrote down.
  ...[production, secondary].map((environment) =>
    promise.audits({ in: environment, stated: says('Authentication & Authorization', 136) }),
  ),
]
