// Sections 3.1 and 7.1: what stays while a node is drained for maintenance.

import { promise } from 'seaworthy'
import { cache, database, gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { mainnet } from './environments.ts'
import { says } from './says.ts'

const answering = [outbox, projector, identity, wallet, tokenomics, gateway]

export const maintenance = [
  promise.drained(database, { in: mainnet, available: 2, stated: says('3.1, 7.1', 180, 754) }),
  promise.drained(cache, { in: mainnet, available: 2, stated: says('3.1, 7.1', 180, 778) }),
  ...answering.map((each) => promise.drained(each, { in: mainnet, stated: says('3.1', 180) })),
]
