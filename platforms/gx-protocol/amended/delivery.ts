// One controller deploys from one repository, one component after the other; people look, and change nothing by hand.

import { delivery, procedure, step, wave } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database, gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { mainnet, testnet } from './environments.ts'

export const deliveries = [
  delivery('gitops', {
    by: 'controller',
    applies: [mainnet, testnet],
    waves: [
      wave('stores', { applies: [database, cache], migrates: [database], stated: says('A', 1169, 1171, 1176, 1177) }),
      ...[outbox, projector].map((each) => wave(each.name, { applies: [each], stated: says('A', 1181) })),
      ...[identity, wallet, tokenomics].map((each) => wave(each.name, { applies: [each], stated: says('A', 1182) })),
      wave('gateway', { applies: [gateway], stated: says('A', 1183) }),
    ],
    stated: says('3.2', 234),
  }),
]

const looks = { actor: 'person', does: 'verify' } as const

export const checklists = [
  procedure('look-after-a-release', {
    in: mainnet,
    steps: [
      step('claims are bound', { ...looks, of: [database, cache], stated: says('A', 1170) }),
      step('all pods run', { ...looks, stated: says('A', 1172, 1187) }),
      step('the schema is there', { ...looks, of: [database], stated: says('A', 1178) }),
      step('the ledger answers', { ...looks, of: [outbox, projector], stated: says('A', 1191) }),
    ],
    stated: says('A', [1168, 1172], 1178, [1186, 1191]),
  }),
]
