import type { Protocol, Ref } from '../../kubernetes/types.ts'
import { explain } from '../reachability/explain.ts'
import { type ReachMatrix, reachMatrix } from '../reachability/matrix.ts'
import type { Reachability } from '../reachability/reachability.ts'
import type { ClusterObjects } from './estate-of.ts'
import { reachabilityOf } from './reachability-of.ts'

export interface ReachQuestion {
  /** A workload, `Deployment/shop/checkout`, or an address outside, `203.0.113.7`. */
  readonly from: Ref | string
  readonly to: Ref | string
  /** The port at the pods, after any Service. */
  readonly port?: number
  /** Default TCP. */
  readonly protocol?: Protocol
}

export interface Reached {
  /** undefined where something that nobody shows decides: `unknown` names it. */
  readonly open: boolean | undefined
  readonly egress: ReachedSide
  readonly ingress: ReachedSide
  /** What the network plugin decides and the specification does not, a sentence each. */
  readonly assumes: readonly string[]
  readonly unknown: readonly string[]
}

/** One direction: out of the one end, or into the other. */
export interface ReachedSide {
  readonly open: boolean | undefined
  /** The policies by which these pods let through only what a rule takes. */
  readonly isolatedBy: readonly Ref[]
  /** Every rule with a say: what it makes of the connection, and whether the answer hangs on it. */
  readonly rules: readonly {
    readonly policy: Ref
    readonly rule: number
    readonly action: string
    readonly does: 'takes' | 'may' | 'misses' | 'unasked'
    readonly decides: boolean
    /** The field that takes it, or the first that fails. */
    readonly path: readonly (string | number)[]
  }[]
}

export interface Reach {
  /** All pairs as classes that no policy tells apart; O(classes² ÷ 32 + answers). */
  readonly matrix: () => ReachMatrix
  /** One connection, each rule told. Throws `RangeError` for a workload that is not there. */
  readonly ask: (question: ReachQuestion) => Reached
}

/**
 * Who may talk to whom: NetworkPolicy, cluster-wide admin policies, Cilium's and Calico's.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies.
 */
export function reach(cluster: ClusterObjects): Reach {
  const r = reachabilityOf(cluster)
  return { matrix: () => reachMatrix(r), ask: (question) => asked(r, question) }
}

function asked(r: Reachability, { from, to, ...at }: ReachQuestion): Reached {
  const { judged, egress, ingress } = explain(r, { from: endOf(r, from), to: endOf(r, to), ...at })
  return {
    open: judged.open,
    egress: sideOf(egress),
    ingress: sideOf(ingress),
    assumes: judged.assumes.map(({ says }) => says),
    unknown: judged.unknown,
  }
}

function endOf(r: Reachability, end: string) {
  if (/^[0-9a-fA-F.:]+(\/[0-9]+)?$/.test(end) && /[.:]/.test(end)) return { outside: end, address: end }
  if (r.classOf.has(end as Ref)) return end as Ref
  throw new RangeError(`${end} is no workload of these objects; name it as kind/namespace/name, or give an address`)
}

function sideOf({ open, isolatedBy, rules }: ReturnType<typeof explain>['egress']): ReachedSide {
  return {
    open,
    isolatedBy: isolatedBy.map(({ policy }) => policy),
    rules: rules.map(({ policy, rule, action, does, decides, path }) => ({
      policy,
      rule,
      action,
      does,
      decides,
      path,
    })),
  }
}
