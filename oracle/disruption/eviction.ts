import type { Eviction } from '../../src/engine/disruption/evict.ts'
import { evict } from '../../src/engine/disruption/evict.ts'
import { type EvictionScene, evictInTurn } from '../../src/engine/disruption/evict-in-turn.ts'
import type { Owner } from '../../src/engine/disruption/expected-scale.ts'
import type { Json } from '../json.ts'
import type { Random } from '../random.ts'

/** A pod, and budgets whose status somebody has written: nothing counts them. */
export interface StoredCase {
  readonly is: 'stored'
  readonly pod: AskedPod
  readonly budgets: readonly StoredBudget[]
}

/** Pods, their controllers and budgets, counted by the disruption controller, and evictions one after the other. */
export interface CountedCase {
  readonly is: 'counted'
  readonly pods: readonly AskedPod[]
  readonly workloads: readonly AskedWorkload[]
  readonly budgets: readonly CountedBudget[]
  readonly order: readonly string[]
}

export type EvictionCase = StoredCase | CountedCase

export interface AskedPod {
  readonly name: string
  readonly labels: { readonly [key: string]: string }
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown'
  readonly ready: boolean
  readonly terminating: boolean
  /** The name of a workload, or a kind that has no scale. */
  readonly owner?: string
}

export interface AskedWorkload {
  readonly name: string
  readonly kind: 'Deployment' | 'ReplicaSet' | 'StatefulSet' | 'ReplicationController'
  readonly replicas: number
}

interface Guarding {
  readonly name: string
  readonly selector: { readonly matchLabels?: { readonly [key: string]: string } }
  readonly policy?: 'IfHealthyBudget' | 'AlwaysAllow'
}

export interface StoredBudget extends Guarding {
  readonly stale: boolean
  readonly current: number
  readonly desired: number
  readonly allowed: number
  readonly unconfirmed: number
  readonly failed?: true
}

export interface CountedBudget extends Guarding {
  readonly minAvailable?: number | string
  readonly maxUnavailable?: number | string
}

/** Code and cause of each eviction, and for counted ones what stands in the status before it. */
export function ourEvictions(asked: EvictionCase): Json {
  if (asked.is === 'stored') return [said(storedEviction(asked))]
  return evictInTurn(sceneOf(asked), asked.order).map(({ pod, statuses, eviction }) => ({
    pod,
    statuses: statuses.map(
      (status): Json =>
        status.reason === 'SyncFailed'
          ? { reason: status.reason, allowed: 0 }
          : {
              reason: status.reason,
              allowed: status.disruptionsAllowed,
              current: status.currentHealthy,
              desired: status.desiredHealthy,
              expected: status.expectedPods,
            },
    ),
    ...said(eviction),
  }))
}

function storedEviction({ pod, budgets }: StoredCase): Eviction {
  const { ready, terminating, ...of } = pod
  return evict(
    { ...of, isReady: ready, isTerminating: terminating },
    budgets.map(({ policy, stale, current, desired, allowed, unconfirmed, failed, ...budget }) => ({
      ...budget,
      ...(policy && { unhealthyPodEvictionPolicy: policy }),
      status: {
        isStale: stale,
        currentHealthy: current,
        desiredHealthy: desired,
        disruptionsAllowed: allowed,
        disruptedPods: unconfirmed,
        ...(failed && { failure: 'no scale' }),
      },
    })),
  )
}

function said(eviction: Eviction): { code: number; why: string } {
  if (eviction.code === 201) return { code: 201, why: '' }
  const { code, why, healthy } = eviction
  return { code, why: healthy ? `${why}: ${healthy.needs} needed, ${healthy.has} there` : why }
}

/** The reference that a pod has to its controller; a Deployment stands behind a ReplicaSet of its name. */
export function ownerOf({ owner }: AskedPod, workloads: readonly AskedWorkload[]): Omit<Owner, 'uid'> | undefined {
  if (owner === undefined) return undefined
  if (owner === 'DaemonSet') return { apiVersion: 'apps/v1', kind: owner, name: 'd' }
  if (owner === 'Job') return { apiVersion: 'batch/v1', kind: owner, name: 'j' }
  if (owner === 'Node') return { apiVersion: 'v1', kind: owner, name: 'n1' }
  const kind = workloads.find(({ name }) => name === owner)?.kind ?? 'ReplicaSet'
  const apiVersion = kind === 'ReplicationController' ? 'v1' : 'apps/v1'
  return { apiVersion, kind: kind === 'Deployment' ? 'ReplicaSet' : kind, name: owner }
}

