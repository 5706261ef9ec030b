// Whether the scheduler would let one more pod go to a node: its filters as its documentation says them, written without the
// code that is judged.

import type { Key, MustCase, SmallWork } from './case.ts'

/** Per class, per node: how many stand there. */
export type Counts = readonly (readonly number[])[]

export interface Scene {
  readonly nodes: MustCase['nodes']
  readonly classes: readonly SmallWork[]
  /** Nodes that are there no more. */
  readonly isGone: (node: number) => boolean
  /** Nodes that are there and answer no more. */
  readonly isSilent: (node: number) => boolean
  /** Pods that are Terminating: they hold their place, and count for no spread rule. */
  readonly dying: Counts
}

export function fits(scene: Scene, c: number, n: number, live: Counts): boolean {
  const pod = scene.classes[c]
  const node = scene.nodes[n]
  if (!pod || !node || scene.isGone(n) || scene.isSilent(n) || node.isTainted) return false
  if (pod.disk !== undefined && pod.disk !== node.disk) return false
  return (
    hasRoom(scene, pod, n, live) &&
    isApart(scene, c, n, live) &&
    isNear(scene, c, n, live) &&
    isSpread(scene, c, n, live)
  )
}

function there(scene: Scene, other: number, at: number, live: Counts): number {
  return (live[other]?.[at] ?? 0) + (scene.dying[other]?.[at] ?? 0)
}

function hasRoom(scene: Scene, pod: SmallWork, n: number, live: Counts): boolean {
  const node = scene.nodes[n]
  if (!node) return false
  let [cpu, memory, pods] = [0, 0, 0]
  for (const [other, { cpu: c, memory: m, port }] of scene.classes.entries()) {
    const many = there(scene, other, n, live)
    cpu += c * many
    memory += m * many
    pods += many
    if (many > 0 && port !== undefined && port === pod.port) return false
  }
  if (pods + 1 > node.slots) return false
  return (pod.cpu === 0 || cpu + pod.cpu <= node.cpu) && (pod.memory === 0 || memory + pod.memory <= node.memory)
}

/** The value of a label of a node; nodes of no zone have none. */
function labelOf(scene: Scene, n: number, by: Key): string | undefined {
  return by === 'kubernetes.io/hostname' ? `n${n}` : scene.nodes[n]?.zone
}

function shares(scene: Scene, by: Key, a: number, b: number): boolean {
  const value = labelOf(scene, a, by)
  return value !== undefined && !scene.isGone(b) && value === labelOf(scene, b, by)
}

function holdsIn(scene: Scene, other: number, by: Key, n: number, live: Counts): boolean {
  return scene.nodes.some((_, at) => shares(scene, by, n, at) && there(scene, other, at, live) > 0)
}

function isApart(scene: Scene, c: number, n: number, live: Counts): boolean {
  const own = scene.classes[c]?.apart ?? []
  if (own.some(({ by, from }) => holdsIn(scene, from, by, n, live))) return false
  return scene.classes.every(({ apart = [] }, other) =>
    apart.every(({ by, from }) => from !== c || !holdsIn(scene, other, by, n, live)),
  )
}

function isNear(scene: Scene, c: number, n: number, live: Counts): boolean {
  const near = scene.classes[c]?.near ?? []
  if (near.length === 0) return true
  if (near.some(({ by }) => labelOf(scene, n, by) === undefined)) return false
  const liked = scene.classes.map((_, other) => near.every(({ to }) => to === other))
  const isThere = (other: number, at: number) => liked[other] === true && there(scene, other, at, live) > 0
  const places = scene.nodes.flatMap((_, at) => (scene.classes.some((__, other) => isThere(other, at)) ? [at] : []))
  const open = places.filter((at) => !scene.isGone(at))
  if (near.every(({ by }) => open.some((at) => shares(scene, by, n, at)))) return true
  // The first of pods that like their own kind goes anywhere.
  const isCounted = open.some((at) => near.some(({ by }) => labelOf(scene, at, by) !== undefined))
  return !isCounted && liked[c] === true
}

function isSpread(scene: Scene, c: number, n: number, live: Counts): boolean {
  const pod = scene.classes[c]
  return (pod?.spread ?? []).every(({ by, maxSkew, minDomains = 1, honorsTaints }) => {
    const own = labelOf(scene, n, by)
    if (own === undefined) return false
    const counts = new Map<string, number>()
    for (const [at, node] of scene.nodes.entries()) {
      const domain = labelOf(scene, at, by)
      if (domain === undefined || scene.isGone(at) || (pod?.disk !== undefined && pod.disk !== node.disk)) continue
      if (honorsTaints && (scene.isSilent(at) || node.isTainted)) continue
      counts.set(domain, (counts.get(domain) ?? 0) + (live[c]?.[at] ?? 0))
    }
    const least = counts.size < minDomains ? 0 : Math.min(...counts.values())
    return (counts.get(own) ?? 0) + 1 - least <= maxSkew
  })
}
