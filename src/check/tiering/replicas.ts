// How many pods each service has, as its autoscaler leaves it at the least: a promise on every one of an environment.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Many } from '../../platform/model.ts'
import { hasReplicas, saysReplicas } from '../../platform/replicated.ts'
import { isOutside, traitsOf } from '../../platform/traits.ts'
import { definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { componentEdit } from '../placement/component-edit.ts'
import { podsFor, viewFor } from '../world.ts'
import { fitsMany, sayMany } from './many.ts'

type Rules = {
  unsaid: { readonly name: string }
  replicas: {
    readonly name: string
    readonly count: number
    /** As far as an autoscaler may go. */
    readonly most?: number
    readonly each: Many
  }
}

export const replicas = definePromise<Rules>()({
  kind: 'replicas',
  asks: 'Has each service so many pods?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const view = viewFor(world, environment)
    for (const component of componentsOf(environment)) {
      if (!hasReplicas(component.noun) || isOutside(traitsOf(component))) continue
      const [pod] = view ? podsFor(view, component, environment) : []
      // Where nothing is lowered, what is declared is all there is.
      const count = pod?.scales?.min ?? pod?.count ?? traitsOf(component).runs[0]?.replicas ?? 0
      const most = pod?.scales?.max
      const isWithin = [count, most ?? count].map((many) => fitsMany(many, promise.each))
      const edit = componentEdit(
        { environment: environment.name, component: component.name },
        world,
        ['replicas'],
        leastOf(promise.each),
      )
      yield {
        id: [environment.name, component.name],
        environment: environment.name,
        ...(view && { cluster: view.estate.cluster }),
        says: `${component.name} has ${sayMany(promise.each)} ${leastOf(promise.each) === 1 ? 'pod' : 'pods'}`,
        source: pod?.source ?? { stated: promise.stated },
        parts: [
          saysReplicas(component)
            ? part(
                'replicas',
                !isWithin.includes(false),
                { name: component.name, count, ...(most !== undefined && { most }), each: promise.each },
                {
                  cause: `replicas/${environment.name}/${component.name}`,
                  ...(edit && !pod?.scales ? { fix: [edit] } : { hint: hintOf(promise.each, pod?.scales) }),
                  stated: [pod?.source.stated],
                  ...(pod && { at: { source: pod.source, path: ['spec', 'replicas'] } }),
                },
              )
            : part(
                'unsaid',
                undefined,
                { name: component.name },
                {
                  waitsFor: `replicas of ${component.name}`,
                  hint: hintOf(promise.each, undefined),
                  ...(pod && { at: { source: pod.source, path: ['spec', 'replicas'] } }),
                },
              ),
        ],
      }
    }
  },

  says: {
    unsaid: ({ name }) => `nobody says how many pods ${name} has`,
    replicas: ({ name, count, most, each }, truth) => {
      const many = most === undefined || most === count ? `${count}` : `${count} to ${most}`
      return `${name} has ${many}, ${truth === true ? 'which is' : 'not'} ${sayMany(each)}`
    },
  },
})

// Beside an autoscaler the number of pods is not its owner's to say.
function hintOf(each: Many, scales: PodClass['scales']): string {
  const least = leastOf(each)
  if (!scales) return `replicas: ${least}`
  const most = each === 'several' ? undefined : typeof each === 'number' ? each : each.atMost
  const bounds = [
    ...(scales.min < least || (most !== undefined && scales.min > most) ? [`scales.from: ${least}`] : []),
    ...(most !== undefined && scales.max > most ? [`scales.to: ${most}`] : []),
    ...(scales.max < least ? [`scales.to: ${least}`] : []),
  ]
  return bounds.join(', ')
}

function leastOf(each: Many): number {
  if (each === 'several') return 2
  return typeof each === 'number' ? each : (each.atLeast ?? each.atMost ?? 0)
}
