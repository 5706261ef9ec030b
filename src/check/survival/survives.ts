// A promise to survive: after any one such failure, each component is back in time and has lost no more than promised.

import { type AnyPart, definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsFor, type View, type World } from '../world.ts'
import { type LossParts, partsAfterNodeLoss } from './node-loss-parts.ts'
import { partsAfterPodLoss } from './pod-loss-parts.ts'
import type { SurvivesPromise } from './promised.ts'
import { standbyFor, standbyParts } from './standby-parts.ts'
import { says } from './words.ts'
import { gonePart } from './zone-loss-parts.ts'

export const survives = definePromise<LossParts>()({
  kind: 'survives',
  asks: 'After any one such failure, is each component back in time, with no more lost than promised?',

  *judge(promise, world) {
    for (const component of promise.keeps) yield survival(promise, component.name, world)
  },

  says,
})

function survival(promise: SurvivesPromise, component: string, world: World): Finding<LossParts> {
  const { place, environment, cluster, view } = placeOf(promise, world)
  const { failure, within, losing } = promise
  const lost = losing === 'nothing' ? 'losing nothing' : `losing at most ${losing}`
  return {
    id: [place, `${failure.kind}-of-a-${failure.of}`, component],
    environment,
    cluster,
    says: `after the ${failure.kind} of any one ${failure.of}, ${component} is back within ${within}, ${lost}`,
    parts: view ? partsOf(promise, component, view, world) : [],
  }
}

function partsOf(promise: SurvivesPromise, component: string, view: View, world: World): Finding<LossParts>['parts'] {
  const pods = podsFor(view, component, promise.in ?? '').filter(({ steady, count }) => steady && count > 0)
  if (pods.length === 0) return [unjudged(`${component} runs no pods that stay, so nothing is there to survive`)]
  const { kind, of } = promise.failure
  if (kind === 'loss' && (of === 'node' || of === 'zone'))
    return pods.flatMap((pod) => partsAfterNodeLoss(pod, promise, view))
  if (of === 'pod' && (kind === 'loss' || kind === 'hang'))
    return pods.flatMap((pod) => partsAfterPodLoss(pod, promise, view))
  if (kind === 'loss' && of === 'cluster') {
    const standby = standbyFor(promise.in?.name, world)
    return standby ? standbyParts(component, pods, { promise, view, standby }) : [gonePart(component, view, world)]
  }
  return [unjudged(`what the ${kind} of a ${of} leaves of ${component} is not judged`)]
}

function unjudged(why: string): AnyPart<LossParts> {
  return part('unjudged', undefined, { why })
}
