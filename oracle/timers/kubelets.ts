// What kubelets would write: heartbeats, the status of their pods, and the end of those that are Terminating; until a node
// is dead, and then nothing more.

import { setTimeout as pause } from 'node:timers/promises'
import type { ApiServer } from '../apiserver.ts'
import { isObject, type JsonObject } from '../json.ts'
import { CannotGoOn } from '../programs.ts'
import { lease, nodeManifest, readyStatus } from './manifests.ts'

export interface Beat {
  /** `performance.now()` before it was sent, and when its answer was there. */
  readonly sentMs: number
  readonly answeredMs: number
}

export interface Kubelets {
  start(node: JsonObject): Promise<void>
  /** No more heartbeats, and no more words about its pods; the last heartbeat that was written. */
  kill(node: string): Promise<Beat>
  /** To be told of every pod as it changes. */
  sees(pod: JsonObject): void
  /** Ends all of them. */
  stop(): void
}

const everyMs = 1000
const leases = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases'
const merge = { contentType: 'application/merge-patch+json' }

interface Kubelet {
  isAlive: boolean
  readonly ended: Promise<Beat>
}

export function startKubelets(api: ApiServer): Kubelets {
  const all = new Map<string, Kubelet>()
  const running = new Set<string>()
  return {
    async start(node) {
      const name = nameOf(node)
      await expect(api.request('POST', '/api/v1/nodes', node), 201)
      await expect(api.request('POST', leases, lease(name, micros())), 201)
      const status = { status: readyStatus(new Date().toISOString()) }
      await expect(api.request('PATCH', `/api/v1/nodes/${name}/status`, status, merge), 200)
      const kubelet = { isAlive: true } as { isAlive: boolean; ended: Promise<Beat> }
      kubelet.ended = beating(api, name, kubelet)
      all.set(name, kubelet)
    },
    async kill(node) {
      const kubelet = all.get(node)
      if (!kubelet) throw new RangeError(`no kubelet of ${node}`)
      kubelet.isAlive = false
      return kubelet.ended
    },
    sees(pod) {
      const { uid, namespace, name, deletionTimestamp } = pod.metadata as { [field: string]: string }
      const spec = pod.spec as JsonObject
      if (all.get(String(spec.nodeName))?.isAlive !== true) return
      const path = `/api/v1/namespaces/${namespace}/pods/${name}`
      if (deletionTimestamp !== undefined) {
        void api.request('DELETE', path, { gracePeriodSeconds: 0, preconditions: { uid: uid ?? '' } })
      } else if (!running.has(uid ?? '')) {
        running.add(uid ?? '')
        void api.request('PATCH', `${path}/status`, runningStatus(uid ?? ''), merge)
      }
    },
    stop: () => {
      for (const kubelet of all.values()) kubelet.isAlive = false
    },
  }
}

/** A node that no scenario loses but the last. */
export const controlName = 'control-0'
export const controlNode = nodeManifest(controlName, 'control', 'control')

// One after the other, so that the last one is known.
async function beating(api: ApiServer, name: string, kubelet: { readonly isAlive: boolean }): Promise<Beat> {
  let last: Beat = { sentMs: performance.now(), answeredMs: performance.now() }
  while (kubelet.isAlive) {
    const sentMs = performance.now()
    const { status } = await api.request('PATCH', `${leases}/${name}`, { spec: { renewTime: micros() } }, merge)
    if (status === 200) last = { sentMs, answeredMs: performance.now() }
    await pause(Math.max(0, everyMs - (performance.now() - sentMs)))
  }
  return last
}

function runningStatus(uid: string): JsonObject {
  const now = new Date().toISOString()
  const is = (type: string) => ({ type, status: 'True', lastTransitionTime: now })
  const container = { name: 'c', ready: true, started: true, restartCount: 0, image: 'x', imageID: 'x' }
  return {
    metadata: { uid },
    status: {
      phase: 'Running',
      startTime: now,
      conditions: ['Ready', 'ContainersReady', 'Initialized', 'PodScheduled'].map(is),
      containerStatuses: [{ ...container, state: { running: { startedAt: now } } }],
    },
  }
}

function micros(): string {
  return new Date().toISOString().replace('Z', '000Z')
}

function nameOf({ metadata }: JsonObject): string {
  return isObject(metadata) ? String(metadata.name) : ''
}

export async function expect(asked: ReturnType<ApiServer['request']>, status: number): Promise<JsonObject> {
  const reply = await asked
  const body = isObject(reply.body) ? reply.body : {}
  if (reply.status === status) return body
  throw new CannotGoOn(`the server answers ${reply.status} ${JSON.stringify(reply.body)}`, 'again: npm run oracle')
}
