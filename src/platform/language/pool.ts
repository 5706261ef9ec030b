import { make, type NounSpec } from '../make.ts'
import type { Bounds, Node, Pool, PoolScaling } from '../model.ts'
import type { Price } from '../money.ts'
import {
  count,
  cpu,
  dnsLabel,
  either,
  flag,
  labels,
  labelValue,
  list,
  need,
  oneOf,
  price,
  record,
  set,
  size,
  stated,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Size } from '../units.ts'
import { isPlainObject } from '../validate.ts'
import { type TakenOptions, taints, taken } from './machine-fields.ts'

export interface PoolOptions {
  /** How many machines: `3`, or from how many to how many. Unsaid: nobody knows. */
  readonly nodes?: number | Bounds
  /**
   * Who changes their number within the range: the cluster's autoscaler, which adds as many as its pods need; a person;
   * nobody (`fixed`). `on-demand`: none stands until pods ask for one.
   */
  readonly scales?: PoolScaling
  /** Of each machine. Unsaid: whether there is room on it is not known. */
  readonly cpu?: Cpu
  readonly memory?: Size
  readonly disk?: Size
  /** Devices that pods ask for as `nvidia.com/gpu`; `true`: one at least. */
  readonly gpu?: number | true
  /** A family, such as `compute-optimized`, or a type of the provider's, such as `m6i.large`. */
  readonly instance?:
    | 'compute-optimized'
    | 'memory-optimized'
    | 'storage-optimized'
    | 'general-purpose'
    | 'gpu'
    | (string & {})
  /** Zones over which the machines are spread. */
  readonly zones?: readonly string[]
  readonly roles?: readonly string[]
  readonly labels?: { readonly [key: string]: string }
  readonly taints?: Node['taints']
  /** What already takes room on each of them. */
  readonly taken?: TakenOptions
  /** What each costs by the month. */
  readonly price?: Price
  readonly stated?: Stated
}

const mostNodes = 15_000

export const poolSpec: NounSpec<PoolOptions, Pool> = {
  is: 'pool',
  word: 'pool',
  named: dnsLabel,
  fields: {
    nodes: either(
      count(0, mostNodes),
      record('a range such as { from: 2, to: 10 }', {
        from: need(count(0, mostNodes), 'how many there are at least'),
        to: need(count(1, mostNodes), 'how many there may be'),
      }),
    ),
    scales: oneOf('autoscaler', 'on-demand', 'person', 'fixed'),
    cpu,
    memory: size,
    disk: size,
    gpu: either(count(1), flag),
    instance: either(
      oneOf('compute-optimized', 'memory-optimized', 'storage-optimized', 'general-purpose', 'gpu'),
      labelValue,
    ),
    zones: list(labelValue, 1),
    roles: set(dnsLabel),
    labels,
    taints,
    taken,
    price,
    stated,
  },
  rules(_, { nodes, scales }, say) {
    if (!isPlainObject(nodes)) return
    const { from, to } = nodes as Bounds
    if (from > to)
      say({ path: 'nodes', found: `from ${from} to ${to}`, allowed: 'a range that ends above its beginning' })
    if (scales === undefined) {
      say({ path: 'scales', found: 'nothing', allowed: 'autoscaler, person or fixed (who changes the number)' })
    }
  },
  build: (name, options) => ({ is: 'pool', name, zones: [], roles: [], labels: {}, taints: [], ...options }),
}

/**
 * Machines of one kind. `pool('app', { nodes: { from: 2, to: 10 }, scales: 'autoscaler', cpu: 8, memory: '32Gi', zones: ['a', 'b'] })`
 */
export function pool(name: string, options: PoolOptions = {}): Pool {
  return make(poolSpec, name, options)
}
