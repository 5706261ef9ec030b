// Rollouts in the middle of which a picture of the cluster was taken: Deployments with their ReplicaSets.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { type IntOrPercent, scaledValue } from '../../kubernetes/intstr.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { countOf, type Fields, fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import type { DeploymentState, ReplicaSetState } from './deployment-state.ts'

/**
 * By Deployment; one is left out where the picture does not show how its ReplicaSets are. The revision that a ReplicaSet was
 * given stands for its age. O(objects + templates of the ReplicaSets).
 */
export function rolloutsNow({ objects }: Estate): ReadonlyMap<Ref, DeploymentState> {
  const sets = Map.groupBy(
    objects.filter(({ manifest }) => manifest.kind === 'ReplicaSet'),
    (object) => deploymentOf(object) ?? '',
  )
  const found = new Map<Ref, DeploymentState>()
  if (sets.size === 0) return found
  for (const object of objects) {
    const own = sets.get(object.ref)
    const state = object.manifest.kind === 'Deployment' && own ? stateOf(object, own) : undefined
    if (state) found.set(object.ref, state)
  }
  return found
}

function deploymentOf({ manifest, ref }: EstateObject): Ref | undefined {
  const owner = fieldsIn(manifest.metadata.ownerReferences).find(({ controller }) => controller === true)
  return owner?.kind === 'Deployment' ? `Deployment/${partsOf(ref).namespace}/${textOf(owner.name) ?? ''}` : undefined
}

function stateOf(deployment: EstateObject, own: readonly EstateObject[]): DeploymentState | undefined {
  const spec = fieldsOf(deployment.manifest.spec)
  const { type, rollingUpdate } = fieldsOf(spec.strategy)
  const { maxSurge = '25%', maxUnavailable = '25%' } = fieldsOf(rollingUpdate)
  const isReadable = [maxSurge, maxUnavailable].every((amount) => scaledValue(amount, 1, 'up') !== undefined)
  // A Deployment as a file writes it is not the one that these ReplicaSets are of.
  const isOne = own.every(({ source }) => source.live === deployment.source.live)
  const sets = isOne && isReadable ? own.map((set) => setOf(set, spec.template)) : [undefined]
  const whole = sets.filter((set) => set !== undefined)
  if (whole.length < sets.length) return undefined
  whole.sort((a, b) => a.revision - b.revision)
  return {
    replicas: countOf(spec.replicas, 1),
    strategy: type === 'Recreate' ? 'Recreate' : 'RollingUpdate',
    maxSurge: maxSurge as IntOrPercent,
    maxUnavailable: maxUnavailable as IntOrPercent,
    isPaused: spec.paused === true,
    pods: whole.reduce((sum, { pods }) => sum + pods, 0),
    sets: whole.map(({ revision: _, ...set }) => set),
  }
}

const annotation = (name: string) => `deployment.kubernetes.io/${name}`

function setOf({ manifest }: EstateObject, template: unknown): (ReplicaSetState & { revision: number }) | undefined {
  const { metadata, status, spec } = manifest
  const { replicas: pods, readyReplicas = 0, availableReplicas } = fieldsOf(status)
  const { template: own, replicas, minReadySeconds = 0 } = fieldsOf(spec)
  const available = availableReplicas ?? (minReadySeconds === 0 ? readyReplicas : undefined)
  if (typeof pods !== 'number' || typeof readyReplicas !== 'number' || typeof available !== 'number') return undefined
  const noted = (name: string) => Number.parseInt(textOf(fieldsOf(metadata.annotations)[annotation(name)]) ?? '', 10)
  const [desired, most] = [noted('desired-replicas'), noted('max-replicas')]
  return {
    name: metadata.name ?? '',
    isCurrent: isSame(withoutHash(own), withoutHash(template)),
    replicas: countOf(replicas, 1),
    pods,
    ready: readyReplicas,
    available,
    leaving: 0,
    ...(Number.isFinite(desired) && { desired }),
    ...(Number.isFinite(most) && { most }),
    revision: noted('revision') || 0,
  }
}

function withoutHash(template: unknown): Fields {
  const { metadata, ...rest } = fieldsOf(template)
  const { labels, ...others } = fieldsOf(metadata)
  const { 'pod-template-hash': _, ...kept } = fieldsOf(labels)
  return { ...rest, metadata: { ...others, labels: kept } }
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== others.length) return false
  return keys.every((key) => Object.hasOwn(b, key) && isSame((a as Fields)[key], (b as Fields)[key]))
}
