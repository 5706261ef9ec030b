// What must hold of an environment on standby, so that it takes over a component once the cluster of the other is lost.

import type { SteadyAnswer } from '../../engine/placement/steady.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type CriticalPath, criticalPath } from '../../engine/recovery/critical-path.ts'
import { isWithin } from '../../engine/recovery/span.ts'
import { type WorstLoss, worstLoss } from '../../engine/recovery/worst-loss.ts'
import { type AnyPart, part } from '../define.ts'
import { podsFor, type View, type World } from '../world.ts'
import { losingSeconds, type SurvivesPromise, withinSeconds } from './promised.ts'
import { awayPart, largePart, takesOverPart, versionPart } from './standby-place.ts'

export type StandbyParts = {
  /** `shared`: zones that both clusters have nodes in; undefined where nobody says them all. */
  away: { standby: string; on: string; cluster: string; shared: readonly string[] | undefined }
  runsThere: { component: string; standby: string; on: string; pods: number }
  sameVersion: { component: string; standby: string; software: string; here: string; there: string }
  /** What one pod of it has there, where that is less than here. */
  asLarge: { component: string; standby: string; less: readonly Less[] }
  takesOver: { component: string; standby: string; on: string; count: number; answer: SteadyAnswer | undefined }
  named: { component: string; standby: string; missing: readonly string[]; names: readonly string[] }
  hasRows: { component: string; standby: string; loss: WorstLoss; losing: string; follows: boolean }
  inTime: { component: string; path: CriticalPath; within: string; procedure: string }
  promoted: { component: string; procedure: string | undefined }
}

export interface Less {
  readonly what: string
  readonly here: string
  readonly there: string
}

type Parts = readonly AnyPart<StandbyParts>[]

export interface Standby {
  readonly name: string
  readonly view: View
}

/** The one that takes over from an environment; undefined where none stands by. */
export function standbyFor(environment: string | undefined, { views }: World): Standby | undefined {
  for (const view of views) {
    const found = view.estate.environments.find(({ standbyOf }) => standbyOf !== undefined && standbyOf === environment)
    if (found) return { name: found.name, view }
  }
  return undefined
}

/** `pods` are those of the component where it runs now. */
export function standbyParts(
  component: string,
  pods: readonly PodClass[],
  { promise, view, standby }: { promise: SurvivesPromise; view: View; standby: Standby },
): Parts {
  const there = podsFor(standby.view, component, standby.name).filter(({ steady }) => steady)
  const runs = { component, standby: standby.name, on: standby.view.estate.cluster, pods: there.length }
  const away = awayPart(view, standby)
  if (there.length === 0)
    return [
      away,
      part('runsThere', false, runs, {
        cause: `not-on-standby/${standby.name}/${component}`,
        hint: `${component} in ${standby.name} too, or in no promise that its cluster may be lost`,
      }),
    ]
  const pairs = pods.flatMap((pod) => {
    const other = there.find(({ name }) => name === pod.name)
    return other ? [[pod, other] as const] : []
  })
  return [
    away,
    ...pairs.flatMap(([here, other]) => [
      ...versionPart(component, [here, view], [other, standby]),
      largePart(component, here, other, standby.name),
      takesOverPart(component, here, other, { view, standby }),
    ]),
    ...namesPart(component, view, standby, promise),
    ...pods.filter((pod) => keepsRows(pod, view)).map((pod) => rowsPart(component, pod, { promise, view, standby })),
    timePart(
      component,
      promise,
      view,
      pods.some((pod) => keepsRows(pod, view)),
    ),
  ]
}

function namesPart(component: string, view: View, standby: Standby, { in: home }: SurvivesPromise): Parts {
  const called = (at: View, environment: string | undefined) =>
    at.estate.facts.flatMap((fact) =>
      fact.trait === 'endpoint' && fact.component === component && fact.environment === environment
        ? [fact.service.slice(fact.service.lastIndexOf('/') + 1)]
        : [],
    )
  const names = [...new Set(called(view, home?.name))].sort()
  const there = new Set(called(standby.view, standby.name))
  if (names.length === 0) return []
  const missing = names.filter((name) => !there.has(name))
  return [
    part(
      'named',
      missing.length === 0,
      { component, standby: standby.name, missing, names },
      {
        cause: `other-names/${standby.name}/${component}`,
        hint: `the same names in ${standby.name}: callers that move there ask for them`,
      },
    ),
  ]
}

function keepsRows({ claims, workload }: PodClass, { estate }: View): boolean {
  return claims.length > 0 || estate.facts.some((fact) => fact.trait === 'replicates' && fact.of === workload)
}

function rowsPart(
  component: string,
  pod: PodClass,
  { promise, view, standby }: { promise: SurvivesPromise; view: View; standby: Standby },
): AnyPart<StandbyParts> {
  const loss = worstLoss(view.estate, pod, promise.failure, { denied: view.denied })
  const follows = loss.from === 'follower' && loss.follower?.by.environment === standby.name
  return part(
    'hasRows',
    follows && isWithin(loss.span, losingSeconds(promise)),
    { component, standby: standby.name, loss, losing: promise.losing, follows },
    {
      assumes: loss.assumes,
      cause: `no-rows-on-standby/${standby.name}/${component}`,
      hint: `${component} in ${standby.name} by an operator that makes it follow, and a loss promised that its archive allows`,
      at: { source: pod.source },
    },
  )
}

// Nothing that follows promotes itself: it cannot tell a lost cluster from a lost line.
function timePart(
  component: string,
  promise: SurvivesPromise,
  { denied }: View,
  isStore: boolean,
): AnyPart<StandbyParts> {
  const { by, within } = promise
  if (!by) return part('promoted', undefined, { component, procedure: undefined })
  if (isStore && !by.steps.some(({ does }) => does === 'promote'))
    return part(
      'promoted',
      false,
      { component, procedure: by.name },
      {
        cause: `nobody-promotes/${by.name}`,
        hint: 'a step that promotes what stands by',
        stated: [by.stated],
      },
    )
  const path = criticalPath(by.steps, { name: by.name, denied })
  return part(
    'inTime',
    isWithin(path.span, withinSeconds(promise)),
    { component, path, within, procedure: by.name },
    {
      assumes: path.assumes,
      cause: `slow-procedure/${by.name}`,
      stated: [by.stated, ...by.steps.map(({ stated }) => stated)],
    },
  )
}
