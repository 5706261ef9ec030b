import { setTimeout as pause } from 'node:timers/promises'
import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { expect } from './kubelets.ts'
import type { WatchEvent } from './watch.ts'

/** How late a control plane is at the moment: a pod is deleted again and again, and its controller makes another. */
export interface Canary {
  sees(event: WatchEvent): void
  /** The steps since a moment, in order; one that is not over yet counts as far as it is. */
  stepsSince(fromMs: number): readonly Step[]
  stop(): void
}

export interface Step {
  readonly fromMs: number
  readonly tookMs: number
}

const namespace = 'canary'
const everyMs = 400
const path = `/api/v1/namespaces/${namespace}`

export async function startCanary(api: ApiServer): Promise<Canary> {
  await makeCanary(api)
  const steps: { readonly fromMs: number; toMs?: number }[] = []
  let name: string | undefined
  let isStopped = false
  const again = async () => {
    while (!isStopped) {
      const [pod, last] = [name, steps.at(-1)]
      if (pod !== undefined && (last === undefined || last.toMs !== undefined)) {
        name = undefined
        steps.push({ fromMs: performance.now() })
        await api.request('DELETE', `${path}/pods/${pod}`, { gracePeriodSeconds: 0 }).catch(() => {})
      }
      await pause(everyMs)
    }
  }
  void again()
  return {
    sees({ is, object, atMs }) {
      const { namespace: where, name: pod } = object.metadata as { [field: string]: string }
      if (where !== namespace || is !== 'added') return
      name = pod
      const last = steps.at(-1)
      if (last) last.toMs ??= atMs
    },
    stepsSince: (sinceMs) =>
      steps
        .map(({ fromMs, toMs = performance.now() }) => ({ fromMs, tookMs: toMs - fromMs }))
        .filter(({ fromMs, tookMs }) => fromMs + tookMs >= sinceMs),
    stop: () => {
      isStopped = true
    },
  }
}

async function makeCanary(api: ApiServer): Promise<void> {
  await expect(api.request('POST', '/api/v1/namespaces', { metadata: { name: namespace } }), 201)
  await untilAccount(api, namespace)
  const labels = { app: 'canary' }
  const spec: JsonObject = {
    nodeName: 'control-0',
    tolerations: [{ operator: 'Exists' }],
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: 0,
    containers: [{ name: 'c', image: 'x' }],
  }
  const manifest = {
    metadata: { name: 'canary' },
    spec: { replicas: 1, selector: labels, template: { metadata: { labels }, spec } },
  }
  await expect(api.request('POST', `${path}/replicationcontrollers`, manifest), 201)
}

/** Pods are refused before their namespace has its account. */
export async function untilAccount(api: ApiServer, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { status } = await api.request('GET', `/api/v1/namespaces/${name}/serviceaccounts/default`)
    if (status === 200) return
    await pause(100)
  }
  throw new RangeError(`no account in ${name} after 20 s`)
}
