// What a pod waits for by somebody's word: who fences its dead node, and how long its start takes.

import type { Estate, FactOf } from '../../estate/estate.ts'
import type { Procedure, Step } from '../../platform/model.ts'
import { rangeSeconds } from '../../platform/units.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Clock } from './controllers-wait.ts'
import { estimate } from './critical-path.ts'
import { spanOf, unsaidTime } from './span.ts'
import { type TimelineTerm, term, type Unplaced } from './timeline-term.ts'

/** The procedure for the loss, where there is one. */
interface Prepared {
  readonly procedure?: Procedure
}

// Whoever fences it removes the node, or taints it out-of-service: then its pods are collected sooner.
export function fenced(fence: Step, options: Prepared, { timers, source }: Clock): readonly Unplaced[] {
  const most = timers && 2 * timers.collectSeconds + timers.quarantineSeconds
  const span = most === undefined ? unsaidTime : { from: 0, to: most }
  return [stepTerm('fencing', fence, options), term('collected', span, 'kubernetes', source('collected'))]
}

// A readiness probe cannot succeed before it begins.
export function starting({ facts }: Estate, pod: PodClass, options: Prepared): readonly Unplaced[] {
  const steps = startSteps(pod, options)
  if (steps.length > 0) return steps.map((step) => stepTerm('starting', step, options))
  const fact = startsOf(facts, pod)
  const least = Math.max(0, ...pod.spec.containers.map((each) => each.readinessProbe?.initialDelaySeconds ?? 0))
  const said = spanOf(fact?.takesSeconds)
  const span = {
    ...said,
    from: Math.max(said.from, least),
    ...(said.to !== undefined && { to: Math.max(said.to, least) }),
  }
  return [term('starting', span, fact ? 'estimate' : 'nobody', fact?.source ?? pod.source)]
}

// A pod without a volume waits for none.
function startSteps({ claims }: PodClass, { procedure }: Prepared): readonly Step[] {
  const starting = new Set<Step['does']>(['schedule', 'attach', 'start'])
  return (procedure?.steps ?? []).filter(({ does }) => starting.has(does) && (does !== 'attach' || claims.length > 0))
}

function startsOf(facts: Estate['facts'], pod: PodClass): FactOf<'starts'> | undefined {
  return facts.find((fact): fact is FactOf<'starts'> => fact.trait === 'starts' && fact.of === pod.workload)
}

function stepTerm(what: TimelineTerm['what'], step: Step, { procedure }: Prepared): Unplaced {
  const said = rangeSeconds(step.takes)
  const source = { stated: step.stated ?? procedure?.stated }
  return { ...term(what, said ? spanOf(said) : unsaidTime, said ? 'estimate' : 'nobody', source), step: step.name }
}

export function estimates(
  { facts }: Estate,
  pod: PodClass,
  options: Prepared,
  fence: Step | undefined,
): readonly Assumption[] {
  const steps = [...(fence ? [fence] : []), ...startSteps(pod, options)].filter(({ takes }) => takes !== undefined)
  const fact = startSteps(pod, options).length === 0 ? startsOf(facts, pod) : undefined
  const name = options.procedure?.name ?? ''
  return [...steps.map((step) => estimate(step, name)), ...(fact ? [startsAssumption(fact)] : [])]
}

function startsAssumption({ environment, component, source }: FactOf<'starts'>): Assumption {
  const says = `a pod of ${component} is ready no later than estimated`
  return { id: `starts/${environment}/${component}`, says, kind: 'estimate', source }
}
