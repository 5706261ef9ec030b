import { runStatefulSet, statefulStatus } from '../../src/engine/disruption/stateful-run.ts'
import {
  type MemberPod,
  type MemberStep,
  type StatefulState,
  syncStatefulSet,
} from '../../src/engine/disruption/stateful-sync.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { ValueComparison } from '../values/comparison.ts'

interface Asked {
  readonly replicas: number
  readonly start: number
  readonly policy: StatefulState['policy']
  readonly strategy: StatefulState['strategy']
  readonly partition: number
  readonly maxUnavailable?: number | string
  /** The gate MaxUnavailableStatefulSet is open. */
  readonly honoursMost: boolean
  readonly minReadySeconds: number
  readonly isSettled: boolean
  readonly pods: readonly {
    readonly ordinal: number
    readonly revision: string
    readonly phase: MemberPod['phase']
    readonly ready: boolean
    readonly readySeconds: number
    readonly terminating: boolean
  }[]
  readonly broken: readonly string[]
  readonly syncs: number
}

/** Which pods a StatefulSet makes and takes away: one sync of any state, or all syncs until nothing changes. */
export const statefulSet: ValueComparison = {
  asks: 'statefulset',
  says: 'StatefulSets, step by step',
  cases: 3_000,
  invent: (random) => inventState(random) as unknown as JsonObject,
  ours: (asked) => ourStatefulSet(asked as unknown as Asked),
  wellFormed,
}

const mostSyncs = 200

function stateOf(asked: Asked): StatefulState {
  const { replicas, start, policy, strategy, partition, maxUnavailable, honoursMost, minReadySeconds } = asked
  const isRolling = strategy === 'RollingUpdate'
  return {
    replicas,
    start,
    policy,
    strategy,
    partition: isRolling ? partition : 0,
    ...(honoursMost && { maxUnavailable: isRolling ? (maxUnavailable ?? 1) : 1 }),
    minReadySeconds,
    currentRevision: 'current',
    updateRevision: asked.isSettled ? 'current' : 'update',
    pods: asked.pods.map(({ ready, terminating, ...pod }) => ({ ...pod, isReady: ready, isTerminating: terminating })),
  }
}

function ourStatefulSet(asked: Asked): Json {
  const state = stateOf(asked)
  if (asked.syncs === 1) {
    const { steps } = syncStatefulSet(state)
    return { steps: [steps.map(said).sort()], status: { ...statefulStatus(state, steps) }, ended: false }
  }
  const { steps, last } = runStatefulSet(state, asked.broken)
  return { steps: steps.map((one) => one.map(said).sort()), status: { ...statefulStatus(last, []) }, ended: true }
}

function said(step: MemberStep): string {
  return step.does === 'make' ? `make db-${step.ordinal} ${step.revision}` : `delete db-${step.ordinal}`
}

function inventState(random: Random): Asked {
  const replicas = random.int(0, 6)
  const start = random.chance(0.2) ? random.int(1, 3) : 0
  const isOdd = random.chance(0.5)
  const isSettled = random.chance(0.2)
  const minReadySeconds = isOdd && random.chance(0.2) ? 10 : 0
  const ordinals = random.list(random.int(0, 8), () => random).map((_, at) => at)
  const pods = ordinals
    .filter(() => random.chance(0.9))
    .map((ordinal) => ({
      ordinal,
      revision: isSettled
        ? 'current'
        : random.weighted([
            [5, 'current'],
            [4, 'update'],
            [isOdd ? 1 : 0, 'older'],
          ]),
      phase: random.weighted<MemberPod['phase']>([
        [12, 'Running'],
        [2, 'Pending'],
        [1, 'Failed'],
        [1, 'Succeeded'],
        [isOdd ? 1 : 0, 'Unknown'],
      ]),
      ready: random.chance(0.8),
      readySeconds: isOdd ? random.pick([0, 9, 10, 11, 100]) : 100,
      terminating: random.chance(0.1),
    }))
  return {
    replicas,
    start,
    policy: random.chance(0.6) ? 'OrderedReady' : 'Parallel',
    strategy: random.chance(0.85) ? 'RollingUpdate' : 'OnDelete',
    partition: random.chance(0.6) ? 0 : random.int(0, 7),
    ...(random.chance(0.5) && {
      maxUnavailable: random.chance(0.5) ? random.int(1, 4) : `${random.pick([1, 10, 34, 50, 100])}%`,
    }),
    honoursMost: random.chance(0.3),
    minReadySeconds,
    isSettled,
    pods,
    broken: random.weighted([
      [6, []],
      [2, ['update']],
      [1, ['current']],
    ]),
    syncs: isOdd ? 1 : mostSyncs,
  }
}

function wellFormed(asked: JsonObject): boolean {
  const { replicas, start, policy, strategy, partition, pods, broken, syncs, minReadySeconds, maxUnavailable } =
    asked as unknown as Partial<Asked>
  if (![replicas, start, partition, minReadySeconds].every((one) => Number.isInteger(one) && (one ?? 0) >= 0))
    return false
  if (policy !== 'OrderedReady' && policy !== 'Parallel') return false
  if (strategy !== 'RollingUpdate' && strategy !== 'OnDelete') return false
  if (!Array.isArray(pods) || !Array.isArray(broken) || (syncs !== 1 && syncs !== mostSyncs)) return false
  if (
    maxUnavailable !== undefined &&
    !(Number(maxUnavailable) > 0 || /^[1-9][0-9]?%$|^100%$/.test(`${maxUnavailable}`))
  )
    return false
  const phases = ['Running', 'Pending', 'Failed', 'Succeeded', 'Unknown']
  return (
    new Set(pods.map(({ ordinal }) => ordinal)).size === pods.length &&
    pods.every(
      (pod) => Number.isInteger(pod.ordinal) && Number.isInteger(pod.readySeconds) && phases.includes(pod.phase),
    ) &&
    pods.every((pod) => ['current', 'update', 'older'].includes(pod.revision) && typeof pod.ready === 'boolean') &&
    pods.every((pod) => typeof pod.terminating === 'boolean') &&
    broken.every((one) => one === 'current' || one === 'update')
  )
}
