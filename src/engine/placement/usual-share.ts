// How pods of a class lie on nodes when the scheduler follows what they prefer. It need not: whoever counts on it assumes it.
// Source: pkg/scheduler/framework/plugins/podtopologyspread/common.go:62 (constraints by default), plugin.go:46 (what
// these are: over nodes and over zones), scoring.go (only ScheduleAnyway scores) (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import type { Assumption } from '../assumption.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import { aloneOf } from './alone.ts'
import { boardOf } from './board.ts'
import { hostnameKey } from './reasons.ts'
import { takesWhenEmpty } from './refusals.ts'

export interface UsualShare {
  /** Most pods of the class on one node, evenly spread. */
  readonly most: number
  /** The pods ask for it themselves; else it is the scheduler's habit. */
  readonly isAsked: boolean
  readonly assumes: Assumption
}

/** Undefined where nothing spreads the pods over nodes, not even by habit. */
export function usualShare(estate: Estate, pod: PodClass): UsualShare | undefined {
  const why = preference(pod)
  const board = boardOf(estate, aloneOf(pod))
  const [member] = board.members
  if (!why || !member) return undefined
  const open = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
  return {
    most: Math.ceil(pod.count / Math.max(1, open.length)),
    isAsked: why === asked,
    assumes: {
      id: `usual-spread/${estate.cluster}/${pod.namespace}/${pod.name}`,
      says: `the scheduler spreads the pods of ${pod.name} over nodes, ${why}`,
      kind: 'outside',
      source: pod.source,
    },
  }
}

const asked = 'as they prefer'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'
const owned: readonly PodClass['kind'][] = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet']

function preference({ spec, labels, kind }: PodClass): string | undefined {
  const takesItself = (selector: unknown) =>
    typeof selector === 'object' && selector !== null && matchesLabels(selector as LabelSelector, labels)
  const rules = fieldsIn(spec.topologySpreadConstraints)
  const terms = fieldsIn(fieldsOf(spec.affinity?.podAntiAffinity)[preferred]).map((term) =>
    fieldsOf(term.podAffinityTerm),
  )
  // A required spread keeps pods out by its skew and ranks no node: within the skew they may lie unevenly.
  const soft = rules.filter(({ whenUnsatisfiable }) => whenUnsatisfiable === 'ScheduleAnyway')
  const isAsked = [...terms, ...soft].some(
    ({ topologyKey, labelSelector }) => topologyKey === hostnameKey && takesItself(labelSelector),
  )
  if (isAsked) return asked
  // Constraints of a pod's own take the place of those by default.
  return rules.length === 0 && owned.includes(kind) ? 'as it does by default' : undefined
}
