// Nodes from which a volume of an in-tree kind can be reached where the node says that CSI attaches it: zones are then
// read by the driver's own label.
// Source: k8s.io/csi-translation-lib@v0.36.3/plugins/in_tree_volume.go:185 (translateTopologyFromInTreeToCSI),
// pkg/scheduler/framework/plugins/volumebinding/binder.go:1107 (tryTranslatePVToCSI, kubernetes v1.36.3).

import type { NodeRequirement, NodeSelectorTerm } from '../../kubernetes/types.ts'
import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { inTreePlugin } from './attached-volumes.ts'
import type { SchedulingNode } from './scheduling-node.ts'
import type { Storage, Volume } from './storage.ts'

const zones: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/aws-ebs', 'topology.ebs.csi.aws.com/zone'],
  ['kubernetes.io/gce-pd', 'topology.gke.io/zone'],
  ['kubernetes.io/cinder', 'topology.cinder.csi.openstack.org/zone'],
])

const zone = { ga: 'topology.kubernetes.io/zone', beta: 'failure-domain.beta.kubernetes.io/zone' } as const
const region = { ga: 'topology.kubernetes.io/region', beta: 'failure-domain.beta.kubernetes.io/region' } as const

/** The terms that decide on this node; the volume's own where CSI has no part in it. */
export function termsOn({ name }: SchedulingNode, volume: Volume, { csiNodes }: Storage): Volume['nodes'] {
  const plugin = inTreePlugin(volume.source)
  const key = plugin && zones.get(plugin)
  if (key === undefined) return volume.nodes
  const moved = textOf(
    fieldsOf(csiNodes.get(name)?.metadata.annotations)['storage.alpha.kubernetes.io/migrated-plugins'],
  )
  return moved?.split(',').includes(plugin ?? '') ? inWordsOf(key, volume) : volume.nodes
}

function inWordsOf(key: string, { nodes, labels }: Volume): Volume['nodes'] {
  const terms = nodes ?? []
  const age = ageOf(terms, labels)
  const renamed = terms.map((term) => renamedIn(term, (own) => newKey(own, age, key)))
  if (hasValues(terms, zone[age])) return renamed
  const listed = Object.hasOwn(labels, zone[age]) ? (labels[zone[age]] ?? '').split('__') : []
  const values = [...new Set(listed.map((one) => one.trim()))].filter((one) => one !== '')
  if (values.length === 0) return nodes && renamed
  const added: NodeRequirement = { key, operator: 'In', values }
  const each = renamed.length > 0 ? renamed : [{}]
  return each.map((term) => ({ ...term, matchExpressions: [...(term.matchExpressions ?? []), added] }))
}

/** Whether the volume speaks of zones by today's label, or by the one before it. */
function ageOf(terms: readonly NodeSelectorTerm[], labels: Volume['labels']): keyof typeof zone {
  const inTerms = (key: string) =>
    terms.some(({ matchExpressions = [] }) => matchExpressions.some((one) => one.key === key))
  if (inTerms(zone.ga)) return 'ga'
  if (inTerms(zone.beta)) return 'beta'
  return !Object.hasOwn(labels, zone.ga) && Object.hasOwn(labels, zone.beta) ? 'beta' : 'ga'
}

function newKey(own: string, age: keyof typeof zone, key: string): string {
  if (own === zone[age]) return key
  return age === 'beta' && own === region.beta ? region.ga : own
}

function hasValues(terms: readonly NodeSelectorTerm[], key: string): boolean {
  return terms.some(({ matchExpressions = [] }) =>
    matchExpressions.some((one) => one.key === key && (one.values ?? []).length > 0),
  )
}

function renamedIn(term: NodeSelectorTerm, rename: (key: string) => string): NodeSelectorTerm {
  if (!term.matchExpressions) return term
  return { ...term, matchExpressions: term.matchExpressions.map((one) => ({ ...one, key: rename(one.key) })) }
}