function sceneOf({ pods, workloads, budgets }: CountedCase): EvictionScene {
  const made = workloads.flatMap(({ name, kind, replicas }) => {
    const apiVersion = kind === 'ReplicationController' ? 'v1' : 'apps/v1'
    const itself = { apiVersion, kind, name, uid: name, replicas }
    if (kind !== 'Deployment') return [itself]
    return [itself, { ...itself, kind: 'ReplicaSet', uid: `${name}-set`, replicas: 1, owner: itself }]
  })
  const uidOf = (owner: Omit<Owner, 'uid'>) =>
    made.find(({ kind, name }) => kind === owner.kind && name === owner.name)?.uid ?? `${owner.name}-gone`
  return {
    pods: pods.map(({ ready, terminating, owner: _, ...pod }, at) => {
      const owner = ownerOf(pods[at] as AskedPod, workloads)
      return {
        ...pod,
        isReady: ready,
        isTerminating: terminating,
        ...(owner && { owner: { ...owner, uid: uidOf(owner) } }),
      }
    }),
    workloads: made,
    budgets: budgets.map(({ policy, ...budget }) => ({
      ...budget,
      ...(policy && { unhealthyPodEvictionPolicy: policy }),
    })),
  }
}

const phases = [
  [12, 'Running'],
  [2, 'Pending'],
  [1, 'Succeeded'],
  [1, 'Failed'],
  [1, 'Unknown'],
] as const

function inventPod(random: Random, name: string): AskedPod {
  const labels = {
    ...(random.chance(0.9) && { a: random.pick(['x', 'x', 'y']) }),
    ...(random.chance(0.3) && { b: 'z' }),
  }
  const phase = random.weighted<AskedPod['phase']>(phases)
  // Those that have ended are gone as soon as they are deleted.
  const terminating = phase !== 'Succeeded' && phase !== 'Failed' && random.chance(0.1)
  return { name, labels, phase, ready: random.chance(0.7), terminating }
}

function inventGuarding(random: Random, name: string): Guarding {
  const selector = random.weighted<Guarding['selector']>([
    [5, { matchLabels: { a: 'x' } }],
    [1, { matchLabels: { b: 'z' } }],
    [1, {}],
  ])
  const policy = random.weighted([
    [2, undefined],
    [1, 'IfHealthyBudget'],
    [1, 'AlwaysAllow'],
  ] as const)
  return { name, selector, ...(policy && { policy }) }
}

export function inventStored(random: Random): StoredCase {
  const budgets = random
    .list(
      random.weighted([
        [1, 0],
        [6, 1],
        [1, 2],
      ] as const),
      () => random,
    )
    .map((_, at) => ({
      ...inventGuarding(random, `b${at}`),
      stale: random.chance(0.15),
      current: random.int(0, 3),
      desired: random.int(0, 3),
      allowed: random.weighted([
        [3, 0],
        [2, 1],
        [1, 2],
      ] as const),
      unconfirmed: random.weighted([
        [8, 0],
        [4, 1],
        [1, 2000],
        [1, 2001],
      ] as const),
      ...(random.chance(0.2) && { failed: true as const }),
    }))
  return { is: 'stored', pod: inventPod(random, 'p0'), budgets }
}

export function inventCounted(random: Random): CountedCase {
  const kinds = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController'] as const
  const workloads = random
    .list(random.int(1, 2), () => random)
    .map((_, at) => ({ name: `w${at}`, kind: random.pick(kinds), replicas: random.int(1, 5) }))
  const odd = random.chance(0.12) ? random.pick(['DaemonSet', 'Job', 'Node', 'gone']) : undefined
  const pods = random
    .list(random.int(1, 5), () => random)
    .map((_, at) => {
      const owner = random.chance(0.1) ? undefined : at === 0 && odd ? odd : random.pick(workloads).name
      return { ...inventPod(random, `p${at}`), ...(owner && { owner }) }
    })
  const amount = () => (random.chance(0.5) ? random.int(0, 3) : `${random.pick([0, 10, 25, 34, 50, 67, 100])}%`)
  const budgets = random
    .list(random.chance(0.85) ? 1 : 2, () => random)
    .map((_, at) => ({
      ...inventGuarding(random, `b${at}`),
      ...(random.chance(0.5) ? { minAvailable: amount() } : { maxUnavailable: amount() }),
    }))
  return { is: 'counted', pods, workloads, budgets, order: random.list(random.int(1, 4), () => random.pick(pods).name) }
}

/** Whether a case that shrinking made can still be asked. */
export function isEvictionCase(asked: unknown): asked is EvictionCase {
  const one = asked as Partial<CountedCase> & Partial<StoredCase>
  const isName = (name: unknown) => typeof name === 'string' && /^[a-z][0-9]$/.test(name)
  const isPod = (pod: AskedPod | undefined) =>
    isName(pod?.name) && phases.some(([, phase]) => phase === pod?.phase) && pod?.labels !== undefined
  if (!Array.isArray(one.budgets)) return false
  const areBudgets = one.budgets.every((budget) => isName(budget.name) && budget.selector !== undefined)
  const numbers = ['current', 'desired', 'allowed', 'unconfirmed'] as const
  if (one.is === 'stored')
    return areBudgets && isPod(one.pod) && one.budgets.every((budget) => numbers.every((field) => field in budget))
  if (one.is !== 'counted' || !Array.isArray(one.pods) || !Array.isArray(one.workloads) || !Array.isArray(one.order))
    return false
  const areWorkloads = one.workloads.every(
    ({ name, kind, replicas }) => isName(name) && kind?.length > 9 && replicas >= 0,
  )
  return areBudgets && areWorkloads && one.pods.every(isPod) && one.order.every(isName)
}
