import { parseQuantity } from '../../kubernetes/quantity.ts'
import type { Labels, Taint } from '../../kubernetes/types.ts'
import type { FieldPath } from '../../platform/field/field-line.ts'
import { makingOf } from '../../platform/made.ts'
import type { Cluster, Node, Pool } from '../../platform/model.ts'
import { roleLabels, roleTaints } from '../brought.ts'
import type { EstateNode } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { sorted } from './labels.ts'
import { poolLabels } from './pool-labels.ts'
import { takenOf } from './taken.ts'

const maxPods = "110 pods: the kubelet's default maxPods (kubernetes.io, KubeletConfiguration v1beta1)"

/** A declared machine as the scheduler sees it: all of it is allocatable where nobody says what the system keeps. */
export function node(declared: Node, cluster: Cluster, lines: Lines): EstateNode {
  const origin = originOf(declared, cluster)
  const source = sourceOf(origin, declared.stated, cluster.stated)
  const whole = { cpu: parseQuantity(declared.cpu ?? 0), memory: parseQuantity(declared.memory ?? 0) }
  const unsized = (['cpu', 'memory'] as const).filter((resource) => declared[resource] === undefined)
  return given<EstateNode>({
    name: declared.name,
    labels: labelsOf(declared, cluster),
    taints: sortedBy(taintsOf(declared, cluster), ({ key, effect }) => `${key} ${effect}`),
    allocatable: allocatable(declared),
    zone: declared.zone,
    unsized: unlessEmpty(unsized),
    taken: takenOf(declared.taken, whole, origin, lines),
    source: { ...withLines(source, (path) => lines(origin, ...nodePaths(path))), known: maxPods },
  })
}

// A machine of a pool is said by its pool; one that is only counted, by its cluster.
function originOf(declared: Node, cluster: Cluster): Node | Pool | Cluster {
  return makingOf(declared) ? declared : (declared.of ?? cluster)
}

// Whoever says the taints of a node says all of them; else servers have those of their distribution.
function taintsOf(declared: Node, cluster: Cluster): readonly Taint[] {
  const said = makingOf(declared)?.given.taints !== undefined || declared.taints.length > 0
  return said ? declared.taints : roleTaints(cluster, declared.roles)
}

// Where nobody says how large it is, room refuses nothing; that there is room is then an assumption (node-room.ts).
function allocatable({ cpu, memory, disk, gpu }: Node): EstateNode['allocatable'] {
  return {
    cpu: `${cpu ?? 100_000}`,
    memory: memory ?? '64Ti',
    pods: '110',
    ...(disk !== undefined && { 'ephemeral-storage': disk }),
    ...(gpu !== undefined && { 'nvidia.com/gpu': `${gpu}` }),
  }
}

// The kubelet sets hostname and os; the zone comes from the cloud provider or from whoever labels the nodes.
function labelsOf({ name, zone, roles, labels, of }: Node, cluster: Cluster): Labels {
  const zoned: Labels = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }
  const regional: Labels = cluster.region === undefined ? {} : { 'topology.kubernetes.io/region': cluster.region }
  return sorted({
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    ...zoned,
    ...regional,
    ...(of && poolLabels(of.name, cluster)),
    ...roleLabels(cluster, roles),
    ...labels,
  })
}

// An estate's node has most of its options under their own names.
function nodePaths(path: FieldPath): readonly FieldPath[] {
  const [field, ...rest] = path
  if (field === 'allocatable') return [rest[0] === 'ephemeral-storage' ? ['disk'] : rest]
  return field === 'labels' ? [path, ['roles'], ['zone']] : [path]
}
