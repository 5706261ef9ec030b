// Machines of one cluster are of one cloud: each pool may be to be had of some, and all together of none.

import type { Cloud } from '../../knowledge/instance-families.ts'
import type { Cluster } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { machinePart } from './machine-part.ts'

export interface OneCloud {
  readonly cluster: string
  readonly common: readonly Cloud[]
  readonly rows: readonly (readonly [pool: string, clouds: string])[]
}

/** Nothing where somebody says whose cloud it is, or where fewer than two pools say what their machines are. */
export function oneCloudPart(cluster: Cluster): readonly Part<'oneCloud', OneCloud>[] {
  const machines = cluster.nodePools.flatMap((pool) =>
    machinePart(pool, cluster).map(({ because }) => ({ ...because, stated: pool.stated })),
  )
  const [first] = machines
  if (!first || first.isNamed || machines.length < 2) return []
  const common = first.has.filter((cloud) => machines.every(({ has }) => has.includes(cloud)))
  const rows = machines.map(({ pool, has }) => [pool, has.length > 0 ? has.join(', ') : 'none of those known'] as const)
  return [
    part(
      'oneCloud',
      common.length > 0 ? true : undefined,
      { cluster: cluster.name, common, rows },
      {
        hint: 'families and sizes that one of them has: provider, and instance, cpu and memory of its pools',
        stated: machines.map(({ stated }) => stated),
      },
    ),
  ]
}

export function oneCloudWords({ cluster, common, rows }: OneCloud): Words {
  return {
    line:
      common.length > 0
        ? `machines of all pools of ${cluster} are to be had of ${common.join(', ')}`
        : `no one of aws, azure and gcp has the machines of all pools of ${cluster}, and nobody says whose they are`,
    rows,
  }
}
