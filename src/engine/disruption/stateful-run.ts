// A StatefulSet from the state that it is in to where nothing changes any more.

import {
  type MemberPod,
  type MemberStep,
  type MemberWait,
  type StatefulState,
  syncStatefulSet,
} from './stateful-sync.ts'

export interface StatefulStatus {
  readonly replicas: number
  readonly ready: number
  readonly available: number
  /** Pods of the old template, and of the new one, without those on their way out. */
  readonly current: number
  readonly updated: number
  /** The revision that counts as the current one afterwards: the new one, once all pods are of it and ready. */
  readonly revision: string
}

export interface StatefulRun {
  /** What was made and taken away in each step that did anything. */
  readonly steps: readonly (readonly MemberStep[])[]
  /** Fewest members that were available at once, from the state that was given on. */
  readonly leastAvailable: number
  /** `complete`: every member is there, available and of the new template. `kept back`: some are left at the old one on purpose. */
  readonly end: 'complete' | 'kept back' | 'stuck'
  /** The member that holds everything up, where it is stuck. */
  readonly waits?: MemberWait
  readonly last: StatefulState
}

/**
 * Pods that are taken away are gone at once, all others run and become ready, but for those of the `broken` revisions.
 * O(steps × pods log pods); a member is made and taken away at most once each, and once more where it had ended.
 */
export function runStatefulSet(from: StatefulState, broken: readonly string[] = []): StatefulRun {
  const steps: (readonly MemberStep[])[] = []
  let state = from
  let leastAvailable = availableMembers(state)
  for (;;) {
    const sync = syncStatefulSet(state)
    const { revision } = statefulStatus(state, sync.steps)
    const done = { ...state, currentRevision: revision, pods: stepped(state, sync.steps) }
    leastAvailable = Math.min(leastAvailable, availableMembers(done))
    if (sync.steps.length > 0) steps.push(sync.steps)
    const pods = settled(done.pods, broken)
    if (sync.steps.length === 0 && pods.every((pod, at) => pod === done.pods[at]) && pods.length === done.pods.length)
      return { steps, leastAvailable, ...endOf(done, sync.waits), last: done }
    state = { ...done, pods }
  }
}

/** What the controller writes into the status, having done these steps. */
export function statefulStatus(state: StatefulState, steps: readonly MemberStep[]): StatefulStatus {
  const { pods, minReadySeconds, currentRevision, updateRevision, strategy } = state
  const isReady = ({ phase, isReady: ready }: MemberPod) => phase === 'Running' && ready
  const staying = pods.filter(({ isTerminating }) => !isTerminating)
  const replaced = steps.filter((step) => step.does === 'delete' && step.why === 'replaced').length
  const counts = {
    replicas: pods.length,
    ready: pods.filter(isReady).length,
    available: pods.filter((pod) => isReady(pod) && pod.readySeconds >= minReadySeconds).length,
    current: staying.filter(({ revision }) => revision === currentRevision).length - replaced,
    updated: staying.filter(({ revision }) => revision === updateRevision).length,
  }
  const wanted = state.replicas
  const isWhole = counts.updated === wanted && counts.ready === wanted && counts.replicas === wanted
  return isWhole && strategy === 'RollingUpdate'
    ? { ...counts, current: counts.updated, revision: updateRevision }
    : { ...counts, revision: currentRevision }
}

function stepped({ pods }: StatefulState, steps: readonly MemberStep[]): readonly MemberPod[] {
  const gone = new Set(steps.flatMap((step) => (step.does === 'delete' ? [step.ordinal] : [])))
  const made = steps.flatMap((step) =>
    step.does === 'make' ? [{ ...fresh, ordinal: step.ordinal, revision: step.revision }] : [],
  )
  return [...pods.map((pod) => (gone.has(pod.ordinal) ? { ...pod, isTerminating: true } : pod)), ...made]
}

const fresh = { phase: 'Pending', isReady: false, readySeconds: 0, isTerminating: false } as const

function settled(pods: readonly MemberPod[], broken: readonly string[]): readonly MemberPod[] {
  return pods
    .filter(({ isTerminating }) => !isTerminating)
    .map((pod) => {
      if (pod.phase === 'Failed' || pod.phase === 'Succeeded') return pod
      const isReady = pod.isReady || !broken.includes(pod.revision)
      const isSettled = pod.phase === 'Running' && pod.isReady === isReady && pod.readySeconds === longEnough
      return isSettled ? pod : { ...pod, phase: 'Running', isReady, readySeconds: longEnough }
    })
}

// Whatever `minReadySeconds` asks for has passed.
const longEnough = Number.MAX_SAFE_INTEGER

function availableMembers({ start, replicas, minReadySeconds, pods }: StatefulState): number {
  return pods.filter(
    ({ ordinal, isReady, readySeconds, isTerminating }) =>
      ordinal >= start && ordinal < start + replicas && isReady && readySeconds >= minReadySeconds && !isTerminating,
  ).length
}

function endOf(state: StatefulState, waits: MemberWait | undefined): Pick<StatefulRun, 'end' | 'waits'> {
  if (waits) return { end: 'stuck', waits }
  const isNew = state.pods.every(({ revision }) => revision === state.updateRevision)
  return { end: isNew ? 'complete' : 'kept back' }
}
