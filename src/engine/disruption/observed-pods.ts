// The pods of an estate in the state in which a picture of the cluster shows them, as evictions see them.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { type Labels, partsOf } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import type { EvictionScene } from './evict-in-turn.ts'
import type { Owner, ScaledWorkload } from './expected-scale.ts'

export interface ObservedNamespace {
  readonly pods: EvictionScene['pods']
  readonly workloads: readonly ScaledWorkload[]
}

/** By namespace; one is left out where the state of one of its pods is not shown. O(objects). */
export function observedPods({ objects }: Estate): ReadonlyMap<string, ObservedNamespace> {
  const shown = Map.groupBy(objects, ({ ref }) => partsOf(ref).namespace)
  const found = new Map<string, ObservedNamespace>()
  for (const [namespace, here] of shown) {
    const pods = here.filter(({ manifest }) => manifest.kind === 'Pod').map(podOf)
    const whole = pods.filter((pod) => pod !== undefined)
    if (whole.length === 0 || whole.length < pods.length) continue
    found.set(namespace, { pods: whole, workloads: here.flatMap(workloadOf) })
  }
  return found
}

const phases = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'] as const

function podOf({ manifest }: EstateObject): EvictionScene['pods'][number] | undefined {
  const { metadata, spec } = manifest
  const { phase, conditions } = fieldsOf(manifest.status)
  const known = phases.find((one) => one === phase)
  const ready = fieldsIn(conditions).find(({ type }) => type === 'Ready')
  if (known === undefined || (ready === undefined && known === 'Running')) return undefined
  const owner = ownerOf(metadata)
  return {
    name: metadata.name ?? '',
    labels: textsOf(metadata.labels) as Labels,
    phase: known,
    isReady: ready?.status === 'True',
    isTerminating: fieldsOf(metadata).deletionTimestamp !== undefined,
    ...(owner && { owner }),
    ...(textOf(fieldsOf(spec).nodeName) === undefined && { isScheduled: false }),
  }
}

const scaled = ['Deployment', 'ReplicaSet', 'StatefulSet', 'ReplicationController']

function workloadOf({ manifest }: EstateObject): ScaledWorkload[] {
  const { apiVersion, kind, metadata, spec } = manifest
  const { replicas = 1 } = fieldsOf(spec)
  if (!scaled.includes(kind) || typeof replicas !== 'number') return []
  const owner = ownerOf(metadata)
  const name = metadata.name ?? ''
  return [{ apiVersion, kind, name, uid: `${kind} ${name}`, replicas, ...(owner && { owner }) }]
}

// A picture holds no uids: at one moment a name is one object.
function ownerOf(metadata: Fields): Owner | undefined {
  const found = fieldsIn(metadata.ownerReferences).find(({ controller }) => controller === true)
  const [apiVersion, kind, name] = [textOf(found?.apiVersion), textOf(found?.kind), textOf(found?.name)]
  if (apiVersion === undefined || kind === undefined || name === undefined) return undefined
  return { apiVersion, kind, name, uid: `${kind} ${name}` }
}
