// A pod as the scheduler sees it, read once.

import type { Labels, Manifest, PodSpec, Toleration } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../pods/untrusted.ts'
import { type AffinityTerms, affinityTermsOf } from './affinity-terms.ts'
import { type HostPort, hostPortsOf } from './host-ports.ts'
import { type PodRequests, podRequests } from './pod-requests.ts'

export interface SchedulingPod {
  readonly manifest: Manifest
  readonly spec: PodSpec
  /** `namespace/name`. */
  readonly id: string
  readonly namespace: string
  readonly name: string
  readonly labels: Labels
  readonly isEnding: boolean
  readonly priority: number
  /** Milliseconds since 1970; absent where nobody says since when it runs. */
  readonly startedMs?: number
  readonly requests: PodRequests
  readonly ports: readonly HostPort[]
  readonly terms: AffinityTerms
  readonly tolerations: readonly Toleration[]
  readonly volumes: readonly Fields[]
  /** Node that preemption, or somebody else, keeps for it. */
  readonly nominated?: string
}

/** Reads pods; equal requests are added up once. */
export function podReader(): (manifest: Manifest) => SchedulingPod {
  const requests = new Map<string, PodRequests>()
  const read = new WeakMap<Manifest, SchedulingPod>()
  const requestsOf = (manifest: Manifest): PodRequests => {
    const key = requestKey(manifest)
    const found = requests.get(key) ?? podRequests(manifest)
    requests.set(key, found)
    return found
  }
  return (manifest) => {
    const found = read.get(manifest) ?? schedulingPod(manifest, requestsOf(manifest))
    read.set(manifest, found)
    return found
  }
}

function requestKey({ spec, status }: Manifest): string {
  const { containers, initContainers, overhead, resources } = fieldsOf(spec)
  const asks = (list: unknown) => fieldsIn(list).map((one) => [one.name, one.resources, one.restartPolicy])
  const { containerStatuses, initContainerStatuses, allocatedResources, conditions, ...rest } = fieldsOf(status)
  const runs = (list: unknown) => fieldsIn(list).map((one) => [one.name, one.resources, one.allocatedResources])
  const pending = fieldsIn(conditions).find(({ type }) => type === 'PodResizePending')?.reason
  const resized = [runs(containerStatuses), runs(initContainerStatuses), rest.resources, allocatedResources, pending]
  return JSON.stringify([asks(containers), asks(initContainers), overhead, resources, resized])
}

function schedulingPod(manifest: Manifest, requests: PodRequests): SchedulingPod {
  const metadata = fieldsOf(manifest.metadata)
  const spec = fieldsOf(manifest.spec) as unknown as PodSpec
  const nominated = textOf(fieldsOf(manifest.status).nominatedNodeName)
  const own = ownOf(manifest)
  return {
    ...own,
    spec,
    isEnding: textOf(metadata.deletionTimestamp) !== undefined,
    priority: typeof spec.priority === 'number' ? spec.priority : 0,
    requests,
    ports: hostPortsOf(spec),
    terms: affinityTermsOf(spec.affinity, own.namespace),
    tolerations: fieldsIn(spec.tolerations) as readonly Toleration[],
    volumes: fieldsIn(spec.volumes),
    ...(nominated && { nominated }),
  }
}

/** Another pod that is like one in all but its name, its labels and since when it runs. */
export function podLike({ startedMs: _, ...pod }: SchedulingPod, manifest: Manifest): SchedulingPod {
  return { ...pod, ...ownOf(manifest) }
}

type Own = 'manifest' | 'id' | 'namespace' | 'name' | 'labels' | 'startedMs'

function ownOf(manifest: Manifest): Pick<SchedulingPod, Own> {
  const metadata = fieldsOf(manifest.metadata)
  const namespace = textOf(metadata.namespace) ?? 'default'
  const name = textOf(metadata.name) ?? ''
  const startedMs = Date.parse(textOf(fieldsOf(manifest.status).startTime) ?? '')
  return {
    manifest,
    id: `${namespace}/${name}`,
    namespace,
    name,
    labels: textsOf(metadata.labels),
    ...(Number.isFinite(startedMs) && { startedMs }),
  }
}

/** Names of the claims that its volumes name, in their order; those of ephemeral volumes are not among them. */
export function namedClaims({ volumes }: SchedulingPod): readonly string[] {
  return volumes.flatMap(({ persistentVolumeClaim }) => {
    if (persistentVolumeClaim === undefined || persistentVolumeClaim === null) return []
    return [textOf(fieldsOf(persistentVolumeClaim).claimName) ?? '']
  })
}

/** What runs to its end, or has ended, is not among the pods that the scheduler sees (pkg/scheduler/scheduler.go:660). */
export function hasEnded({ status }: Manifest): boolean {
  return ['Succeeded', 'Failed'].includes(textOf(fieldsOf(status).phase) ?? '')
}

/** Names in a list of objects with names. */
export function namesIn(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(fieldsOf(one).name) ?? [])
}
