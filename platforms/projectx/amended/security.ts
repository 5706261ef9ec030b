// What is promised of keys, of members that stand apart, and of containers.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production } from './environments.ts'
import { blockchain } from './ledger.ts'

const hosting = says('Hosting Strategy', 43)

export const security = [
  promise.hardened({
    in: production,
    nonRoot: true,
    readOnlyRoot: true,
    drops: ['ALL'],
    seccomp: 'RuntimeDefault',
    stated: says('Environments', 11),
  }),
  promise.keepsKeys(blockchain, { in: production, dedicated: true, stated: hosting }),
  promise.rolesApart(blockchain, ['orderer', 'peer'], { in: production, stated: hosting }),
]
