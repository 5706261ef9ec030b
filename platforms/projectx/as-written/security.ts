// What is said of keys, of members that stand apart, and of controls.

import { promise } from 'seaworthy'
import { blockchain } from './components.ts'
import { production } from './environments.ts'
import { says } from './says.ts'

const hosting = says('Hosting Strategy', 43)

export const security = [
  promise.hardened({ in: production, stated: says('Environments', 11) }),
  promise.keepsKeys(blockchain, { in: production, dedicated: true, stated: hosting }),
  promise.rolesApart(blockchain, ['orderer', 'peer'], { in: production, stated: hosting }),
]
