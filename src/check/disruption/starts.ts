// A start takes its time. What waits for it has a patience of its own: the probe that ends a container which does not
// answer, and the rollout that is told to be stuck. Only where somebody says how long a start takes.
// Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#progress-deadline-seconds

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { countOf, fieldsOf } from '../../engine/pods/untrusted.ts'
import { afterProbe } from '../../engine/recovery/hang.ts'
import { asked, type Ending, endingOf } from '../../engine/recovery/slow-start.ts'
import type { Span } from '../../engine/recovery/span.ts'
import type { FactOf, SecondsRange } from '../../estate/estate.ts'
import { type AnyPart, defineQuestion, type Part, part } from '../define.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'

type Rules = {
  alive: {
    readonly workload: string
    readonly startsSeconds: SecondsRange
    readonly ending: Ending
    /** What its readiness probe asks, where that is something else. */
    readonly readiness?: string
  }
  progress: {
    readonly workload: string
    readonly ready: Span
    readonly deadlineSeconds: number
    readonly startsSeconds: SecondsRange
    /** What its readiness probe asks, and how soon. */
    readonly asks?: { readonly what: string; readonly delaySeconds: number; readonly everySeconds: number }
  }
}

export const starts = defineQuestion<Rules>({
  id: 'starts',
  asks: 'Is everything given the time that its start takes?',

  *judge({ views }) {
    for (const view of views)
      for (const fact of view.estate.facts) {
        const pod = fact.trait === 'starts' ? view.byWorkload.get(fact.of) : undefined
        if (fact.trait !== 'starts' || !pod || pod.count === 0) continue
        const parts: readonly AnyPart<Rules>[] = [...alivePart(pod, fact, view), ...progressPart(pod, fact, view)]
        if (parts.length === 0) continue
        yield {
          id: [fact.environment, pod.name],
          environment: fact.environment,
          cluster: view.estate.cluster,
          says: `${pod.name} is given the time that its start takes`,
          source: pod.source,
          about: [pod.workload],
          parts,
        }
      }
  },

  says: {
    alive: ({ workload, startsSeconds, ending, readiness }, truth): Words => ({
      line: aliveLine(workload, { startsSeconds, ending }, truth),
      rows: [
        [
          ending.by,
          `${ending.asks}: ${ending.delaySeconds}s + ${ending.failures - 1} × ${ending.everySeconds}s = ${sayTime(ending.afterSeconds)}`,
        ],
        ...(readiness === undefined ? [] : [['ready', `answers ${readiness}`] as const]),
      ],
    }),

    progress: ({ workload, ready, deadlineSeconds, startsSeconds, asks }, truth): Words => ({
      line:
        truth === true
          ? `a new pod of ${workload} is ready after ${saySpan(ready)}, and a rollout waits ${sayTime(deadlineSeconds)} for the next`
          : `a new pod of ${workload} is ready after ${saySpan(ready)}, and after ${sayTime(deadlineSeconds)} without one its rollout counts as failed`,
      rows: [
        ['start', saySpan(startsSeconds)],
        ...(asks
          ? [['readiness', `${asks.what}: after ${asks.delaySeconds}s, every ${asks.everySeconds}s`] as const]
          : []),
      ],
    }),
  },
})

type Starts = FactOf<'starts'>

// What is asked for something else may be answered long before the pod is ready: most programs listen first.
function alivePart(pod: PodClass, fact: Starts, { denied }: View): readonly Part<'alive', Rules['alive']>[] {
  const ending = endingOf(pod)
  if (!ending) return []
  const isInTime = fact.takesSeconds.to <= ending.afterSeconds
  const rests = isInTime ? estimateOf(fact) : answersOf(fact, ending)
  const holds = isInTime || !ending.isReadiness
  const readiness = ending.isReadiness ? undefined : pod.spec.containers[0]?.readinessProbe
  return [
    part(
      'alive',
      holds && !denied.has(rests.id),
      {
        workload: pod.name,
        startsSeconds: fact.takesSeconds,
        ending,
        ...(readiness && { readiness: asked(readiness) }),
      },
      {
        assumes: holds ? [rests] : [],
        cause: `ended-while-starting/${fact.environment}/${fact.component}`,
        hint: `a startup probe, or a ${ending.by} probe that begins later: after ${sayTime(delayThatHelps(fact, ending))}`,
        at: { source: pod.source },
      },
    ),
  ]
}

function delayThatHelps({ takesSeconds }: Starts, { failures, everySeconds }: Ending): number {
  return Math.max(0, takesSeconds.to - (failures - 1) * everySeconds)
}

function progressPart(pod: PodClass, fact: Starts, view: View): readonly Part<'progress', Rules['progress']>[] {
  if (pod.kind !== 'Deployment') return []
  const object = view.estate.objects.find(({ ref }) => ref === pod.workload)
  const deadlineSeconds = countOf(fieldsOf(object?.manifest.spec).progressDeadlineSeconds, 600)
  const readiness = pod.spec.containers[0]?.readinessProbe
  const ready = afterProbe(fact.takesSeconds, readiness)
  const rests = estimateOf(fact)
  const isInTime = (ready.to ?? 0) < deadlineSeconds
  return [
    part(
      'progress',
      isInTime && !view.denied.has(rests.id),
      {
        workload: pod.name,
        ready,
        deadlineSeconds,
        startsSeconds: fact.takesSeconds,
        ...(readiness && {
          asks: {
            what: asked(readiness),
            delaySeconds: countOf(readiness.initialDelaySeconds, 0),
            everySeconds: Math.max(1, countOf(readiness.periodSeconds, 10)),
          },
        }),
      },
      {
        assumes: isInTime ? [rests] : [],
        cause: `slow-start/${fact.environment}/${fact.component}`,
        hint: 'a start that is quicker, or a progressDeadlineSeconds that is longer',
        at: { source: pod.source, path: ['spec', 'progressDeadlineSeconds'] },
      },
    ),
  ]
}

function estimateOf({ environment, component, source }: Starts): Assumption {
  const says = `a pod of ${component} is ready no later than estimated`
  return { id: `starts/${environment}/${component}`, says, kind: 'estimate', source }
}

function answersOf({ environment, component }: Starts, { asks, afterSeconds }: Ending): Assumption {
  const says = `${component} answers ${asks} within ${sayTime(afterSeconds)} of its start, before it is ready`
  return { id: `answers-while-starting/${environment}/${component}`, says, kind: 'outside' }
}

function aliveLine(
  workload: string,
  { startsSeconds, ending }: Omit<Rules['alive'], 'workload'>,
  truth: Truth,
): string {
  const { by, afterSeconds, isReadiness } = ending
  const ready = `${workload} is ready ${saySpan(startsSeconds)} after its start`
  if (startsSeconds.to <= afterSeconds)
    return `${ready}, and its ${by} probe ends it after ${sayTime(afterSeconds)} at the soonest`
  if (isReadiness) return `${ready}, and its ${by} probe, which asks the same, ends it after ${sayTime(afterSeconds)}`
  return truth === true
    ? `${ready}, and its ${by} probe asks for something that it answers sooner, within ${sayTime(afterSeconds)}`
    : `${ready}, and its ${by} probe ends it after ${sayTime(afterSeconds)}`
}
