import { isObject, type Json, type JsonObject } from '../json.ts'
import { unreachableKey } from './tolerations.ts'
import type { WatchEvent } from './watch.ts'

/** Everything that was seen of the nodes and pods of one control plane, in milliseconds of `performance.now()`. */
export interface Observer {
  sees(event: WatchEvent): void
  readonly nodes: ReadonlyMap<string, SeenNode>
  /** By uid. */
  readonly pods: ReadonlyMap<string, SeenPod>
}

export interface SeenNode {
  manifest: JsonObject
  unknownMs?: number
  noExecuteMs?: number
}

export interface SeenPod {
  readonly namespace: string
  readonly name: string
  /** `ReplicaSet/w0-6d5f`; a pod's own name where a StatefulSet makes it, or nobody. */
  readonly owner: string
  readonly addedMs: number
  manifest: JsonObject
  unreadyMs?: number
  evictedMs?: number
  goneMs?: number
}

export function startObserver(): Observer {
  const nodes = new Map<string, SeenNode>()
  const pods = new Map<string, SeenPod>()
  return {
    nodes,
    pods,
    sees(event) {
      if (event.object.kind === 'Node') seeNode(nodes, event)
      else seePod(pods, event)
    },
  }
}

function seeNode(nodes: Map<string, SeenNode>, { is, object, atMs }: WatchEvent): void {
  const name = String(fields(object.metadata).name)
  if (is === 'deleted') return
  const seen = nodes.get(name) ?? { manifest: object }
  nodes.set(name, seen)
  seen.manifest = object
  const isTainted = list(fields(object.spec).taints).some(
    ({ key, effect }) => key === unreachableKey && effect === 'NoExecute',
  )
  if (conditionOf(object, 'Ready') === 'Unknown') seen.unknownMs ??= atMs
  if (isTainted) seen.noExecuteMs ??= atMs
}

function seePod(pods: Map<string, SeenPod>, { is, object, atMs }: WatchEvent): void {
  const { uid, namespace, name, deletionTimestamp } = fields(object.metadata)
  const seen: SeenPod = pods.get(String(uid)) ?? {
    namespace: String(namespace),
    name: String(name),
    owner: ownerOf(object),
    addedMs: atMs,
    manifest: object,
  }
  pods.set(String(uid), seen)
  const wasReady = conditionOf(seen.manifest, 'Ready') === 'True'
  seen.manifest = object
  if (wasReady && conditionOf(object, 'Ready') !== 'True') seen.unreadyMs ??= atMs
  // Others delete what the garbage collector has marked as failed.
  const isEvicted = list(fields(object.status).conditions).some(({ reason }) => reason === 'DeletionByTaintManager')
  if (deletionTimestamp !== undefined && isEvicted) seen.evictedMs ??= atMs
  if (is === 'deleted') seen.goneMs ??= atMs
}

function ownerOf({ metadata }: JsonObject): string {
  const [owner] = list(fields(metadata).ownerReferences)
  const own = `Pod/${fields(metadata).name}`
  return owner === undefined || owner.kind === 'StatefulSet' ? own : `${owner.kind}/${owner.name}`
}

export function conditionOf({ status }: JsonObject, type: string): Json | undefined {
  return list(fields(status).conditions).find((condition) => condition.type === type)?.status
}

export function fields(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {}
}

export function list(json: Json | undefined): readonly JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : []
}
