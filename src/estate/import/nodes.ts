import type { ReadProblem } from '../../kubernetes/read.ts'
import type { Taint } from '../../kubernetes/types.ts'
import type { EstateNode, EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt, fieldsIn, textsOf } from './fields.ts'

const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone']

/** Machines as a snapshot shows them; one that shows no room is no machine yet, and is told. */
export function readNodes(objects: readonly EstateObject[]): { nodes: EstateNode[]; problems: ReadProblem[] } {
  const shown = objects.filter(({ manifest }) => manifest.kind === 'Node' && manifest.apiVersion === 'v1')
  const nodes = shown.map(nodeOf)
  return {
    nodes: nodes.filter(hasRoom),
    problems: nodes.filter((node) => !hasRoom(node)).map(noRoom),
  }
}

function nodeOf({ manifest, source }: EstateObject): EstateNode {
  const labels = textsOf(fieldsAt(manifest, 'metadata', 'labels'))
  const status = fieldsAt(manifest, 'status')
  const allocatable = textsOf(fieldsAt(status, 'allocatable'))
  const capacity = textsOf(fieldsAt(status, 'capacity'))
  return given<EstateNode>({
    name: manifest.metadata.name ?? '',
    labels,
    taints: taintsOf(fieldsAt(manifest, 'spec')),
    // As the API server does where a status has no allocatable (pkg/apis/core/v1/defaults.go:346).
    allocatable: Object.keys(allocatable).length > 0 ? allocatable : capacity,
    zone: zoneLabels.map((label) => labels[label]).find((zone) => zone !== undefined),
    taken: {},
    source,
  })
}

function taintsOf(spec: { readonly [field: string]: unknown }): readonly Taint[] {
  const taints = fieldsIn(spec.taints).flatMap(({ key, value, effect }) =>
    typeof key === 'string' && isEffect(effect)
      ? [given<Taint>({ key, value: typeof value === 'string' ? value : undefined, effect })]
      : [],
  )
  // The node controller keeps this taint in step with the field (pkg/controller/nodelifecycle, unschedulable).
  const cordoned: Taint = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' }
  const isTold = taints.some(({ key }) => key === cordoned.key)
  return spec.unschedulable === true && !isTold ? [...taints, cordoned] : taints
}

function isEffect(effect: unknown): effect is Taint['effect'] {
  return effect === 'NoSchedule' || effect === 'PreferNoSchedule' || effect === 'NoExecute'
}

function hasRoom({ allocatable }: EstateNode): boolean {
  return Object.keys(allocatable).length > 0
}

function noRoom({ name, source }: EstateNode): ReadProblem {
  return given<ReadProblem>({
    file: source.at?.file ?? '',
    line: source.at?.line ?? 1,
    column: source.at?.column,
    says: `Node ${name} shows no status.allocatable, so nobody knows its room`,
    next: 'take it from the cluster: kubectl get nodes -o yaml',
    hint: { kinds: ['Node'] },
  })
}
