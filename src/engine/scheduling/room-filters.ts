// Filters that count what stands on a node: ports and resources.
// Source: pkg/scheduler/framework/plugins/{nodeports,noderesources} (kubernetes v1.36.3).

import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { clashingPort } from './host-ports.ts'
import { mendable, type NodeFilter, type NodeRefusal } from './refusal.ts'
import type { Room } from './room.ts'
import { insufficient, nodeSays } from './scheduler-says.ts'
import type { NodeView } from './scheduling-node.ts'

export function portFilter({ pod }: Cycle): NodeFilter | undefined {
  if (pod.ports.length === 0) return undefined
  return ({ ports }) => {
    const clash = clashingPort(ports, pod.ports)
    return clash && mendable(nodeSays.portTaken, clash.path)
  }
}

export function roomFilter({ pod }: Cycle): NodeFilter {
  const { asked } = pod.requests
  const amounts = amountsAsked(asked)
  const isAnyAsked = amounts.length > 0
  return (view) => {
    const missing = isAnyAsked ? amounts.filter((amount) => amount.wants > amount.has(view) - amount.taken(view)) : []
    const isFull = view.podCount + 1 > view.node.allocatable.pods
    if (!isFull && missing.length === 0) return undefined
    return refusal(pod.spec, view, isFull, missing)
  }
}

interface AmountAsked {
  readonly name: string
  readonly wants: number
  readonly has: (view: NodeView) => number
  readonly taken: (view: NodeView) => number
}

// What is asked for as 0 is never missing (fit.go:733).
function amountsAsked({ milliCpu, memoryBytes, ephemeralBytes, others }: Room): readonly AmountAsked[] {
  const own: readonly AmountAsked[] = [
    {
      name: 'cpu',
      wants: milliCpu,
      has: ({ node }) => node.allocatable.milliCpu,
      taken: ({ taken }) => taken.milliCpu,
    },
    {
      name: 'memory',
      wants: memoryBytes,
      has: ({ node }) => node.allocatable.memoryBytes,
      taken: ({ taken }) => taken.memoryBytes,
    },
    {
      name: 'ephemeral-storage',
      wants: ephemeralBytes,
      has: ({ node }) => node.allocatable.ephemeralBytes,
      taken: ({ taken }) => taken.ephemeralBytes,
    },
  ]
  const named = [...others].map(
    ([name, wants]): AmountAsked => ({
      name,
      wants,
      has: ({ node }) => node.allocatable.others.get(name) ?? 0,
      taken: ({ taken }) => taken.others.get(name) ?? 0,
    }),
  )
  return [...own, ...named].filter(({ wants }) => wants > 0)
}

function refusal(
  spec: Cycle['pod']['spec'],
  view: NodeView,
  isFull: boolean,
  missing: readonly AmountAsked[],
): NodeRefusal {
  const reasons = missing.map(({ name }) => insufficient(name))
  const [first] = missing
  return {
    reasons: isFull ? [nodeSays.tooManyPods, ...reasons] : reasons,
    isFinal: missing.some(({ wants, has }) => wants > has(view)),
    ...(first && { path: askedAt(spec, first.name) }),
  }
}

/** Where an amount is asked for: for the pod as a whole, else by the first container that does. */
function askedAt(spec: Cycle['pod']['spec'], resource: string): readonly (string | number)[] {
  const asks = (value: unknown) => Object.hasOwn(fieldsOf(fieldsOf(value).requests), resource)
  if (asks(spec.resources)) return ['spec', 'resources', 'requests', resource]
  for (const kind of ['containers', 'initContainers'] as const) {
    const index = fieldsIn(spec[kind]).findIndex((container) => asks(container.resources))
    if (index !== -1) return ['spec', kind, index, 'resources', 'requests', resource]
  }
  return ['spec', 'overhead', resource]
}
