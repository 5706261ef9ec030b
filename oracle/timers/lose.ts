import { setTimeout as pause } from 'node:timers/promises'
import type { LostNode } from '../../src/engine/nodeloss/loss.ts'
import type { Seconds } from '../../src/engine/nodeloss/when.ts'
import type { ApiServer } from '../apiserver.ts'
import { CannotGoOn } from '../programs.ts'
import { expect } from './kubelets.ts'
import { fields, list } from './observer.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'
import { outOfServiceKey } from './tolerations.ts'

type Happened = (since: (ms: number) => number) => LostNode

/** Makes one node fall silent, and tainted or removed later; answers once the last of it is done. */
export async function lose(
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

/** Keeps new pods away from it, whatever they tolerate. */
export async function close(api: ApiServer, node: string): Promise<void> {
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
