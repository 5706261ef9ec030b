// Sections 3.2 and appendix A: who runs the stores, and what is put into them before anything starts.

import { procedure, promise, step } from 'seaworthy'
import { cache, database } from './components.ts'
import { mainnet } from './environments.ts'
import { says } from './says.ts'

const initialization = procedure('database-initialization', {
  steps: [
    step('migrate', { does: 'migrate', actor: 'person', through: 'pod', stated: says('A', 1175, 1176) }),
    step('seed', { does: 'seed', actor: 'person', through: 'pod', stated: says('A', 1175, 1177) }),
    step('schema', { does: 'verify', actor: 'person', stated: says('A', 1178) }),
  ],
  stated: says('A', [1174, 1178]),
})

export const stores = [
  promise.prepares(database, { in: mainnet, by: initialization, stated: says('A', [1174, 1178]) }),
  ...[database, cache].map((store) => promise.operated(store, { in: mainnet, stated: says('3.2', 235) })),
]
