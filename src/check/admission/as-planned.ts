// A document shows an object and plans its sizes elsewhere: applied as it is shown, its pods ask for what it says, or for
// what the namespace gives to those that say nothing, and not for what is planned.

import { defaultContainer } from '../../engine/pods/container-defaults.ts'
import { limitRangesOf } from '../../engine/pods/limit-range.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { ShownObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import {
  addQuantity,
  compareQuantity,
  type Quantity,
  sayQuantity,
  tryQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import { type Container, partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { excerptSubject, sayRef } from './subject.ts'

type Rules = {
  asks: {
    readonly resource: 'cpu' | 'memory'
    readonly shown: Quantity
    readonly planned: Quantity
    /** The LimitRange that gives it to containers that say nothing. */
    readonly range?: Ref
    readonly says: boolean
  }
}

export const asPlanned = defineQuestion<Rules>({
  id: 'as-planned',
  asks: 'Do the pods of an object that is shown ask for what is planned for them?',

  *judge({ views }) {
    for (const view of views)
      for (const shownOf of Map.groupBy(view.estate.shown, ({ of, environment }) => `${environment}/${of}`).values()) {
        const same = shownOf.toSorted((a, b) => byCodePoint(orderOf(a), orderOf(b)))
        const [first] = same
        const pod = first && view.byWorkload.get(first.of)
        const parts = pod ? distinct(same.flatMap((shown) => partsFor(shown, pod, view))) : []
        if (!first || parts.length === 0) continue
        const [place, ...subject] = excerptSubject(first, view)
        yield {
          id: [place, ...subject.slice(0, -1)],
          environment: first.environment,
          cluster: view.estate.cluster,
          says: `what is shown of ${sayRef(first.of)} asks for what is planned`,
          source: first.source,
          about: [first.of],
          parts,
        }
      }
  },

  says: {
    asks: ({ resource, shown, planned, range, says }, truth): Words => {
      const say = (amount: Quantity) => sayQuantity(resource, amount)
      if (truth === true) return { line: `each pod requests ${say(planned)} of ${resource}, as planned` }
      const given = range ? `, from LimitRange ${partsOf(range).name}` : ''
      return {
        line: `applied as it is shown, each pod requests ${say(shown)} of ${resource}${given}, and ${say(planned)} is planned`,
        rows: says ? [] : [['shown', `no container says what it requests of ${resource}`]],
      }
    },
  },
})

const resources = ['cpu', 'memory'] as const

// By where the document shows them, whatever the order in which they are declared.
function orderOf({ source: { stated }, manifest }: ShownObject): string {
  return `${`${stated?.lines[0] ?? 0}`.padStart(9, '0')} ${JSON.stringify(manifest)}`
}

function partsFor(shown: ShownObject, pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  const spec = fieldsAt(shown.manifest, 'spec', 'template', 'spec')
  // What shows no container shows nothing of what its containers say.
  const written = fieldsIn(spec.containers)
  const containers = written.length > 0 ? written : pod.spec.containers.map(({ name }) => ({ name }))
  const ranges = limitRangesOf(view.estate.objects).get(pod.namespace) ?? []
  return resources.flatMap((resource): AnyPart<Rules>[] => {
    const planned = pod.requests[resource]
    if (!planned) return []
    const found = containers.map((container) => requestOf(container as unknown as Container, ranges, resource))
    const sum = found.reduce((all, { amount }) => addQuantity(all, amount), zeroQuantity)
    const range = found.find((one) => one.range)?.range
    const because = { resource, shown: sum, planned, ...(range && { range }), says: found.some(({ says }) => says) }
    return [
      part('asks', compareQuantity(sum, planned) === 0, because, {
        at: { source: shown.source },
        cause: `not-as-planned/${view.estate.cluster}/${pod.namespace}/${pod.name}/${resource}`,
        hint: `requests of ${sayQuantity(resource, planned)} of ${resource} in what is shown`,
        stated: [shown.source.stated, pod.source.stated],
      }),
    ]
  })
}

function requestOf(container: Container, ranges: Parameters<typeof defaultContainer>[1], resource: string) {
  const { container: filled, origins } = defaultContainer(container, ranges)
  const origin = origins.get(`requests.${resource}`)
  const amount = tryQuantity(fieldsOf(fieldsOf(filled.resources).requests)[resource]) ?? zeroQuantity
  const range = origin?.from === 'limitRange' ? origin.range : undefined
  return { amount, says: origin !== undefined && range === undefined, ...(range && { range }) }
}

// Two excerpts of one object that say the same are one.
function distinct(parts: readonly AnyPart<Rules>[]): readonly AnyPart<Rules>[] {
  const keyOf = ({ because: { resource, shown } }: AnyPart<Rules>) => `${resource} ${sayQuantity(resource, shown)}`
  return [...new Map(parts.map((one) => [keyOf(one), one])).values()]
}
