// Section 10.2, Phase 3: a second cluster that takes over, and what it takes over with.

import type { World } from '../../../src/check/world.ts'
import { fieldsAt } from '../../../src/estate/import/fields.ts'
import { answer, holds } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change } from '../../findings/changing.ts'

const clusterLost = 'survives/mainnet/loss-of-a-cluster/postgres'

const passive = ({ views }: World) =>
  views.flatMap(({ estate }) =>
    estate.environments.flatMap(({ name, standbyOf }) =>
      standbyOf === undefined ? [] : [`${name} on ${estate.cluster} stands by for ${standbyOf}`],
    ),
  )

const replicas = ({ views }: World) =>
  views.flatMap(({ estate }) =>
    estate.objects
      .filter(({ manifest }) => fieldsAt(manifest, 'spec', 'replica').enabled === true)
      .map(
        ({ manifest, ref }) => `${ref} on ${estate.cluster} replays ${fieldsAt(manifest, 'spec', 'replica').source}`,
      ),
  )

export const standby: readonly Fact[] = [
  {
    id: 'GX-179',
    title: 'a second cluster is passive: it replays what the first archives, and takes over once that is lost',
    kinds: ['express'],
    holds: [
      answer('environments on standby', passive, ['standby on gx-protocol-standby stands by for mainnet']),
      answer('replica clusters', replicas, [
        'Cluster/backend-mainnet/postgres on gx-protocol-standby replays postgres-mainnet',
      ]),
      holds(clusterLost, 'postgres in standby on gx-protocol-standby has the rows of postgres'),
    ],
    unless: change('environment', ['standby'], ({ standbyOf: _, ...options }) => options),
  },
]
