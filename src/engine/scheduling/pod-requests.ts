// What a pod asks for, in the four ways in which the scheduler counts it.
// Source: k8s.io/component-helpers@v0.36.3/resource/helpers.go:151 (PodRequests), pkg/scheduler/framework/types.go:832
// (CalculateResource), framework/plugins/noderesources/fit.go:321, resource_allocation.go:236.

import { parseQuantity } from '../../kubernetes/quantity.ts'
import type { Container, Manifest, PodSpec } from '../../kubernetes/types.ts'
import { type Amounts, amountIn, amountsOf, largerAmounts, replaceAmounts, sumAmounts } from '../pods/amounts.ts'
import { isPodLevelResource, neededTogether } from '../pods/effective-resources.ts'
import { type Fields, fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import { milliOf, type Room, roomOf, unitsOf } from './room.ts'

/** Amounts of cpu and memory alone: those that scores look at. */
export interface Share {
  readonly milliCpu: number
  readonly memoryBytes: number
}

export interface PodRequests {
  /** What the filter holds against a node's free room, before the pod stands anywhere. */
  readonly asked: Room
  /** What a standing pod takes from its node: a resize under way counts with the larger amount. */
  readonly taken: Room
  /** As taken; a container that asks for no cpu or memory counts 100m and 200Mi. */
  readonly takenAtLeast: Share
  /** What LeastAllocated adds for the pod: missing requests filled in, requests of the pod as a whole not read. */
  readonly leastAllocated: Share
  /** What BalancedAllocation adds for the pod: only what is asked for. */
  readonly balanced: Share
}

// pkg/scheduler/util/pod_resources.go:29.
const atLeast: Amounts = { cpu: parseQuantity('100m'), memory: parseQuantity('200Mi') }

export function podRequests({ spec, status }: Manifest): PodRequests {
  const pod = fieldsOf(spec) as unknown as PodSpec
  const state = fieldsOf(status)
  const plain = requests(pod, { missing: {}, podLevel: podLevel(pod) })
  const resized = hasResize(state) ? requests(pod, { missing: {}, podLevel: podLevel(pod, state), state }) : plain
  const missing = missingOf(pod, resized)
  const filled = requests(pod, { missing, podLevel: podLevel(pod, state), state })
  return {
    asked: roomOf(plain),
    taken: roomOf(resized),
    takenAtLeast: shareOf(filled),
    leastAllocated: shareOf(requests(pod, { missing: atLeast, podLevel: {} })),
    balanced: shareOf(resized),
  }
}

interface Counting {
  /** Stands in where a container says nothing. */
  readonly missing: Amounts
  /** What is said for the pod as a whole. */
  readonly podLevel: Amounts
  /** The pod's status, where resizes count. */
  readonly state?: Fields
}

function requests(pod: PodSpec, { missing, podLevel: whole, state }: Counting): Amounts {
  const needed = neededTogether(pod, (container) => replaceAmounts(missing, ownRequests(container, state)))
  return sumAmounts(replaceAmounts(needed, whole), amountsOf(pod.overhead))
}

function shareOf(amounts: Amounts): Share {
  return { milliCpu: milliOf(amountIn(amounts, 'cpu')), memoryBytes: unitsOf(amountIn(amounts, 'memory')) }
}

// Where the pod as a whole says something, only what nobody says at all is filled in (types.go:1145).
function missingOf(pod: PodSpec, found: Amounts): Amounts {
  if (Object.keys(podLevel(pod)).length === 0) return atLeast
  return Object.fromEntries(Object.entries(atLeast).filter(([resource]) => amountIn(found, resource) === undefined))
}

function podLevel(pod: PodSpec, state?: Fields): Amounts {
  const said = amountsOf(fieldsOf(pod.resources).requests)
  const own = Object.fromEntries(Object.entries(said).filter(([resource]) => isPodLevelResource(resource)))
  if (state?.resources === undefined) return own
  const effective = duringResize(said, fieldsOf(state.resources).requests, state.allocatedResources, state)
  return Object.fromEntries(
    Object.keys(own).map((resource) => [resource, amountIn(effective, resource) ?? parseQuantity(0)]),
  )
}

function hasResize(state: Fields): boolean {
  if (state.resources !== undefined) return true
  return [...fieldsIn(state.containerStatuses), ...fieldsIn(state.initContainerStatuses)].some(
    ({ resources }) => resources !== undefined,
  )
}

function ownRequests(container: Container, state: Fields | undefined): Amounts {
  const said = amountsOf(fieldsOf(container.resources).requests)
  const found = state && statusOf(container, state)
  if (!state || found?.resources === undefined) return said
  return duringResize(said, fieldsOf(found.resources).requests, found.allocatedResources, state)
}

// Of init containers only those that stay on can be resized (helpers.go:242).
function statusOf(container: Container, state: Fields): Fields | undefined {
  const named = (status: Fields) => textOf(status.name) === container.name
  const running = fieldsIn(state.containerStatuses).find(named)
  if (running) return running
  const first = fieldsIn(state.initContainerStatuses).find(named)
  return container.restartPolicy === 'Always' ? first : undefined
}

/** The larger of what is asked for, what runs and what was granted; what can never be granted does not count. */
function duringResize(said: Amounts, actuated: unknown, allocated: unknown, state: Fields): Amounts {
  const pending = fieldsIn(state.conditions).find(({ type }) => type === 'PodResizePending')
  const runs = largerAmounts(amountsOf(actuated), amountsOf(allocated))
  return pending?.reason === 'Infeasible' ? runs : largerAmounts(said, runs)
}
