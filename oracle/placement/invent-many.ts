import { mustGoByNodes } from '../../src/engine/assignment/by-nodes.ts'
import type { Manifest } from '../../src/kubernetes/types.ts'
import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { inventPlacement, inventPreemption } from './invent-scene.ts'
import type { PodPlan, Scene } from './scene.ts'

/** A cluster to which pods of a few workloads come in any order: most have others like them, and few go alone. */
export function inventMany(random: Random): Scene {
  // Where nodes are nearly full, pods that come may make others go, and each other.
  const scene = random.chance(0.3) ? inventPreemption(random) : inventPlacement(random)
  const alike = scene.ask.filter(({ raw }) => random.chance(0.1) || !mustGoByNodes(raw as unknown as Manifest))
  const workloads = (alike.length > 0 ? alike : scene.ask).slice(0, random.int(1, 5))
  const ask = random.list(random.int(3, 24), () => random.pick(workloads))
  return {
    ...scene,
    // Where room is kept for one pod, all go alone.
    standing: scene.standing.filter((plan) => random.chance(0.1) || !isNominated(plan)),
    ask: ask.map((plan, at) => renamed(plan, `many-${at}`)),
  }
}

function isNominated({ since }: PodPlan): boolean {
  return since.status?.nominatedNodeName !== undefined
}

function renamed({ raw }: PodPlan, name: string): PodPlan {
  return { raw: { ...raw, metadata: { ...(raw.metadata as JsonObject), name } }, since: {} }
}
