// The families of clusters and pods by which Kubernetes measures its own scheduler, described once for both sides.
// Source: k8s.io/kubernetes@v1.36.3/test/integration/scheduler_perf (affinity, misc and topology_spreading
// performance-config.yaml, templates/). Churn is left out: there, pods come at a rate of the wall clock.

import type { Manifest } from '../src/kubernetes/types.ts'

/** Nodes in the order of the scheduler's cache, pods in the order of its queue; `standing` have no node yet. */
export interface PlacedWork {
  readonly nodes: readonly Manifest[]
  readonly others: readonly Manifest[]
  readonly standing: readonly Manifest[]
  readonly pods: readonly Manifest[]
  /** Pods that no node takes make others go. */
  readonly preempts: boolean
}

export interface Family {
  readonly name: string
  /** The name in scheduler_perf. */
  readonly after: string
  readonly kind: 'plain' | 'spread or affinity'
  /** What the scheduler placed in a second with its own sampling, alone on this kind of machine (2026-11). */
  readonly alone?: number
  /** How many of the pods that are asked for the cluster can hold, where that is bounded. */
  most?(nodes: number): number
  /** How many stand before, where it has to be so many that the nodes are full. */
  full?(nodes: number): number
  readonly preempts?: true
  nodes(count: number): readonly Manifest[]
  readonly others?: readonly Manifest[]
  /** The pod that stands before, if it is another one; then the pod that is measured. */
  before?(index: number): Manifest
  pod(index: number): Manifest
}

const hostname = 'kubernetes.io/hostname'
const zone = 'topology.kubernetes.io/zone'
const colorIs = (color: string) => ({ matchLabels: { color } })
const bothNamespaces = ['sched-1', 'sched-0']

export interface Size {
  readonly nodes: number
  readonly standing: number
  readonly pods: number
}

export function workOf(family: Family, size: Size): PlacedWork {
  const before = family.before ?? family.pod
  return {
    nodes: family.nodes(size.nodes),
    others: family.others ?? [],
    preempts: family.preempts === true,
    standing: Array.from({ length: size.standing }, (_, index) => named(before(index), `before-${index}`)),
    pods: Array.from({ length: size.pods }, (_, index) => named(family.pod(index), `pod-${index}`)),
  }
}

function named(pod: Manifest, name: string): Manifest {
  return { ...pod, metadata: { ...pod.metadata, name } }
}

function nodesIn(zones: readonly string[], taints?: (index: number) => readonly object[]) {
  return (count: number): readonly Manifest[] =>
    Array.from({ length: count }, (_, index) => {
      const name = `scheduler-perf-${index}`
      const labels = { [hostname]: name, ...(zones.length > 0 && { [zone]: zones[index % zones.length] ?? '' }) }
      const allocatable = { pods: '110', cpu: '4', memory: '32Gi' }
      return {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: { name, labels },
        spec: taints ? { taints: taints(index) } : {},
        status: { capacity: allocatable, allocatable, conditions: [{ type: 'Ready', status: 'True' }] },
      }
    })
}

interface Shape {
  readonly namespace?: string
  readonly color?: string
  readonly spec?: object
  readonly requests?: object
}

function podOf({ namespace = 'default', color, spec, requests = { cpu: '100m', memory: '500Mi' } }: Shape): Manifest {
  const image = 'registry.k8s.io/pause:3.10.2'
  const container = { name: 'pause', image, ports: [{ containerPort: 80 }], resources: { requests } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: '', namespace, ...(color !== undefined && { labels: { color } }) },
    spec: { containers: [container], ...spec },
  }
}

const near = (color: string, topologyKey: string) => ({
  labelSelector: colorIs(color),
  topologyKey,
  namespaces: bothNamespaces,
})
const required = (term: object) => ({ requiredDuringSchedulingIgnoredDuringExecution: [term] })
const preferred = (podAffinityTerm: object) => ({
  preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm, weight: 1 }],
})
const spread = (whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ maxSkew: 5, topologyKey: zone, whenUnsatisfiable, labelSelector: colorIs('blue') }],
})

const plainPod = () => podOf({})
const lowPod = podOf({ requests: { cpu: '900m', memory: '500Mi' } })
const highPod = (priority: number, cpu: string) => podOf({ spec: { priority }, requests: { cpu, memory: '500Mi' } })
const inSched1 = (color: string, affinity: object) => () => podOf({ namespace: 'sched-1', color, spec: { affinity } })
const apart = (color: string) =>
  podOf({ namespace: 'sched-1', color, spec: { affinity: { podAntiAffinity: required(near(color, hostname)) } } })
const moons = nodesIn(['moon-1', 'moon-2', 'moon-3'])
const oneZone = nodesIn(['zone1'])
const mixed = [
  plainPod,
  inSched1('blue', { podAffinity: required(near('blue', zone)) }),
  inSched1('green', { podAntiAffinity: required(near('green', hostname)) }),
  inSched1('red', { podAffinity: preferred(near('red', hostname)) }),
  inSched1('yellow', { podAntiAffinity: preferred(near('yellow', hostname)) }),
]

