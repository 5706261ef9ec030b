// One step of the StatefulSet controller: which pods it makes and which it takes away.
// Source: pkg/controller/statefulset/stateful_set_control.go:423 (a member), :497 (scaling down), :561 (all) (kubernetes v1.36.3).

import { type IntOrPercent, scaledValue } from '../../kubernetes/intstr.ts'

export interface StatefulState {
  readonly replicas: number
  /** The first ordinal. */
  readonly start: number
  readonly policy: 'OrderedReady' | 'Parallel'
  readonly strategy: 'RollingUpdate' | 'OnDelete'
  /** Members from the first on that a rolling update leaves alone. */
  readonly partition: number
  /** Read where the gate MaxUnavailableStatefulSet is open; it is closed by default (pkg/features/kube_features.go:1672). */
  readonly maxUnavailable?: IntOrPercent
  readonly minReadySeconds: number
  /** The template that the pods had before, and the one that they are to have; the same where nothing is replaced. */
  readonly currentRevision: string
  readonly updateRevision: string
  readonly pods: readonly MemberPod[]
}

export interface MemberPod {
  readonly ordinal: number
  readonly revision: string
  readonly phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown'
  readonly isReady: boolean
  readonly readySeconds: number
  readonly isTerminating: boolean
}

export type MemberStep =
  | { readonly does: 'make'; readonly ordinal: number; readonly revision: string }
  | { readonly does: 'delete'; readonly ordinal: number; readonly why: 'ended' | 'scaled down' | 'replaced' }

/** What the controller waits for before it goes on, where it does. */
export interface MemberWait {
  readonly ordinal: number
  readonly why: 'ended' | 'missing' | 'terminating' | 'not ready' | 'not long enough ready'
}

export interface StatefulSync {
  /** By ordinal, without repetitions. */
  readonly steps: readonly MemberStep[]
  readonly waits?: MemberWait
}

/** O(pods log pods). */
export function syncStatefulSet(state: StatefulState): StatefulSync {
  const { start, replicas, pods } = state
  const byOrdinal = new Map(pods.map((pod) => [pod.ordinal, pod]))
  const members = Array.from({ length: replicas }, (_, at) => byOrdinal.get(start + at))
  const condemned = pods
    .filter(({ ordinal }) => ordinal < start || ordinal >= start + replicas)
    .sort((a, b) => b.ordinal - a.ordinal)
  return state.policy === 'Parallel' ? atOnce(state, members, condemned) : inOrder(state, members, condemned)
}

type Members = readonly (MemberPod | undefined)[]

function inOrder(state: StatefulState, members: Members, condemned: readonly MemberPod[]): StatefulSync {
  for (const [at, pod] of members.entries()) {
    const ordinal = state.start + at
    if (pod === undefined) return { steps: [made(state, ordinal)], waits: { ordinal, why: 'missing' } }
    const why = waitFor(state, pod)
    if (why === 'ended') return { steps: ended(pod), waits: { ordinal, why } }
    if (why !== undefined) return { steps: [], waits: { ordinal, why } }
  }
  const [last] = condemned
  if (last) return scaledDown(state, last, condemned)
  return replaced(state, members)
}

// The last of those that are too many goes, unless it is unwell and another one below it is too: that one is looked at first.
function scaledDown(state: StatefulState, last: MemberPod, condemned: readonly MemberPod[]): StatefulSync {
  const { ordinal } = last
  const first = condemned.findLast((pod) => !isAvailable(state, pod) || pod.isTerminating)
  if (last.isTerminating) return { steps: [], waits: { ordinal, why: 'terminating' } }
  const why = last === first ? undefined : waitFor(state, last)
  if (why !== undefined)
    return { steps: [], waits: { ordinal: (first ?? last).ordinal, why: waitFor(state, first ?? last) ?? why } }
  return { steps: [{ does: 'delete', ordinal, why: 'scaled down' }] }
}

