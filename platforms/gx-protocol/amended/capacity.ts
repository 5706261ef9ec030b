// What room there is, who keeps whom from taking it, and what it is reckoned to save.

import { cost, plus, procedure, promise, step, unsaid, value } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { production } from './cluster.ts'
import { cache, database, gateway, identity, tokenomics, wallet } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { separate } from './prices.ts'
import { secondSite } from './standby.ts'

const lookAtRequests = procedure('before-deployment', {
  steps: [step('verify cluster capacity', { does: 'verify', actor: 'person', measures: 'requests' })],
  stated: says('A', 1162),
})

// People scale the services: an autoscaler would need its own maximum under the quota.
const scaled = [identity, wallet, tokenomics, gateway].map((each) =>
  promise.grows(each, { in: mainnet, by: 'person', stated: says('1.2', 44) }),
)

// The hours stand beside the sum and not in it.
const savings = [
  promise.figure(cost.of(separate), {
    in: mainnet,
    is: { from: '$2000/month', to: '$3000/month' },
    name: 'separate-cluster',
    stated: says('3.2', 241),
  }),
  promise.figure(plus(cost.of(separate), value({ from: '$500/month', to: '$1000/month' }, says('3.2', 242))), {
    in: mainnet,
    is: { from: '$2500/month', to: '$4000/month' },
    name: 'savings',
    stated: says('3.2', 245),
  }),
  promise.figure(cost.of(secondSite, 'nodes'), { is: { from: '$1500/month', to: '$2250/month' } }),
  promise.figure(cost.of(production, 'nodes'), { is: { from: '$4500/month', to: '$6750/month' } }),
]

export const capacity = [
  promise.fits({
    in: mainnet,
    name: 'release',
    rollouts: 'one-by-one',
    by: lookAtRequests,
    stated: says('6.1, 7.3', 672, 684, 856),
  }),
  promise.confines('cpu', { in: mainnet, stated: says('3.1, 8.1', 179, 929) }),
  promise.confines('memory', { in: mainnet, stated: says('3.1, 8.1', 179, 929) }),
  promise.confines('storage', { in: mainnet, stated: says('8.1', 930) }),
  promise.confines('storage', { in: testnet, stated: says('8.1', 930) }),
  promise.retains(database, { in: mainnet, copies: 28, for: '7d', stated: says('10.1', 1091) }),
  promise.retains(cache, { in: mainnet, copies: 28, stated: says('10.1', 1098) }),
  ...scaled,
  ...savings,
  promise.figure(unsaid.cpu(mainnet), { is: '250m', stated: says('6.3', 739) }),
  promise.figure(unsaid.memory(mainnet), { is: '256Mi', stated: says('6.3', 739) }),
]
