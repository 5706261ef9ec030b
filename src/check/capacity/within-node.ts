// Limits that no pod can reach, because no node that takes it is that large.

import { allocatableOf, isUnsizedIn } from '../../engine/capacity/node-room.ts'
import { mayStandOn } from '../../engine/placement/eligible.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { EstateNode } from '../../estate/estate.ts'
import { compareQuantity, type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View } from '../world.ts'

type Resource = 'cpu' | 'memory'

type Rules = {
  unlimited: { readonly name: string; readonly resource: Resource }
  within: { readonly name: string; readonly resource: Resource; readonly limit: Quantity; readonly node?: Largest }
}

interface Largest {
  readonly name: string
  readonly has: Quantity
}

export const withinNode = definePromise<Rules>()({
  kind: 'withinNode',
  asks: 'Is no pod let to take more than the largest node that takes it has?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const pods = (view?.pods ?? []).filter((pod) => pod.steady && pod.environment === place)
    for (const pod of pods)
      yield {
        id: [place, pod.name],
        environment,
        cluster,
        says: `a pod of ${pod.name} may take no more than a node has`,
        source: pod.source,
        parts: view ? partsOf(pod, view) : [],
      }
  },

  says: {
    unlimited: ({ name, resource }) => `nobody says what limits the ${resource} of ${name}`,
    within: ({ name, resource, limit, node }, truth) => {
      const most = `${name} may take ${sayQuantity(resource, limit)}${resource === 'memory' ? ' of memory' : ''}`
      if (!node) return `${most}, and nobody says how large a node is that takes it`
      const has = `${node.name}, the largest that takes it, has ${sayQuantity(resource, node.has)}`
      return truth === true ? `${most}; ${has}` : `${most}, and ${has}`
    },
  },
})

function partsOf(pod: PodClass, view: View): readonly AnyPart<Rules>[] {
  return (['cpu', 'memory'] as const).map((resource) => {
    const limit = pod.limits[resource]
    const path = ['spec', 'template', 'spec', 'containers', 0, 'resources', 'limits', resource]
    if (limit === undefined)
      return part(
        'unlimited',
        undefined,
        { name: pod.name, resource },
        { waitsFor: `limits of ${pod.name}`, hint: `limits: { ${resource}: … }`, at: { source: pod.source, path } },
      )
    const node = largest(pod, resource, view)
    const truth = node && compareQuantity(limit, node.has) <= 0
    return part(
      'within',
      truth,
      { name: pod.name, resource, limit, ...(node && { node }) },
      {
        at: { source: pod.source, path },
        cause: `larger-than-a-node/${view.estate.cluster}/${pod.namespace}/${pod.name}/${resource}`,
        hint: node
          ? `a limit of at most ${sayQuantity(resource, node.has)}, or a larger node`
          : 'the size of the nodes',
      },
    )
  })
}

// Where the size of one is not said, that one may be the largest.
function largest(pod: PodClass, resource: Resource, { estate }: View): Largest | undefined {
  const names = new Set(mayStandOn(estate, pod))
  const nodes = estate.nodes.filter(({ name }) => names.has(name))
  if (nodes.some((node) => isUnsizedIn(node, resource))) return undefined
  return nodes
    .map((node: EstateNode): Largest => ({ name: node.name, has: allocatableOf(node, resource) }))
    .toSorted((a, b) => compareQuantity(b.has, a.has) || (a.name < b.name ? -1 : 1))[0]
}
