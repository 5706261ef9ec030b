// Filters that look at the node alone: no other pod, no room.
// Source: pkg/scheduler/framework/plugins/{nodeunschedulable,nodename,tainttoleration,nodeaffinity,nodedeclaredfeatures}
// (kubernetes v1.36.3).

import type { Taint } from '../../kubernetes/types.ts'
import { toleratesTaint } from '../pods/tolerations.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import type { Cycle } from './cycle.ts'
import { final, type NodeFilter, nowhere, type Prepared } from './refusal.ts'
import { nodeSays, podSays } from './scheduler-says.ts'

const cordoned: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }

export function unschedulableFilter({ pod }: Cycle): NodeFilter {
  const staysOut = !toleratesTaint(pod.tolerations, cordoned)
  return ({ node }) =>
    node.isUnschedulable && staysOut ? final(nodeSays.cordoned, ['spec', 'tolerations']) : undefined
}

export function nameFilter({ pod }: Cycle): NodeFilter | undefined {
  const wanted = textOf(pod.spec.nodeName)
  if (!wanted) return undefined
  return ({ node }) => (node.name === wanted ? undefined : final(nodeSays.otherName, ['spec', 'nodeName']))
}

export function taintFilter({ tolerated }: Cycle): NodeFilter {
  const mask = tolerated()
  return ({ node }) => (mask[node.index] === 1 ? undefined : final(nodeSays.tainted, ['spec', 'tolerations']))
}

const affinityPath = ['spec', 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'] as const

export function nodeAffinityFilter(cycle: Cycle): Prepared {
  const { spec } = cycle.pod
  const required = fieldsOf(fieldsOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution
  if (isAbsent(required) && isAbsent(spec.nodeSelector)) return undefined
  const names = namedNodes(required)
  if (names?.size === 0) return nowhere(podSays.twoNames(), affinityPath)
  const mask = cycle.selected()
  const refuses: NodeFilter = ({ node }) => {
    if (mask[node.index] === 1 || (names && !names.has(node.name))) return undefined
    return final(nodeSays.notSelected, pathOf(cycle, node.labels))
  }
  if (!names) return refuses
  // Named nodes alone are looked at; the others hear of it as a whole (pkg/scheduler/schedule_one.go:687).
  const says = final(nodeSays.notNamed, affinityPath)
  return { refuses, leftOut: ({ node }) => (names.has(node.name) ? undefined : says) }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

// The selector's entry that the node lacks; else the affinity.
function pathOf({ pod }: Cycle, labels: { readonly [key: string]: string }): readonly (string | number)[] {
  const missed = Object.entries(fieldsOf(pod.spec.nodeSelector)).find(
    ([key, value]) => !Object.hasOwn(labels, key) || labels[key] !== value,
  )
  return missed ? ['spec', 'nodeSelector', missed[0]] : affinityPath
}

/** Names that every term names by `metadata.name`; undefined where a term names none (node_affinity.go:203). */
function namedNodes(required: unknown): ReadonlySet<string> | undefined {
  const terms = fieldsIn(fieldsOf(required).nodeSelectorTerms)
  if (terms.length === 0) return undefined
  const all = new Set<string>()
  for (const { matchFields } of terms) {
    const named = fieldsIn(matchFields).filter(({ key, operator }) => key === 'metadata.name' && operator === 'In')
    const [first, ...others] = named.map(
      ({ values }) => new Set(listOf(values).filter((one) => typeof one === 'string')),
    )
    if (!first) return undefined
    for (const name of intersection(first, others)) all.add(name)
  }
  return all
}

function intersection(first: ReadonlySet<string>, others: readonly ReadonlySet<string>[]): readonly string[] {
  return [...first].filter((one) => others.every((other) => other.has(one)))
}

/** What the kubelet of the node has to be able to do (k8s.io/component-helpers@v0.36.3/nodedeclaredfeatures/features). */
export function featureFilter({ pod }: Cycle): NodeFilter | undefined {
  const wanted = featuresWanted(pod.spec)
  if (wanted.length === 0) return undefined
  return ({ node }) => {
    const missed = wanted.find(({ feature }) => !node.features.has(feature))
    return missed && final(nodeSays.noFeature, missed.path)
  }
}

interface Wanted {
  readonly feature: string
  readonly path: readonly (string | number)[]
}

export function featuresWanted(spec: Cycle['pod']['spec']): readonly Wanted[] {
  return [restartsAll(spec), ownUsersOnHostNetwork(spec)].filter((one) => one !== undefined)
}

function restartsAll(spec: Cycle['pod']['spec']): Wanted | undefined {
  for (const kind of ['containers', 'initContainers'] as const)
    for (const [index, { restartPolicyRules }] of fieldsIn(spec[kind]).entries())
      if (fieldsIn(restartPolicyRules).some(({ action }) => action === 'RestartAllContainers'))
        return { feature: 'RestartAllContainersOnContainerExits', path: ['spec', kind, index, 'restartPolicyRules'] }
  return undefined
}

function ownUsersOnHostNetwork({ hostNetwork, hostUsers }: Cycle['pod']['spec']): Wanted | undefined {
  if (hostNetwork !== true || hostUsers !== false) return undefined
  return { feature: 'UserNamespacesHostNetworkSupport', path: ['spec', 'hostUsers'] }
}
