// Sections 1.1, 2.2 and 5.1: where pods are said to stand, beyond what the promises on the stores say.

import { promise } from 'seaworthy'
import { gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { mainnet } from './environments.ts'
import { says } from './says.ts'

const controlPlaneOnly = { in: mainnet, pool: 'control-plane', apart: 'kubernetes.io/hostname' } as const

export const placement = [
  ...[identity, wallet, tokenomics].map((each) =>
    promise.stands(each, { ...controlPlaneOnly, stated: says('5.1', 591) }),
  ),
  promise.stands(outbox, { ...controlPlaneOnly, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 88, 547, 564) }),
  promise.stands(projector, { ...controlPlaneOnly, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 89, 560, 564) }),
  promise.stands(gateway, { ...controlPlaneOnly, stated: says('1.1, 2.2, 5.1', 35, 74, 75, 93, 604) }),
]