export const families: readonly Family[] = [
  { name: 'basic', after: 'SchedulingBasic', kind: 'plain', alone: 1363, nodes: nodesIn([]), pod: plainPod },
  {
    name: 'node-affinity',
    after: 'SchedulingNodeAffinity',
    kind: 'plain',
    nodes: oneZone,
    pod: () => podOf({ spec: { affinity: nodeAffinityTo(['zone1', 'zone2']) } }),
  },
  {
    name: 'taints',
    after: 'templates/node-with-taint, every second node',
    kind: 'plain',
    nodes: nodesIn([], (index) => (index % 2 === 0 ? [] : [{ key: 'foo', effect: 'NoSchedule' }])),
    pod: (index) => podOf(index % 2 === 0 ? {} : { spec: { tolerations: [{ key: 'foo', operator: 'Exists' }] } }),
  },
  {
    name: 'unschedulable',
    after: 'Unschedulable: every tenth pod asks for 9 cores',
    kind: 'plain',
    nodes: nodesIn([]),
    pod: (index) =>
      index % 10 === 9 ? podOf({ spec: { priority: 10 }, requests: { cpu: '9', memory: '500Mi' } }) : plainPod(),
  },
  {
    name: 'anti-affinity',
    after: 'SchedulingPodAntiAffinity',
    kind: 'spread or affinity',
    nodes: nodesIn([]),
    most: (nodes) => nodes,
    pod: () => apart('green'),
  },
  {
    name: 'anti-affinity-100',
    after: 'SchedulingPodAntiAffinity, 100 colours',
    kind: 'spread or affinity',
    alone: 496,
    nodes: nodesIn([]),
    pod: (index) => apart(`green-${index % 100}`),
  },
  {
    name: 'affinity',
    after: 'SchedulingPodAffinity',
    kind: 'spread or affinity',
    nodes: oneZone,
    pod: inSched1('blue', { podAffinity: required(near('blue', zone)) }),
  },
  {
    name: 'preferred-affinity',
    after: 'SchedulingPreferredPodAffinity',
    kind: 'spread or affinity',
    nodes: nodesIn([]),
    pod: inSched1('red', { podAffinity: preferred(near('red', hostname)) }),
  },
  {
    name: 'preferred-anti-affinity',
    after: 'SchedulingPreferredPodAntiAffinity',
    kind: 'spread or affinity',
    nodes: nodesIn([]),
    pod: inSched1('yellow', { podAntiAffinity: preferred(near('yellow', hostname)) }),
  },
  {
    name: 'spread',
    after: 'TopologySpreading',
    kind: 'spread or affinity',
    alone: 668,
    nodes: moons,
    before: plainPod,
    pod: () => podOf({ color: 'blue', spec: spread('DoNotSchedule') }),
  },
  {
    name: 'preferred-spread',
    after: 'PreferredTopologySpreading',
    kind: 'spread or affinity',
    nodes: moons,
    before: plainPod,
    pod: () => podOf({ color: 'blue', spec: spread('ScheduleAnyway') }),
  },
  {
    name: 'default-spread',
    after: 'DefaultTopologySpreading',
    kind: 'spread or affinity',
    nodes: moons,
    others: [service('blue')],
    before: plainPod,
    pod: () => podOf({ color: 'blue' }),
  },
  {
    name: 'priorities',
    after: 'PreemptionBasic: one of four pods of each node goes for each',
    kind: 'plain',
    nodes: nodesIn([]),
    most: (nodes) => nodes,
    full: (nodes) => 4 * nodes,
    preempts: true,
    before: () => lowPod,
    pod: () => highPod(10, '3'),
  },
  {
    name: 'priorities-mixed',
    after: 'PreemptionBasic, four priorities stand and two come by turns, the later makes some of the earlier go',
    kind: 'plain',
    nodes: nodesIn([]),
    most: (nodes) => nodes,
    full: (nodes) => 4 * nodes,
    preempts: true,
    before: (index) => ({ ...lowPod, spec: { ...(lowPod.spec as object), priority: index % 4 } }),
    pod: (index) => (index % 2 === 0 ? highPod(10, '1800m') : highPod(20, '3')),
  },
  {
    name: 'mixed',
    after: 'MixedSchedulingBasePod',
    kind: 'spread or affinity',
    nodes: oneZone,
    before: (index) => (mixed[index % mixed.length] ?? plainPod)(),
    pod: plainPod,
  },
]

function nodeAffinityTo(values: readonly string[]): object {
  const nodeSelectorTerms = [{ matchExpressions: [{ key: zone, operator: 'In', values }] }]
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } }
}

function service(color: string): Manifest {
  const metadata = { name: color, namespace: 'default' }
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector: { color }, ports: [{ port: 80 }] } }
}
