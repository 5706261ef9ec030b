// One loss, really made: nodes and workloads are put up, some nodes fall silent, are tainted or removed, and what the
// controllers do about it is written down.

import { setTimeout as pause } from 'node:timers/promises'
import type { Loss, LossPod, LostNode } from '../../src/engine/nodeloss/loss.ts'
import { nodeLoss } from '../../src/engine/nodeloss/node-loss.ts'
import type { Seconds } from '../../src/engine/nodeloss/when.ts'
import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { CannotGoOn } from '../programs.ts'
import { untilAccount } from './canary.ts'
import { controllerOf } from './controller-of.ts'
import { controlName, expect } from './kubelets.ts'
import { nodeName, nodesOf, podsOf, quotaManifest, workloadManifest, zoneName } from './manifests.ts'
import { conditionOf, fields, list, type SeenPod } from './observer.ts'
import type { LossRecord } from './record.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import { outOfServiceKey } from './tolerations.ts'

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
  const before = podsIn(stage, id).filter(isReady)
  const fromMs = performance.now()
  const since = (ms: number) => (ms - fromMs) / 1000
  const made = await Promise.all([
    ...scenario.lost.map((lost) => lose(stage, nodeName(id, lost.zone, lost.node), lost, fromMs)),
    ...(scenario.isEnd ? [lose(stage, controlName, { atSeconds: 0 }, fromMs)] : []),
  ])
  const loss = lossOf(
    stage,
    id,
    scenario,
    made.map((one) => one(since)),
    before,
  )
  const endsMs = Math.min(untilMs, fromMs + 1000 * watchSeconds(loss))
  await pause(Math.max(0, endsMs - performance.now()))
  const watchedSeconds = since(performance.now())
  return { loss, record: recordOf(stage, id, loss, before, since, watchedSeconds, stage.canary.longestSince(fromMs)) }
}

type Happened = (since: (ms: number) => number) => LostNode

// Answers once the last of it is done.
async function lose(
  stage: Stage,
  node: string,
  lost: Omit<Scenario['lost'][number], 'zone' | 'node'>,
  fromMs: number,
): Promise<Happened> {
  const { api } = stage.plane
  const at = async (seconds: number) => pause(Math.max(0, fromMs + 1000 * seconds - performance.now()))
  const dies = at(lost.atSeconds).then(() => stage.kubelets.kill(node))
  const { outOfService, removedAtSeconds } = lost
  const tainted =
    outOfService && at(outOfService.atSeconds).then(() => timed(() => taint(api, node, outOfService.effect)))
  const removed =
    removedAtSeconds !== undefined &&
    at(removedAtSeconds).then(() => timed(() => api.request('DELETE', `/api/v1/nodes/${node}`)))
  const [beat, taintedMs, removedMs] = await Promise.all([dies, tainted, removed])
  return (since) => {
    const span = ([from, to]: readonly [number, number]): Seconds => ({
      from: Math.floor(since(from) * 1000) / 1000,
      to: Math.ceil(since(to) * 1000) / 1000,
    })
    return {
      node,
      lastHeartbeat: span([beat.sentMs, beat.answeredMs]),
      ...(taintedMs &&
        outOfService && { outOfService: { at: span(taintedMs), effect: outOfService.effect, value: 'x' } }),
      ...(removedMs && { removed: span(removedMs) }),
    }
  }
}

async function timed(act: () => Promise<unknown>): Promise<readonly [number, number]> {
  const from = performance.now()
  await act()
  return [from, performance.now()]
}

async function close(api: ApiServer, node: string): Promise<void> {
  const merge = { contentType: 'application/merge-patch+json' }
  await expect(api.request('PATCH', `/api/v1/nodes/${node}`, { metadata: { labels: { takes: 'none' } } }, merge), 200)
}

// The list of taints is written as a whole: not over what a controller writes meanwhile.
async function taint(api: ApiServer, node: string, effect: string): Promise<void> {
  const path = `/api/v1/nodes/${node}`
  for (let tries = 0; tries < 20; tries++) {
    const { status, body } = await api.request('GET', path)
    if (status === 404) return
    const { metadata, spec } = fields(body)
    const taints = [...list(fields(spec).taints), { key: outOfServiceKey, value: 'x', effect }]
    const change = { metadata: { resourceVersion: fields(metadata).resourceVersion ?? '' }, spec: { taints } }
    const merge = { contentType: 'application/merge-patch+json' }
    if ((await api.request('PATCH', path, change, merge)).status === 200) return
  }
  throw new CannotGoOn(`${node} cannot be tainted`, 'again: npm run oracle -- --only timers')
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

function recordOf(
  { observer }: Stage,
  id: string,
  loss: Loss,
  before: readonly SeenPod[],
  since: (ms: number) => number,
  watchedSeconds: number,
  lateSeconds: number,
): LossRecord {
  const round = (ms: number | undefined) => (ms === undefined ? undefined : Math.round(since(ms) * 1000) / 1000)
  const isAsked = new Set(loss.pods.map(({ name }) => name))
  const asked = before.filter(({ name }) => isAsked.has(name))
  const owners = new Set(asked.map(({ owner }) => owner))
  const known = new Set(before)
  const later = [...observer.pods.values()].filter(
    (pod) => pod.namespace === id && !known.has(pod) && owners.has(pod.owner),
  )
  return {
    watchedSeconds,
    lateSeconds: Math.round(lateSeconds * 1000) / 1000,
    nodes: Object.fromEntries(
      loss.lost.map(({ node }) => {
        const seen = observer.nodes.get(node)
        return [node, given({ unknown: round(seen?.unknownMs), noExecute: round(seen?.noExecuteMs) })]
      }),
    ),
    pods: Object.fromEntries(
      asked.map((pod) => {
        const ends = [pod.unreadyMs, pod.evictedMs, pod.goneMs].filter((ms) => ms !== undefined)
        const traffic = round(ends.length > 0 ? Math.min(...ends) : undefined)
        const rest = { traffic, evicted: round(pod.evictedMs), gone: round(pod.goneMs) }
        return [pod.name, { owner: pod.owner, ...given(rest) }]
      }),
    ),
    made: Object.fromEntries(
      [...Map.groupBy(later, ({ owner }) => owner)].map(([owner, pods]) => [
        owner,
        pods.map(({ addedMs }) => round(addedMs) ?? 0).sort((a, b) => a - b),
      ]),
    ),
  }
}

function given<T extends object>(times: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number
  }
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
