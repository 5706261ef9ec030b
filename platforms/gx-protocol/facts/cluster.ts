// Section 2.1: the cluster and its nodes, counted.

import { broken, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, promises } from '../../findings/changing.ts'

const smallerWorker = change('node', ['srv1117946'], (options) => ({
  ...options,
  cpu: 8,
  memory: '32Gi',
  disk: '500G',
}))

export const cluster: readonly Fact[] = [
  {
    id: 'GX-16',
    title: 'the nodes that the document lists have 64 cores',
    kinds: ['check'],
    on: 'as-written',
    holds: [kept('figure/gx-protocol-cluster/cpu', '16 + 16 + 16 + 16 = 64 cores, as stated')],
    unless: smallerWorker,
  },
  {
    id: 'GX-107',
    title: 'the headroom is 16.5 cores on the base that the document takes, and not 15.5',
    kinds: ['check'],
    on: 'as-written',
    holds: [
      broken(
        'figure/mainnet/headroom-cpu-on-the-stated-base/stated-minus-cpu-requested',
        '29 cores (stated) − 12.5 cores = 16.5 cores, and 15.5 is stated',
      ),
    ],
    unless: promises('figure', (given) =>
      given.name === 'headroom-cpu-on-the-stated-base' ? { ...given, is: 16.5 } : given,
    ),
  },
]
