// What keeps the tenants of the cluster apart, and how Services spread calls.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { identity, tokenomics, wallet } from './components.ts'
import { edge, fabricMainnet, fabricTest, mainnet, monitoring, testnet, vaulted } from './environments.ts'

const tenants = [mainnet, testnet, fabricMainnet, fabricTest]

export const isolation = [
  ...tenants.map((each) =>
    promise.protects({
      in: each,
      by: ['policies', 'quota', 'budgets', 'accounts', 'secrets'],
      stated: says('3.1, 4.3', [178, 182], 329),
    }),
  ),
  ...[monitoring, edge, vaulted].map((each) =>
    promise.protects({ in: each, by: ['policies'], stated: says('4.3', 329) }),
  ),
  ...[...tenants, monitoring, edge, vaulted].map((each) =>
    promise.onlyCalls({ in: each, stated: says('1.2, 8.1', 41, 880) }),
  ),
  ...[mainnet, testnet, monitoring, vaulted].map((each) =>
    promise.hardened({
      in: each,
      nonRoot: true,
      readOnlyRoot: true,
      drops: ['ALL'],
      seccomp: 'RuntimeDefault',
      stated: says('8.1', [916, 919]),
    }),
  ),
  // Per connection and at random, as kube-proxy does: that it is round-robin is no promise that a Service can keep.
  ...[identity, wallet, tokenomics].map((each) =>
    promise.balances(each, { in: mainnet, how: 'random', stated: says('7.1', 798, 799) }),
  ),
]
