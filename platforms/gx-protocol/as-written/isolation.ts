// Sections 1.2, 3.1, 4.3, 7.1 and 8: what is to keep the tenants of the cluster apart, and how Services spread calls.

import { promise } from 'seaworthy'
import { identity, tokenomics, wallet } from './components.ts'
import { edge, fabricMainnet, fabricTest, mainnet, monitoring, testnet } from './environments.ts'
import { says } from './says.ts'

const others = ['quota', 'budgets', 'accounts', 'secrets'] as const
const five = ['policies', ...others] as const
const apis = [identity, wallet, tokenomics]

export const isolation = [
  ...[mainnet, testnet].map((each) => promise.protects({ in: each, by: five, stated: says('3.1', [178, 182]) })),
  ...(
    [
      [fabricMainnet, 260],
      [fabricTest, 264],
    ] as const
  ).flatMap(([each, line]) => [
    promise.protects({ in: each, by: ['policies'], stated: says('4.1, 4.3', line, 329) }),
    promise.protects({ in: each, name: 'beside-policies', by: others, stated: says('3.1', [179, 182]) }),
  ]),
  ...[monitoring, edge].map((each) => promise.protects({ in: each, by: ['policies'], stated: says('4.3', 329) })),
  promise.onlyCalls({ in: mainnet, stated: says('1.2, 8.1', 41, 880) }),
  ...apis.map((each) => promise.balances(each, { in: mainnet, how: 'round-robin', stated: says('7.1', 798, 799) })),
]
