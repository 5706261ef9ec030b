import { parseQuantity } from '../../kubernetes/quantity.ts'
import type { Labels, Taint } from '../../kubernetes/types.ts'
import type { FieldPath } from '../../platform/field/field-line.ts'
import { makingOf } from '../../platform/made.ts'
import type { Cluster, Node } from '../../platform/model.ts'
import { roleLabels, roleTaints } from '../brought.ts'
import type { EstateNode } from '../estate.ts'
import { given } from '../given.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { sorted } from './labels.ts'
import { takenOf } from './taken.ts'

const maxPods = "110 pods: the kubelet's default maxPods (kubernetes.io, KubeletConfiguration v1beta1)"

/** A declared machine as the scheduler sees it: all of it is allocatable where nobody says what the system keeps. */
export function node(declared: Node, cluster: Cluster, lines: Lines): EstateNode {
  const source = sourceOf(declared, declared.stated, cluster.stated)
  const whole = { cpu: parseQuantity(declared.cpu), memory: parseQuantity(declared.memory) }
  return given<EstateNode>({
    name: declared.name,
    labels: labelsOf(declared, cluster),
    taints: sortedBy(taintsOf(declared, cluster), ({ key, effect }) => `${key} ${effect}`),
    allocatable: allocatable(declared),
    zone: declared.zone,
    taken: takenOf(declared.taken, whole, declared, lines),
    source: { ...withLines(source, (path) => lines(declared, ...nodePaths(path))), known: maxPods },
  })
}

// Whoever says the taints of a node says all of them; else servers have those of their distribution.
function taintsOf(declared: Node, cluster: Cluster): readonly Taint[] {
  const said = makingOf(declared)?.given.taints !== undefined || declared.taints.length > 0
  return said ? declared.taints : roleTaints(cluster, declared.roles)
}

function allocatable({ cpu, memory, disk }: Node): EstateNode['allocatable'] {
  const room = { cpu: `${cpu}`, memory, pods: '110' }
  return disk === undefined ? room : { ...room, 'ephemeral-storage': disk }
}

// The kubelet sets hostname and os; the zone comes from the cloud provider or from whoever labels the nodes.
function labelsOf({ name, zone, roles, labels }: Node, cluster: Cluster): Labels {
  const zoned: Labels = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }
  return sorted({
    'kubernetes.io/hostname': name,
    'kubernetes.io/os': 'linux',
    ...zoned,
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
