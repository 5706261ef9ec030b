import { setTimeout as pause } from 'node:timers/promises'
import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { CannotGoOn } from '../programs.ts'
import { untilAccount } from './canary.ts'
import { expect } from './kubelets.ts'
import { nodesOf, podsOf, quotaManifest, workloadManifest } from './manifests.ts'
import { conditionOf, fields, type SeenPod } from './observer.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** Puts a scenario up under a name of its own; answers when all its pods are ready. */
export async function putUp(stage: Stage, id: string, scenario: Scenario): Promise<void> {
  const { api } = stage.plane
  for (const node of nodesOf(id, scenario)) await stage.kubelets.start(node)
  await expect(api.request('POST', '/api/v1/namespaces', { metadata: { name: id } }), 201)
  await untilAccount(api, id)
  const pods = scenario.workloads.reduce((sum, workload) => sum + podsOf(workload, scenario), 0)
  if (scenario.sparePods !== undefined) await makeQuota(api, id, pods + scenario.sparePods)
  for (const [index, workload] of scenario.workloads.entries()) {
    const { group, plural, manifest } = workloadManifest(id, scenario, workload, index)
    await expect(api.request('POST', `${group}/namespaces/${id}/${plural}`, manifest), 201)
  }
  const areReady = () => readyPods(stage, id).length === pods
  await until(areReady, 40, () => `${pods} ready pods in ${id}, ${readyPods(stage, id).length} are`)
}

async function makeQuota(api: ApiServer, id: string, pods: number): Promise<void> {
  await expect(api.request('POST', `/api/v1/namespaces/${id}/resourcequotas`, quotaManifest(pods)), 201)
  const path = `/api/v1/namespaces/${id}/resourcequotas/pods`
  for (let tries = 0; tries < 100; tries++) {
    const { body } = await api.request('GET', path)
    if (fields(fields(fields(body as JsonObject).status).hard).pods !== undefined) return
    await pause(100)
  }
  throw new CannotGoOn(`no status of the quota of ${id}`, 'again, on a machine that is less busy')
}

/** Takes a scenario's nodes and workloads away, so that they disturb no other. */
export async function takeDown({ plane: { api } }: Stage, id: string, scenario: Scenario): Promise<void> {
  for (const [index, workload] of scenario.workloads.entries()) {
    const { group, plural } = workloadManifest(id, scenario, workload, index)
    await api.request('DELETE', `${group}/namespaces/${id}/${plural}/w${index}`, { gracePeriodSeconds: 0 })
  }
  for (const node of nodesOf(id, scenario)) await api.request('DELETE', `/api/v1/nodes/${fields(node.metadata).name}`)
}

/** The pods of a scenario that are ready. */
export function readyPods(stage: Stage, id: string): readonly SeenPod[] {
  return podsIn(stage, id).filter(isReady)
}

function podsIn({ observer }: Stage, id: string): readonly SeenPod[] {
  return [...observer.pods.values()].filter(({ namespace, goneMs }) => namespace === id && goneMs === undefined)
}

function isReady({ manifest }: SeenPod): boolean {
  return conditionOf(manifest, 'Ready') === 'True'
}

async function until(holds: () => boolean, seconds: number, says: () => string): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!holds()) {
    if (performance.now() > end) throw new CannotGoOn(`no ${says()}`, 'again, on a machine that is less busy')
    await pause(100)
  }
}
