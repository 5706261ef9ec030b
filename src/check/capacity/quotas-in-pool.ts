// Whether all that may be requested on the nodes of an environment is no more than is free there.

import { joinAssumptions } from '../../engine/assumption.ts'
import { type PoolQuotaOptions, type PoolQuotas, poolQuotas } from '../../engine/capacity/pool-quotas.ts'
import { type Quantity, sayQuantity, tryQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'

export type Confines = Extract<PlatformPromise, { kind: 'confines' }>

export type PoolParts = {
  pool: PoolQuotas & { resource: 'cpu' | 'memory' }
}

export function poolPart(
  { beside }: Confines,
  resource: 'cpu' | 'memory',
  environment: string,
  view: View,
): AnyPart<PoolParts> {
  const { estate, pods, denied } = view
  const planned = plannedQuotas(beside, resource, view)
  const found = poolQuotas(estate, pods, environment, { resource, planned, denied })
  return part(
    'pool',
    found.nodes.length === 0 ? undefined : found.fits,
    { ...found, resource },
    {
      assumes: joinAssumptions([found.assumes]),
      cause: `quotas-above-pool/${estate.cluster}/${found.pool ?? 'all'}/${resource}`,
      hint: 'smaller quotas, a node more, or neighbours elsewhere',
      stated: [
        ...found.nodes.map(({ takenSource }) => takenSource?.stated),
        ...beside.map(({ quota }) => quota?.stated),
        ...found.shares.map(({ quota }) => estate.objects.find(({ ref }) => ref === quota)?.source.stated),
      ],
    },
  )
}

// What is there by now is counted by its own quota.
function plannedQuotas(
  beside: readonly Environment[],
  resource: string,
  { estate }: View,
): NonNullable<PoolQuotaOptions['planned']> {
  return beside
    .filter(({ name }) => !estate.environments.some((one) => one.name === name))
    .flatMap(({ name, quota }) => {
      const hard = new Map(Object.entries(quota?.hard ?? {}))
      const amount = tryQuantity(hard.get(`requests.${resource}`) ?? hard.get(resource))
      return amount ? [{ environment: name, amount }] : []
    })
}

export function poolWords({ pool, nodes, free, shares, sum, fits, anywhere, resource }: PoolParts['pool']): Words {
  const say = (quantity: Quantity) => sayQuantity(resource, quantity)
  const on = pool === undefined ? 'all nodes' : `the pool ${pool}`
  const sign = fits === false ? '>' : '≤'
  const beside = anywhere ? `, ${say(anywhere.taken)} being taken in the cluster as a whole` : ''
  const terms = shares.map(({ amount }) => say(amount)).join(' + ')
  const asked = shares.length === 1 ? say(sum) : `${terms} = ${say(sum)}`
  return {
    line: `${asked} of ${resource} may be requested ${sign} ${say(free)} free on ${on}${beside}`,
    rows: [
      ...nodes.map(
        (node) =>
          [
            node.node,
            `${say(node.allocatable)} − ${say(node.taken)} taken${node.says ? ` (${node.says})` : ''} = ${say(node.free)}`,
          ] as const,
      ),
      ...shares.map(
        ({ environment, amount, by, quota }) => [environment, `${say(amount)}, ${sayShare(by, quota)}`] as const,
      ),
    ],
  }
}

function sayShare(by: 'quota' | 'planned' | 'requests', quota: Ref | undefined): string {
  if (by === 'planned') return 'the quota that is planned'
  return by === 'quota' && quota ? `quota ${partsOf(quota).name}` : 'requested, without a quota'
}
