import { type DeploymentState, type ReplicaSetState, sumOf } from '../../src/engine/disruption/deployment-state.ts'
import { syncDeployment } from '../../src/engine/disruption/deployment-sync.ts'
import { fenceposts } from '../../src/engine/disruption/fenceposts.ts'
import { runRollout } from '../../src/engine/disruption/rollout-run.ts'
import type { IntOrPercent } from '../../src/kubernetes/intstr.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { ValueComparison } from '../values/comparison.ts'

interface Asked extends DeploymentState {
  readonly paused: boolean
  readonly sets: readonly (ReplicaSetState & { readonly comesUp: boolean })[]
  /** Whether pods of a ReplicaSet come up that is still to be made. */
  readonly comesUp: boolean
  readonly pace: number
  /** With 1: a single sync of any state, however odd. */
  readonly syncs: number
}

/** How a Deployment's ReplicaSets are sized: one sync of any state, or all syncs of a state that a cluster comes to. */
export const rollout: ValueComparison = {
  asks: 'rollout',
  says: 'rollouts of Deployments, step by step',
  cases: 5_000,
  invent: (random) => (random.chance(0.5) ? inventState(random) : inventRun(random)) as unknown as JsonObject,
  ours: (asked) => ourRollout(asked as unknown as Asked),
  wellFormed,
}

const mostSyncs = 400

function ourRollout(asked: Asked): Json {
  const state = { ...asked, isPaused: asked.paused }
  if (asked.syncs === 1) {
    const after = syncDeployment(state)
    return { steps: [after.sets.map(row)], status: statusOf(after), ended: false }
  }
  const comes = new Map(asked.sets.map((set) => [set.name, set.comesUp]))
  const run = runRollout(state, { comesUp: (name) => comes.get(name) ?? asked.comesUp, pace: asked.pace })
  return { steps: run.steps.map((sets) => sets.map(row)), status: statusOf(run.last), ended: true }
}

function row({ name, replicas, pods, ready, available, desired, most }: ReplicaSetState): Json {
  return {
    name,
    replicas,
    pods,
    ready,
    available,
    ...(desired !== undefined && { desired }),
    ...(most !== undefined && { most }),
  }
}

function statusOf(state: DeploymentState): Json {
  const current = state.sets.find(({ isCurrent }) => isCurrent)
  const available = sumOf(state.sets, 'available')
  return {
    pods: sumOf(state.sets, 'pods'),
    updated: current?.pods ?? 0,
    ready: sumOf(state.sets, 'ready'),
    available,
    isAvailable: available >= state.replicas - fenceposts(state).maxUnavailable,
  }
}

type Spec = Pick<Asked, 'replicas' | 'strategy' | 'maxSurge' | 'maxUnavailable' | 'paused'>

function inventSpec(random: Random): Spec {
  const replicas = random.weighted([
    [10, random.int(0, 8)],
    [2, random.int(0, 40)],
  ])
  const paused = random.chance(0.1)
  if (random.chance(0.15)) return { replicas, strategy: 'Recreate', paused }
  const amount = (): IntOrPercent =>
    random.chance(0.5) ? random.int(0, 4) : `${random.pick([0, 1, 10, 25, 33, 50, 75, 100])}%`
  return { replicas, strategy: 'RollingUpdate', maxSurge: amount(), maxUnavailable: amount(), paused }
}

// Statuses that lag behind, annotations that somebody removed, two ReplicaSets of one template: whatever a cache may hold.
function inventState(random: Random): Asked {
  const spec = inventSpec(random)
  const sets = random
    .list(random.int(0, 4), () => random)
    .map((_, at) => {
      const replicas = random.int(0, Math.max(3, spec.replicas + 2))
      const pods = random.chance(0.6) ? replicas : random.int(0, replicas + 2)
      const ready = random.chance(0.5) ? pods : random.int(0, pods)
      const available = random.chance(0.7) ? ready : random.int(0, ready)
      const desired = random.chance(0.8) ? spec.replicas : random.int(0, 8)
      return {
        name: `s${at}`,
        isCurrent: random.chance(0.3),
        replicas,
        pods,
        ready,
        available,
        leaving: random.chance(0.15) ? random.int(1, 2) : 0,
        ...(random.chance(0.9) && { desired }),
        ...(random.chance(0.9) && { most: random.chance(0.1) ? 0 : desired + random.int(0, 3) }),
        comesUp: true,
      }
    })
  return { ...spec, isPaused: spec.paused, pods: random.int(0, 10), sets, comesUp: true, pace: 1, syncs: 1 }
}

function inventRun(random: Random): Asked {
  const spec = inventSpec(random)
  const before = random.chance(0.7) ? spec.replicas : random.int(0, 10)
  const most = before + fenceposts({ ...spec, replicas: before }).maxSurge
  const sets = random
    .list(random.int(0, 3), () => random)
    .map((_, at) => {
      const replicas = random.weighted([
        [3, before],
        [3, random.int(0, Math.max(1, before))],
        [1, 0],
      ])
      const ready = random.chance(0.7) ? replicas : random.int(0, replicas)
      const health = { pods: replicas, ready, available: ready, leaving: 0, comesUp: random.chance(0.85) }
      const isCurrent = at > 0 && random.chance(0.3)
      return { name: `s${at}`, isCurrent, replicas, ...health, desired: before, most }
    })
  const pods = sets.reduce((sum, set) => sum + set.pods, 0)
  const pace = random.pick([1, 2, 1000])
  return { ...spec, isPaused: spec.paused, pods, sets, comesUp: random.chance(0.85), pace, syncs: mostSyncs }
}

function wellFormed(asked: JsonObject): boolean {
  const { replicas, pods, sets, syncs, pace, strategy, maxSurge, maxUnavailable, paused } =
    asked as unknown as Partial<Asked>
  if (![replicas, pods, pace].every((one) => Number.isInteger(one)) || (pace ?? 0) < 1 || typeof paused !== 'boolean')
    return false
  if (!Array.isArray(sets) || (syncs !== 1 && syncs !== mostSyncs)) return false
  if (strategy !== 'Recreate' && strategy !== 'RollingUpdate') return false
  const isAmount = (one: unknown) => Number.isInteger(one) || (typeof one === 'string' && /^[0-9]+%$/.test(one))
  if (strategy === 'RollingUpdate' && !(isAmount(maxSurge) && isAmount(maxUnavailable))) return false
  const names = sets.map((set) => (isObject(set) ? set.name : ''))
  const fields = ['replicas', 'pods', 'ready', 'available', 'leaving'] as const
  return (
    names.every((name) => typeof name === 'string' && /^s[0-9]$/.test(name)) &&
    new Set(names).size === names.length &&
    sets.every((set) => fields.every((field) => Number.isInteger(set[field])) && set.ready <= set.pods) &&
    sets.every((set) => typeof set.isCurrent === 'boolean' && typeof set.comesUp === 'boolean') &&
    (syncs === 1 || sets.every((set) => set.pods === set.replicas && set.available === set.ready && set.leaving === 0))
  )
}
