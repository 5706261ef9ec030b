// A spread rule against the nodes: which of them it counts, and what it says of one more pod.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/filtering.go:235, :310; common.go:49 (kubernetes v1.36.3).

import type { EstateNode } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Domains } from './node-table.ts'
import type { Reason } from './reasons.ts'
import type { SpreadRule } from './rules.ts'
import type { TakenBy } from './taken-by.ts'

export interface CompiledSpread {
  readonly rule: SpreadRule
  readonly domains: Domains
  /** Per node: whether its domain and its pods count. */
  readonly counted: Uint8Array
  /** Domains that count, by id. */
  readonly among: readonly number[]
  readonly takesSelf: boolean
  /** Members whose pods the rule counts, by index. */
  readonly taken: readonly number[]
}

interface Spreading {
  readonly rule: SpreadRule
  readonly all: readonly SpreadRule[]
  readonly pod: PodClass
  /** Per node: why it never takes the pod. */
  readonly refused: readonly (readonly Reason[])[]
}

interface OnNodes {
  readonly nodes: readonly EstateNode[]
  readonly domains: (key: string) => Domains
  readonly takenBy: TakenBy
}

/** Rules of the same keys that look at the same nodes share what they count. */
export function spreadCompiler({ nodes, domains, takenBy }: OnNodes): (spreading: Spreading) => CompiledSpread {
  const known = new Map<Spreading['refused'], Map<string, Pick<CompiledSpread, 'counted' | 'among'>>>()
  return ({ rule, all, pod, refused }) => {
    const own = domains(rule.topologyKey)
    const looks = known.get(refused) ?? new Map<string, Pick<CompiledSpread, 'counted' | 'among'>>()
    known.set(refused, looks)
    const key = JSON.stringify([
      rule.topologyKey,
      rule.honorsAffinity,
      rule.honorsTaints,
      all.map((one) => one.topologyKey),
    ])
    const found =
      looks.get(key) ?? countedOn(nodes, { rule, own, keys: all.map((one) => domains(one.topologyKey)), refused })
    looks.set(key, found)
    return { rule, domains: own, ...found, takesSelf: rule.takes(pod), taken: takenBy(rule) }
  }
}

function countedOn(
  nodes: readonly EstateNode[],
  { rule, own, keys, refused }: Pick<Spreading, 'rule' | 'refused'> & { own: Domains; keys: readonly Domains[] },
): Pick<CompiledSpread, 'counted' | 'among'> {
  const counted = Uint8Array.from(nodes, (_, at) =>
    keys.every(({ of }) => of[at] !== -1) && includes(rule, refused[at] ?? []) ? 1 : 0,
  )
  const holds = new Set(own.of.filter((_, at) => counted[at] === 1))
  return { counted, among: own.names.map((_, id) => id).filter((id) => holds.has(id)) }
}

function includes({ honorsAffinity, honorsTaints }: SpreadRule, refused: readonly Reason[]): boolean {
  return refused.every(
    ({ filter }) => !(filter === 'NodeAffinity' && honorsAffinity) && !(filter === 'TaintToleration' && honorsTaints),
  )
}

/** Pods in the emptiest domain; none where there are fewer domains than the rule wants. */
export function leastHeld({ rule, among }: CompiledSpread, holds: Int32Array): number {
  if (among.length < rule.minDomains) return 0
  return among.reduce((least, id) => Math.min(least, holds[id] ?? 0), Number.POSITIVE_INFINITY)
}

/** Why one more pod may not go to a node, where `holds` counts by domain the pods that the rule takes. */
export function spreadRefusal(
  spread: CompiledSpread,
  node: number,
  holds: Int32Array,
  least = leastHeld(spread, holds),
): Reason | undefined {
  const { rule, domains, takesSelf } = spread
  const { topologyKey, maxSkew, path } = rule
  const domain = domains.of[node] ?? -1
  if (domain === -1) return { filter: 'PodTopologySpread', topologyKey, maxSkew, path }

  const here = holds[domain] ?? 0
  if (here + (takesSelf ? 1 : 0) - least <= maxSkew) return undefined
  const name = domains.names[domain]
  return { filter: 'PodTopologySpread', topologyKey, domain: name, holds: here, least, maxSkew, path }
}
