import type { Scheduler, SchedulingCluster } from '../../src/engine/scheduling/scheduler.ts'
import { schedulerOf } from '../../src/engine/scheduling/scheduler-of.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import { type Difference, differ } from './differ.ts'
import type { RealAnswer } from './real.ts'
import type { Question } from './scene.ts'

export interface Replayed {
  readonly difference?: Difference
  /** Which pod of the question differs first. */
  readonly at: number
  /** What our side has not modelled, one for each pod. */
  readonly unknown: readonly string[]
  /** Pods of which the real scheduler gave up, by its words. */
  readonly gaveUp: readonly string[]
}

/** Asks our scheduler the same pods in the same order, and binds what the real one chose; ends at the first difference. */
export function replay(question: Question, answers: readonly RealAnswer[]): Replayed {
  const unknown: string[] = []
  const gaveUp: string[] = []
  const ours = schedulerOf(clusterOf(question))
  for (const [at, pod] of question.ask.entries()) {
    const theirs = answers[at]
    if (!theirs) throw new Error(`no answer for pod ${at}`)
    if (theirs.error) gaveUp.push(theirs.error)
    else {
      const difference = differOrCrash(ours, pod, theirs)
      if (difference && 'unknown' in difference) unknown.push(...difference.unknown)
      else if (difference) return { difference, at, unknown, gaveUp }
    }
    follow(ours, { pod, theirs, at })
  }
  return { at: question.ask.length, unknown, gaveUp }
}

// A crash is an answer too, one that nobody else gives.
function differOrCrash(ours: Scheduler, pod: JsonObject, theirs: RealAnswer): ReturnType<typeof differ> {
  try {
    return differ(ours, pod, theirs)
  } catch (error) {
    return {
      pod: theirs.pod,
      what: 'crashed',
      ours: String(error instanceof Error ? error.stack : error),
      theirs: null,
    }
  }
}

export function clusterOf({ nodes, pods, others }: Question): SchedulingCluster {
  const manifests = (list: readonly JsonObject[]) => list as unknown as readonly Manifest[]
  return { nodes: manifests(nodes), pods: manifests(pods), others: manifests(others) }
}

interface Step {
  readonly pod: JsonObject
  readonly theirs: RealAnswer
  readonly at: number
}

function follow(ours: Scheduler, { pod, theirs, at }: Step): void {
  if (theirs.chosen) ours.bind(boundPod(pod, theirs.chosen, at) as unknown as Manifest, theirs.chosen)
  else if (theirs.nominated) {
    for (const victim of theirs.candidates?.[theirs.nominated]?.victims ?? []) {
      const [namespace = '', name = ''] = victim.split('/')
      ours.remove({ namespace, name })
    }
  }
}

/** The pod as it stands when it is bound: it begins one minute after the last (oracle/go/scheduler/bind.go). */
export function boundPod(pod: JsonObject, nodeName: string, at: number): JsonObject {
  const { nominatedNodeName: _, ...status } = pod.status as JsonObject
  const startTime = new Date(Date.UTC(2026, 5, 1, 0, at)).toISOString().replace('.000Z', 'Z')
  return {
    ...pod,
    spec: { ...(pod.spec as JsonObject), nodeName },
    status: { ...status, phase: 'Running', startTime },
  }
}
