// Where pods stand: Mainnet and its ledger on the servers of the primary data centre, Testnet and its own on the worker.

import { promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database, gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { fabricMainnet, fabricTest, mainnet, testnet } from './environments.ts'
import { fabric, fabricTestnet } from './ledgers.ts'

const oneEach = { in: mainnet, pool: 'control-plane', apart: 'kubernetes.io/hostname' } as const

export const placement = [
  ...[identity, wallet, tokenomics].map((each) => promise.stands(each, { ...oneEach, stated: says('5.1', 591) })),
  promise.stands(outbox, { ...oneEach, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 88, 547, 564) }),
  promise.stands(projector, { ...oneEach, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 89, 560, 564) }),
  promise.stands(gateway, { ...oneEach, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 93, 604) }),
  promise.stands(fabric, { in: fabricMainnet, pool: 'control-plane', stated: says('2.2', 74, 75, [79, 83]) }),
  ...[database, cache, outbox, projector, identity, wallet, tokenomics, gateway].map((each) =>
    promise.stands(each, { in: testnet, pool: 'worker', stated: says('2.2, 5.2', 98, 99, [612, 619]) }),
  ),
  promise.stands(fabricTestnet, { in: fabricTest, pool: 'worker', stated: says('2.2, 5.2', 98, 99, [103, 106], 635) }),
]
