import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { inventNodes, type Roominess } from './invent-nodes.ts'
import { inventOwners } from './invent-owners.ts'
import { inventPod } from './invent-pod.ts'
import { inventStorage } from './invent-storage.ts'
import { type Kind, someKinds } from './kinds.ts'
import type { PodPlan, Scene, Since } from './scene.ts'
import type { World } from './world.ts'

/** A cluster where most pods fit, some do not, and many only just. */
export function inventPlacement(random: Random): Scene {
  const nodes = random.weighted([
    [1, 1],
    [3, random.int(2, 4)],
    [6, random.int(3, 8)],
    [2, random.int(8, 12)],
  ])
  const room = { nodes, cpu: ['2', '3500m', '4', '8', '16', '16'], memory: ['3900Mi', '4Gi', '8Gi', '16Gi', '16Gi'] }
  const world = worldOf(random, someKinds(random, [0.1, 0.2, 0.3, 0.5]), room)
  const standing = random.int(0, nodes * 2)
  const asked = random.weighted([
    [6, random.int(1, 6)],
    [3, random.int(5, 12)],
    [1, random.int(12, 30)],
  ])
  return sceneOf(world, { standing, asked })
}

/** A few nodes that are nearly full of pods that matter less, and pods that matter more. */
export function inventPreemption(random: Random): Scene {
  const nodes = random.int(1, 6)
  const room = { nodes, cpu: ['2', '3', '4500m'], memory: ['3Gi', '6Gi', '16Gi'] }
  const has = someKinds(random, [0.02, 0.1, 0.2], random.chance(0.6) ? ['priority', 'budgets'] : ['priority'])
  const world = worldOf(random, has, room)
  const matter = { standing: ['low', 'low', 'below', 'middle'], asked: ['high', 'high', 'middle', 'patient'] }
  return sceneOf(world, { standing: random.int(nodes * 3, nodes * 6), asked: random.int(1, 5) }, matter)
}

function worldOf(random: Random, has: ReadonlySet<Kind>, room: Roominess): World {
  let given = 0
  const nodes = inventNodes(random, has, room)
  const world: World = { random, has, nodes, others: [], claims: new Map(), next: () => ++given }
  inventOwners(world)
  inventStorage(world)
  return world
}

interface Sizes {
  readonly standing: number
  readonly asked: number
}

interface Priorities {
  readonly standing?: readonly string[]
  readonly asked?: readonly string[]
}

function sceneOf(world: World, { standing, asked }: Sizes, matter: Priorities = {}): Scene {
  const starts = shuffled(world, standing)
  const stands = starts.map((minute, at): PodPlan => {
    const raw = inventPod(world, `stands-${at}`, matter.standing)
    return { raw: unplaced(raw), since: inventSince(world, minute) }
  })
  const ask = Array.from({ length: asked }, (_, at): PodPlan => {
    const raw = inventPod(world, `asked-${at}`, matter.asked)
    const isNominated = world.has.has('nominated') && world.random.chance(0.2)
    return { raw, since: isNominated ? { status: { nominatedNodeName: someNode(world) } } : {} }
  })
  return { nodes: world.nodes, others: world.others, standing: stands, ask }
}

// A pod that stands has its node from `since`, and has passed its gates.
function unplaced(raw: JsonObject): JsonObject {
  const { nodeName: _, schedulingGates: __, ...spec } = raw.spec as JsonObject
  return { ...raw, spec }
}

function inventSince(world: World, minute: number): Since {
  const { random, has } = world
  if (has.has('nominated') && random.chance(0.25)) return { status: { nominatedNodeName: someNode(world) } }
  // Of two that began at once the scheduler takes either.
  const startTime = `2026-01-01T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`
  const phase = random.weighted([
    [20, 'Running'],
    [1, 'Pending'],
    [1, 'Succeeded'],
    [1, 'Failed'],
  ])
  return {
    nodeName: someNode(world),
    status: { phase, startTime, ...(has.has('resized') && random.chance(0.5) && resized(world)) },
    ...(has.has('terminating') && random.chance(0.3) && { deletionTimestamp: '2026-01-02T00:00:00Z' }),
  }
}

// A pod whose resources were changed while it runs: what it asks for, what was allocated and what it has, apart.
function resized({ random }: World): JsonObject {
  const amounts = () => ({ cpu: random.pick(['50m', '500m', '1', '2']), memory: random.pick(['64Mi', '1Gi']) })
  const state = { running: { startedAt: '2026-01-01T00:00:00Z' } }
  return {
    ...(random.chance(0.3) && { allocatedResources: amounts(), resources: { requests: amounts() } }),
    containerStatuses: [
      {
        name: 'c0',
        image: 'x',
        imageID: 'x',
        ready: true,
        restartCount: 0,
        state,
        ...(random.chance(0.8) && { allocatedResources: amounts() }),
        ...(random.chance(0.8) && { resources: { requests: amounts() } }),
      },
    ],
    ...(random.chance(0.3) && {
      conditions: [{ type: 'PodResizePending', status: 'True', reason: random.pick(['Infeasible', 'Deferred']) }],
    }),
  }
}

function someNode({ random, nodes }: World): string {
  return `n${random.int(0, nodes.length - 1)}`
}

function shuffled({ random }: World, count: number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at)
  for (let at = count - 1; at > 0; at--) {
    const other = random.int(0, at)
    const kept = numbers[at] as number
    numbers[at] = numbers[other] as number
    numbers[other] = kept
  }
  return numbers
}