function atOnce(state: StatefulState, members: Members, condemned: readonly MemberPod[]): StatefulSync {
  const steps: MemberStep[] = members.flatMap((pod, at) =>
    pod === undefined ? [made(state, state.start + at)] : isEnded(pod) ? ended(pod) : [],
  )
  for (const { ordinal, isTerminating } of condemned)
    if (!isTerminating) steps.push({ does: 'delete', ordinal, why: 'scaled down' })
  const { steps: last, waits } = replaced(state, members)
  const gone = new Set(last.map(({ ordinal }) => ordinal))
  const all = [...steps.filter(({ ordinal }) => !gone.has(ordinal)), ...last]
  return { steps: all.sort((a, b) => a.ordinal - b.ordinal), ...(waits && { waits }) }
}

function replaced(state: StatefulState, members: Members): StatefulSync {
  if (state.strategy === 'OnDelete') return { steps: [] }
  return state.maxUnavailable === undefined ? oneByOne(state, members) : severalAtOnce(state, members)
}

/** From the last member to the partition: the first that is of another template goes, the first that is unwell is waited for. */
function oneByOne(state: StatefulState, members: Members): StatefulSync {
  for (let at = members.length - 1; at >= state.partition; at--) {
    const pod = members[at]
    const ordinal = state.start + at
    if (pod === undefined) return { steps: [], waits: { ordinal, why: 'missing' } }
    if (isOld(state, pod)) return { steps: [{ does: 'delete', ordinal, why: 'replaced' }] }
    const why = pod.isTerminating ? 'terminating' : unavailableFor(state, pod)
    if (why !== undefined) return { steps: [], waits: { ordinal, why } }
  }
  return { steps: [] }
}

function severalAtOnce(state: StatefulState, members: Members): StatefulSync {
  const away = members.findLastIndex((pod) => !pod || pod.isTerminating || !isAvailable(state, pod))
  const unavailable = members.filter((pod) => !pod || pod.isTerminating || !isAvailable(state, pod)).length
  const most = Math.max(1, scaledValue(state.maxUnavailable, state.replicas, 'down') ?? 1)
  const steps: MemberStep[] = []
  for (let at = members.length - 1; at >= state.partition && steps.length < most - unavailable; at--) {
    const pod = members[at]
    if (pod && isOld(state, pod)) steps.push({ does: 'delete', ordinal: state.start + at, why: 'replaced' })
  }
  if (unavailable < most) return { steps: steps.reverse() }
  const pod = members[away]
  const why =
    pod === undefined ? 'missing' : pod.isTerminating ? 'terminating' : (unavailableFor(state, pod) ?? 'missing')
  return { steps, waits: { ordinal: state.start + away, why } }
}

function isOld({ updateRevision }: StatefulState, { revision, isTerminating }: MemberPod): boolean {
  return revision !== updateRevision && !isTerminating
}

// Members below the partition are made again as they were.
function made(
  { strategy, start, partition, currentRevision, updateRevision }: StatefulState,
  ordinal: number,
): MemberStep {
  const isKept = strategy === 'RollingUpdate' && ordinal < start + partition
  return { does: 'make', ordinal, revision: isKept ? currentRevision : updateRevision }
}

function ended({ ordinal, isTerminating }: MemberPod): readonly MemberStep[] {
  return isTerminating ? [] : [{ does: 'delete', ordinal, why: 'ended' }]
}

function isEnded({ phase }: MemberPod): boolean {
  return phase === 'Failed' || phase === 'Succeeded'
}

function isAvailable({ minReadySeconds }: StatefulState, { isReady, readySeconds }: MemberPod): boolean {
  return isReady && readySeconds >= minReadySeconds
}

function unavailableFor(state: StatefulState, pod: MemberPod): 'not ready' | 'not long enough ready' | undefined {
  if (!pod.isReady) return 'not ready'
  return isAvailable(state, pod) ? undefined : 'not long enough ready'
}

function waitFor(state: StatefulState, pod: MemberPod): MemberWait['why'] | undefined {
  if (isEnded(pod)) return 'ended'
  if (pod.isTerminating) return 'terminating'
  if (pod.phase !== 'Running') return 'not ready'
  return unavailableFor(state, pod)
}
