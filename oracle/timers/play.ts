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

// The pods of a removed node are gone after 80 s at most.
const mostSeconds = 105

// A little longer than the last thing that has a bound, but not for minutes.
function watchSeconds(loss: Loss): number {
  const { nodes, pods } = nodeLoss(loss)
  const all = [...nodes.flatMap(({ unknown, noExecute }) => [unknown, noExecute]), ...pods.flatMap(Object.values)]
  const ends = all.flatMap((when) => (typeof when === 'object' && when.is !== 'never' ? [when.to ?? when.from] : []))
  return Math.min(Math.max(0, ...ends), mostSeconds) + 3
}
