// Sections 1.2, 3.1, 6.1, 8.1, 10.1 and appendix A: what room there is said to be, and who keeps whom from taking it.

import { procedure, promise, step } from 'seaworthy'
import { cache, database, gateway, identity, tokenomics, wallet } from './components.ts'
import { devnetAsPlanned, mainnet, testnet } from './environments.ts'
import { says } from './says.ts'

// Of the checklist before a deployment, what it says of room.
const lookAtNodes = procedure('pre-deployment', {
  steps: [
    step('verify cluster capacity', { does: 'verify', actor: 'person', measures: 'usage', stated: says('A', 1162) }),
  ],
  stated: says('A', [1161, 1162]),
})

export const capacity = [
  promise.fits({ in: mainnet, name: 'release', rollouts: 'together', stated: says('6.1, 7.3', 672, 684, 856) }),
  promise.fits({ in: mainnet, name: 'verified', by: lookAtNodes, stated: says('6.1, A', 684, 1162) }),
  promise.confines('cpu', { in: mainnet, stated: says('3.1, 8.1', 179, 929) }),
  promise.confines('memory', { in: mainnet, stated: says('3.1, 8.1', 179, 929) }),
  promise.confines('cpu', { in: testnet, beside: [devnetAsPlanned], stated: says('3.1, 8.1', 179, 929) }),
  promise.confines('storage', { in: mainnet, stated: says('8.1', 930) }),
  promise.confines('storage', { in: testnet, stated: says('8.1', 930) }),
  promise.retains(database, { in: mainnet, copies: 30, stated: says('10.1', 1091) }),
  promise.retains(cache, { in: mainnet, copies: 30, stated: says('10.1', 1098) }),
  ...[identity, wallet, tokenomics, gateway].map((each) =>
    promise.grows(each, { in: mainnet, stated: says('1.2', 44) }),
  ),
]
