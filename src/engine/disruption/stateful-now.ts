// StatefulSets as a picture of the cluster shows them, with their members.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { countOf, fieldsIn, fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import type { MemberPod, StatefulState } from './stateful-sync.ts'

/**
 * By StatefulSet; one is left out where the picture shows no member, not how one is, or not which templates there are. A member
 * of which nothing shows for how long it has been ready counts as long enough. O(objects).
 */
export function statefulNow({ objects, takenAt }: Estate): ReadonlyMap<Ref, StatefulState> {
  const members = Map.groupBy(
    objects.filter(({ manifest }) => manifest.kind === 'Pod'),
    (object) => setOf(object) ?? '',
  )
  const found = new Map<Ref, StatefulState>()
  for (const object of objects) {
    const own = object.manifest.kind === 'StatefulSet' ? members.get(object.ref) : undefined
    const state = own && stateOf(object, own, Date.parse(takenAt ?? ''))
    if (state) found.set(object.ref, state)
  }
  return found
}

function setOf({ manifest, ref }: EstateObject): Ref | undefined {
  const owner = fieldsIn(manifest.metadata.ownerReferences).find(({ controller }) => controller === true)
  return owner?.kind === 'StatefulSet' ? `StatefulSet/${partsOf(ref).namespace}/${textOf(owner.name) ?? ''}` : undefined
}

function stateOf(set: EstateObject, own: readonly EstateObject[], takenAtMs: number): StatefulState | undefined {
  const spec = fieldsOf(set.manifest.spec)
  const { currentRevision, updateRevision } = fieldsOf(set.manifest.status)
  const pods = own.map((pod) => memberOf(pod, takenAtMs)).filter((pod) => pod !== undefined)
  const isOne = own.every(({ source }) => source.live === set.source.live)
  const [current, update] = [textOf(currentRevision), textOf(updateRevision)]
  if (!isOne || pods.length < own.length || current === undefined || update === undefined) return undefined
  const { type, rollingUpdate } = fieldsOf(spec.updateStrategy)
  return {
    replicas: countOf(spec.replicas, 1),
    start: countOf(fieldsOf(spec.ordinals).start, 0),
    policy: spec.podManagementPolicy === 'Parallel' ? 'Parallel' : 'OrderedReady',
    strategy: type === 'OnDelete' ? 'OnDelete' : 'RollingUpdate',
    partition: countOf(fieldsOf(rollingUpdate).partition, 0),
    minReadySeconds: countOf(spec.minReadySeconds, 0),
    currentRevision: current,
    updateRevision: update,
    pods,
  }
}

const phases = ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'] as const

function memberOf({ manifest }: EstateObject, takenAtMs: number): MemberPod | undefined {
  const { metadata, status } = manifest
  const { phase, conditions } = fieldsOf(status)
  const known = phases.find((one) => one === phase)
  const ready = fieldsIn(conditions).find(({ type }) => type === 'Ready')
  const revision = textsOf(metadata.labels)['controller-revision-hash']
  const ordinal = /-([0-9]{1,9})$/.exec(metadata.name ?? '')?.[1]
  const readySeconds = Math.floor((takenAtMs - Date.parse(textOf(ready?.lastTransitionTime) ?? '')) / 1000)
  if (!known || !revision || ordinal === undefined || (known === 'Running' && !ready)) return undefined
  return {
    ordinal: Number(ordinal),
    revision,
    phase: known,
    isReady: ready?.status === 'True',
    readySeconds: Number.isNaN(readySeconds) ? Number.MAX_SAFE_INTEGER : Math.max(0, readySeconds),
    isTerminating: fieldsOf(metadata).deletionTimestamp !== undefined,
  }
}
