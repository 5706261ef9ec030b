// A promise that an operator runs a component: a custom resource stands for it, and the operator makes its pods of that.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsFor } from '../world.ts'

type Rules = { made: { workload: string; kind: string; by: string | undefined } }

export const operated = definePromise<Rules>()({
  kind: 'operated',
  asks: 'Does an operator run it?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component } = promise
    const pods = view ? podsFor(view, component, environment ?? '').filter(({ steady }) => steady) : []
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `an operator runs ${component.name}`,
      parts: pods.map(madePart),
    }
  },

  says: {
    made: ({ workload, kind, by }) =>
      by === undefined
        ? `${workload} is a ${kind} that is written by hand: no resource stands for it, and nobody promotes, copies or repairs it`
        : `${by} stands for ${workload}`,
  },
})

function madePart({ name, kind, source, component, environment }: PodClass) {
  const by = source.made && partsOf(source.made.by)
  return part(
    'made',
    by !== undefined,
    { workload: name, kind, by: by && `${by.kind} ${by.name}` },
    {
      cause: `by-hand/${environment}/${component ?? name}`,
      hint: 'the resource of an operator in its place; or say of which components it is meant',
      at: { source },
    },
  )
}
