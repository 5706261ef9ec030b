// A rollout that a picture of the cluster shows in the middle: how far it is, and what its controller does or waits for next.

import type { DeploymentState } from '../../engine/disruption/deployment-state.ts'
import { type RolloutRun, runRollout } from '../../engine/disruption/rollout-run.ts'
import { rolloutsNow } from '../../engine/disruption/rollouts-now.ts'
import { statefulNow } from '../../engine/disruption/stateful-now.ts'
import {
  type MemberStep,
  type MemberWait,
  type StatefulState,
  syncStatefulSet,
} from '../../engine/disruption/stateful-sync.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type AnyPart, part } from '../define.ts'
import { table, type View } from '../world.ts'

export type UnderWayParts = {
  underWay: {
    readonly sets: readonly {
      readonly name: string
      readonly is: 'old' | 'new'
      readonly pods: number
      readonly available: number
    }[]
    /** How it ends where nothing changes but the pods that can come up. */
    readonly end: RolloutRun['end']
  }
  member: {
    readonly name: string
    readonly steps: readonly MemberStep[]
    readonly waits?: MemberWait
    /** The member that is waited for is of another template than the one that is being rolled out. */
    readonly isOld: boolean
  }
  /** Members that stay of the template before on purpose: below the partition, or until somebody deletes them. */
  kept: {
    readonly pods: readonly string[]
    readonly strategy: StatefulState['strategy']
    /** The first ordinal that is replaced. */
    readonly from: number
  }
}

const rollouts = table(({ estate }) => rolloutsNow(estate))
const stateful = table(({ estate }) => statefulNow(estate))
// Each step is looked at, and every pod is one or two.
const mostReplicas = 1000

/** Nothing to say of a Deployment whose pods are all of one template, and available. */
export function underWayParts({ workload, source }: PodClass, view: View): readonly AnyPart<UnderWayParts>[] {
  const state = rollouts(view).get(workload)
  if (!state || state.replicas > mostReplicas || isDone(state)) return []
  const end = endOf(state)
  const sets = state.sets
    .filter(({ replicas, pods }) => replicas + pods > 0)
    .map(({ name, isCurrent, pods, available }) => ({
      name,
      is: isCurrent ? ('new' as const) : ('old' as const),
      pods,
      available,
    }))
  return [
    part(
      'underWay',
      end !== 'resized',
      { sets, end },
      {
        cause: `resized/${workload}`,
        hint: 'scale the Deployment to another number and back: its ReplicaSet then notes what it is sized for',
        at: { source, path: ['spec', 'replicas'] },
      },
    ),
  ]
}

// Pods that are not ready may become so yet: only what the controller never goes on with, whatever they do, is certain.
function endOf(state: DeploymentState): RolloutRun['end'] {
  const { end } = runRollout(state, { comesUp: () => true })
  const isWaiting = end === 'complete' && runRollout(state, { comesUp: () => false }).steps.length === 0
  return isWaiting ? 'not ready' : end
}

function isDone({ sets, replicas }: DeploymentState): boolean {
  const active = sets.filter((set) => set.replicas + set.pods > 0)
  return active.every((set) => set.isCurrent && set.replicas === replicas && set.available === replicas)
}

export function sayUnderWay({ sets, end }: UnderWayParts['underWay']) {
  return {
    line: `under way: ${ends[end]}`,
    rows: sets.map(
      ({ name, is, pods, available }) =>
        [name, `${is}: ${pods} ${pods === 1 ? 'pod' : 'pods'}, ${available} available`] as const,
    ),
  }
}

const ends: { readonly [E in RolloutRun['end']]: string } = {
  complete: 'it goes on as pods become available',
  paused: 'it is paused, and goes on when somebody resumes it',
  'not ready': 'the controller waits for new pods that are not ready',
  resized:
    'a ReplicaSet notes another number of replicas than the Deployment has; its controller takes that for a scaling that never ends, and rolls nothing out',
}

/** A StatefulSet whose controller has something to do, or waits; nothing where all members are as they should be. */
export function memberParts({ workload, name, source }: PodClass, view: View): readonly AnyPart<UnderWayParts>[] {
  const state = stateful(view).get(workload)
  if (!state) return []
  const { steps, waits } = syncStatefulSet(state)
  if (steps.length === 0 && !waits) return keptParts(name, state, source)
  const isOld = waits !== undefined && waits.why === 'not ready' && isOfAnother(state, waits.ordinal)
  // Its template may have been mended: the controller does not replace a member that is not ready, and it may become so yet.
  return [
    part(
      'member',
      isOld ? undefined : true,
      { name, steps, ...(waits && { waits }), isOld },
      {
        hint: `kubectl delete pod ${name}-${waits?.ordinal}, so that it is made anew of the template as it is now`,
        at: { source },
      },
    ),
  ]
}

function keptParts(name: string, state: StatefulState, source: PodClass['source']): readonly AnyPart<UnderWayParts>[] {
  const { strategy, start, partition, updateRevision } = state
  const ordinals = state.pods.filter(({ revision }) => revision !== updateRevision).map(({ ordinal }) => ordinal)
  if (ordinals.length === 0) return []
  const pods = ordinals.sort((a, b) => a - b).map((ordinal) => `${name}-${ordinal}`)
  return [
    part(
      'kept',
      true,
      { pods, strategy, from: start + partition },
      { at: { source, path: ['spec', 'updateStrategy'] } },
    ),
  ]
}

function isOfAnother({ pods, updateRevision }: StatefulState, ordinal: number): boolean {
  return pods.some((pod) => pod.ordinal === ordinal && pod.revision !== updateRevision)
}

export function sayMember({ name, steps, waits, isOld }: UnderWayParts['member']): string {
  const does = steps.map((step) => stepWords(step)(`${name}-${step.ordinal}`))
  const awaits = waits ? [awaited(`${name}-${waits.ordinal}`, steps, waits)] : []
  const old = isOld
    ? ' and of another template than the one that is rolled out: it is not replaced before it is ready'
    : ''
  return `under way: its controller ${[...does, ...awaits].join(', ')}${old}`
}

export function sayKept({ pods, strategy, from }: UnderWayParts['kept']): string {
  const [stay, them] = pods.length === 1 ? ['stays', 'it'] : ['stay', 'them']
  const old = `${pods.join(', ')} ${stay} of the template before`
  return strategy === 'OnDelete'
    ? `${old} until somebody deletes ${them} (OnDelete)`
    : `${old}: a rolling update begins at member ${from} (partition)`
}

// What it does itself it waits for too.
function awaited(pod: string, steps: readonly MemberStep[], { ordinal, why }: MemberWait): string {
  if (why === 'missing' || steps.some((step) => step.ordinal === ordinal)) return `and goes on when ${pod} is ready`
  return `waits for ${pod}, which ${waitWords[why]}`
}

function stepWords(step: MemberStep): (pod: string) => string {
  return step.does === 'make' ? (pod) => `makes ${pod}` : deletes[step.why]
}

const deletes: { readonly [W in Extract<MemberStep, { does: 'delete' }>['why']]: (pod: string) => string } = {
  ended: (pod) => `takes away ${pod}, which has ended`,
  'scaled down': (pod) => `takes away ${pod}, which is one too many`,
  replaced: (pod) => `replaces ${pod}`,
}

const waitWords: { readonly [W in Exclude<MemberWait['why'], 'missing'>]: string } = {
  ended: 'has ended and is on its way out',
  terminating: 'is on its way out',
  'not ready': 'is not ready',
  'not long enough ready': 'has not been ready for long enough (minReadySeconds)',
}
