// Quotas reserve nothing: they guard the nodes of a pool only while all of them together are no more than is free there.

import type { Estate } from '../../estate/estate.ts'
import { compareQuantity, type Quantity, subtractQuantity } from '../../kubernetes/quantity.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { quotasOf } from '../admission/quotas.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { NodeRoom } from './node-room.ts'
import { type Anywhere, type CountedResource, fitsIn, poolRoom, standsOn, sumQuantities } from './pool-room.ts'
import { poolOf } from './room.ts'

/** What an environment may take of the pool. */
export interface QuotaShare {
  readonly environment: string
  readonly amount: Quantity
  /** Its quota; that of an environment that is yet to come; or, where it has none, what its pods request. */
  readonly by: 'quota' | 'planned' | 'requests'
  readonly quota?: Ref
}

export interface PoolQuotas {
  readonly pool?: string
  readonly nodes: readonly NodeRoom[]
  /** Allocatable minus what is taken. */
  readonly free: Quantity
  readonly shares: readonly QuotaShare[]
  readonly sum: Quantity
  readonly anywhere?: Anywhere
  /** Undefined where it depends on where stands what is known for the whole cluster only. */
  readonly fits: boolean | undefined
  readonly assumes: readonly Assumption[]
}

export interface PoolQuotaOptions {
  readonly resource: CountedResource
  /** Quotas of environments that are planned for the same pool. */
  readonly planned?: readonly { readonly environment: string; readonly amount: Quantity }[]
  readonly denied?: ReadonlySet<string>
}

/** The quotas of all environments on the pool of one of them, against what is free on its nodes. */
export function poolQuotas(
  estate: Estate,
  pods: readonly PodClass[],
  environment: string,
  { resource, planned = [], denied }: PoolQuotaOptions,
): PoolQuotas {
  const { name, nodes } = poolOf(estate, environment)
  const room = poolRoom(estate, pods, nodes, { resource, denied })
  const own = new Set(nodes)
  const there = estate.environments.filter((one) => standsOn(estate, one.pool, own))
  const shares = [
    ...there.map((one) => shareOf(estate, one, room.requests.rows, resource)),
    ...planned.map((one): QuotaShare => ({ ...one, by: 'planned' })),
  ]
    .filter(({ amount }) => amount.nano > 0n)
    .sort((a, b) => byCodePoint(a.environment, b.environment))
  const sum = sumQuantities(shares.map(({ amount }) => amount))
  return {
    ...(name !== undefined && { pool: name }),
    nodes: room.nodes,
    free: room.free,
    shares,
    sum,
    ...(room.anywhere && { anywhere: room.anywhere }),
    fits: room.unsized.length > 0 ? undefined : fitsIn(subtractQuantity(room.free, sum), room.anywhere),
    assumes: room.assumes,
  }
}

function shareOf(
  estate: Estate,
  { name, namespace }: Estate['environments'][number],
  rows: readonly { readonly sum: Quantity; readonly pod?: PodClass }[],
  resource: CountedResource,
): QuotaShare {
  const least = leastOf(estate, namespace, resource)
  if (least) return { environment: name, amount: least.amount, by: 'quota', quota: least.quota }
  const requested = rows.filter(({ pod }) => pod?.environment === name).map(({ sum }) => sum)
  return { environment: name, amount: sumQuantities(requested), by: 'requests' }
}

/** The smallest quota of a namespace on all requests of a resource; `cpu` means `requests.cpu` there. */
export function leastOf(
  estate: Estate,
  namespace: string,
  resource: string,
): { readonly quota: Ref; readonly amount: Quantity } | undefined {
  const found = (quotasOf(estate.objects).get(namespace) ?? [])
    .filter(({ scopes }) => scopes.length === 0)
    .flatMap(({ ref, hard }) =>
      [`requests.${resource}`, ...(resource === 'storage' ? [] : [resource])].flatMap((key) => {
        const amount = hard.get(key)
        return amount ? [{ quota: ref, amount }] : []
      }),
    )
  return found.sort((a, b) => compareQuantity(a.amount, b.amount))[0]
}
