// One loss, really made: nodes and workloads are put up, some nodes fall silent, are tainted or removed, and what the
// controllers do about it is written down.

import { setTimeout as pause } from 'node:timers/promises'
import type { Loss, LossPod, LostNode } from '../../src/engine/nodeloss/loss.ts'
import { nodeLoss } from '../../src/engine/nodeloss/node-loss.ts'
import { controllerOf } from './controller-of.ts'
import { controlName } from './kubelets.ts'
import { close, lose } from './lose.ts'
import { nodeName, zoneName } from './manifests.ts'
import { fields, list, type SeenPod } from './observer.ts'
import { readyPods } from './put-up.ts'
import type { LossRecord } from './record.ts'
import { recordOf } from './record-of.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

export interface Played {
  readonly loss: Loss
  readonly record: LossRecord
}

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
  const areReady = () => podsIn(stage, id).filter(isReady).length === pods
  await until(areReady, 40, () => `${pods} ready pods in ${id}, ${podsIn(stage, id).filter(isReady).length} are`)
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

/** Makes the loss, and watches as long as something is to come, or until `untilMs`. */
export async function play(stage: Stage, id: string, scenario: Scenario, untilMs: number): Promise<Played> {
  // A node that is to die takes nobody in who would only die again.
  await Promise.all(scenario.lost.map(({ zone, node }) => close(stage.plane.api, nodeName(id, zone, node))))
  await pause(3 * 1000 * stage.plane.periods.monitorSeconds)
  const before = readyPods(stage, id)
  const fromMs = performance.now()
  const made = await Promise.all([
    ...scenario.lost.map((lost) => lose(stage, nodeName(id, lost.zone, lost.node), lost, fromMs)),
    ...(scenario.isEnd ? [lose(stage, controlName, { atSeconds: 0 }, fromMs)] : []),
  ])
  const lost = made.map((one) => one((ms) => (ms - fromMs) / 1000))
  const loss = lossOf(stage, id, scenario, lost, before)
  const endsMs = Math.min(untilMs, fromMs + 1000 * watchSeconds(loss))
  await pause(Math.max(0, endsMs - performance.now()))
  return { loss, record: recordOf(stage, { id, loss, before, fromMs, toMs: performance.now() }) }
}

function lossOf(
  { plane }: Stage,
  id: string,
  scenario: Scenario,
  lost: readonly LostNode[],
  before: readonly SeenPod[],
): Loss {
  const names = new Set(lost.map(({ node }) => node))
  const pods = before.flatMap((seen): LossPod[] => {
    const { nodeName: node, tolerations, terminationGracePeriodSeconds } = fields(seen.manifest.spec)
    if (!names.has(String(node))) return []
    const charges = scenario.sparePods === undefined ? [] : [{ quota: id, amount: 1 }]
    return [
      {
        name: seen.name,
        node: String(node),
        controller: controllerOf(seen.manifest, scenario),
        tolerations: list(tolerations) as unknown as LossPod['tolerations'],
        graceSeconds: Number(terminationGracePeriodSeconds),
        charges,
      },
    ]
  })
  const own = scenario.zones.flatMap((count, zone) =>
    Array.from({ length: count }, (_, node) => ({
      name: nodeName(id, zone, node),
      zone: zoneName(id, zone),
      ...(scenario.lost.some((one) => one.zone === zone && one.node === node && one.isExcluded) && {
        isExcluded: true,
      }),
    })),
  )
  const quotas = scenario.sparePods === undefined ? [] : [{ name: id, spare: scenario.sparePods }]
  return { timers: plane.timers, nodes: [...own, { name: controlName, zone: 'control' }], lost, pods, quotas }
}

// A little longer than the last thing that is certain, and than most that is possible.
function watchSeconds(loss: Loss): number {
  const { nodes, pods } = nodeLoss(loss)
  const all = [...nodes.flatMap(({ unknown, noExecute }) => [unknown, noExecute]), ...pods.flatMap(Object.values)]
  const ends = all.flatMap((when) => (typeof when === 'object' && when.is !== 'never' ? [when.to ?? when.from] : []))
  return Math.max(0, ...ends) + 3
}
