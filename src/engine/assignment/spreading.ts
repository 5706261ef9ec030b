// How a class is to be spread, as counters: constraints that refuse, and those that score.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/{filtering,scoring}.go (kubernetes v1.36.3).

import { isEverything, matchesLabels } from '../../kubernetes/selector.ts'
import type { Labels } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import type { Cycle } from '../scheduling/cycle.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import { countsNode, type SpreadConstraint, spreadConstraints, takesLabels } from '../scheduling/spread-constraints.ts'
import type { Topology } from '../scheduling/topology.ts'
import type { Ground } from './company.ts'
import type { Counter, Question } from './counters.ts'
import { type DomainWeights, domainWeights } from './domain-weights.ts'

export interface HardSpread {
  readonly counter: Counter
  readonly maxSkew: number
  /** 1 where the pod itself counts. */
  readonly itself: number
  /** Per node: 1 where it counts. */
  readonly within: Uint8Array
  /** Domains with a node that counts. */
  readonly domains: readonly number[]
  readonly minDomains: number
}

export interface SoftSpread {
  readonly counter: Counter
  readonly maxSkew: number
  /** Per node: 1 where it has the label. */
  readonly hasKey: Uint8Array
  readonly domains: DomainWeights
}

export interface Spreading {
  readonly hard: readonly HardSpread[]
  readonly soft: readonly SoftSpread[]
  /** Per node: 1 where the score leaves it out, for it lacks one of the labels. */
  readonly ignored: Uint8Array
  /** Per node: 1 where it lacks a label that a hard constraint wants. */
  readonly lacksKey: Uint8Array
}

export function spreadingOf(cycle: Cycle, ground: Ground): Spreading {
  const hard = spreadConstraints(cycle, 'DoNotSchedule').constraints
  const { constraints: soft, needsAllKeys } = spreadConstraints(cycle, 'ScheduleAnyway')
  const none = cycle.world.nodeMask('none', () => false)
  const lacksKey = hard.length > 0 ? lacking(cycle, hard) : none
  const ignored = soft.length > 0 && needsAllKeys ? lacking(cycle, soft) : none
  return {
    hard: hard.map((constraint) => hardSpread(cycle, ground, constraint, lacksKey)),
    soft: soft.map((constraint) => softSpread(cycle, ground, constraint, ignored)),
    ignored,
    lacksKey,
  }
}

function lacking({ world }: Cycle, constraints: readonly SpreadConstraint[]): Uint8Array {
  const keys = constraints.map(({ topologyKey }) => topologyKey)
  const hasAll = (labels: Labels) => keys.every((key) => Object.hasOwn(labels, key))
  return world.nodeMask(`lacks ${JSON.stringify(keys)}`, ({ labels }) => !hasAll(labels))
}

function hardSpread(
  cycle: Cycle,
  { counters }: Ground,
  constraint: SpreadConstraint,
  lacksKey: Uint8Array,
): HardSpread {
  const topology = cycle.world.topology(constraint.topologyKey)
  const within = countingNodes(cycle, constraint, lacksKey)
  const domains = new Set<number>()
  within.forEach((counts, node) => {
    if (counts === 1) domains.add(topology.domainOf[node] ?? -1)
  })
  return {
    counter: counters.of(questionOf(cycle, constraint, topology, within)),
    maxSkew: constraint.maxSkew,
    itself: takesLabels(constraint, cycle.pod.labels) ? 1 : 0,
    within,
    domains: [...domains],
    minDomains: constraint.minDomains,
  }
}

const hostname = 'kubernetes.io/hostname'

function softSpread(
  cycle: Cycle,
  { counters, domains }: Ground,
  constraint: SpreadConstraint,
  ignored: Uint8Array,
): SoftSpread {
  const { world } = cycle
  const { maxSkew, topologyKey } = constraint
  const hasKey = world.nodeMask(`has ${topologyKey}`, ({ labels }) => Object.hasOwn(labels, topologyKey))
  // A node is its own domain by hostname, whatever the label says: no inclusion policy is asked (scoring.go:217).
  const isByNode = topologyKey === hostname
  const topology = isByNode ? domains.each : domains.orNone(topologyKey)
  const within = isByNode ? undefined : countingNodes(cycle, constraint, ignored)
  const counter = counters.of(questionOf(cycle, constraint, topology, within))
  return { counter, maxSkew, hasKey, domains: domainWeights(topology.domainOf, topology.values.length) }
}

function countingNodes(cycle: Cycle, constraint: SpreadConstraint, left: Uint8Array): Uint8Array {
  return left.map((isLeft, node) => (isLeft === 0 && countsNode(cycle, constraint, node) ? 1 : 0))
}

function questionOf(cycle: Cycle, constraint: SpreadConstraint, topology: Topology, within?: Uint8Array): Question {
  const { namespace } = cycle.pod
  const { selector } = constraint
  const counted = (other: SchedulingPod) =>
    selector !== undefined &&
    !isEverything(selector) &&
    !other.isEnding &&
    other.namespace === namespace &&
    matchesLabels(selector, other.labels)
  const which = within ? withinKey(cycle, constraint) : ''
  return {
    key: `spread ${JSON.stringify([namespace, selector, topology.key, topology.values.length])} ${which}`,
    topology,
    among: [namespace],
    counts: (other) => (counted(other) ? 1 : 0),
    ...(within && { within }),
  }
}

/** Equal for constraints for which the same nodes count. */
function withinKey({ pod: { spec, tolerations } }: Cycle, { honorsAffinity, honorsTaints }: SpreadConstraint): string {
  const required = fieldsOf(fieldsOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution
  const keys = fieldsIn(spec.topologySpreadConstraints).map((one) => [one.topologyKey, one.whenUnsatisfiable])
  return JSON.stringify([honorsAffinity && [spec.nodeSelector, required], honorsTaints && tolerations, keys])
}
