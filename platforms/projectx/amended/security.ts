// What is promised of keys, of members that stand apart, and of containers.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { observability, production, standby } from './environments.ts'
import { blockchain } from './ledger.ts'

const hosting = says('Hosting Strategy', 43)

export const security = [
  ...[production, standby, observability].map((each) =>
    promise.hardened({
      in: each,
      nonRoot: true,
      readOnlyRoot: true,
      drops: ['ALL'],
      seccomp: 'RuntimeDefault',
      stated: says('Environments', 11),
    }),
  ),
  ...[production, standby].flatMap((each) => [
    promise.secrets('encrypted', { in: each, stated: says('Environments', 11) }),
    promise.audits({ in: each, stated: says('Environments', 11) }),
  ]),
  promise.keepsKeys(blockchain, { in: production, dedicated: true, stated: hosting }),
  promise.rolesApart(blockchain, ['orderer', 'peer'], { in: production, stated: hosting }),
]
