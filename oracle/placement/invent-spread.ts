import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { Kind } from './kinds.ts'
import { hostname, podSelector, topology, zone } from './vocabulary.ts'

/** Topology spread constraints, hard and soft; no two with the same topology and rule, which the API refuses. */
export function inventSpread(random: Random, has: ReadonlySet<Kind>, app: string): JsonObject[] {
  const constraints: JsonObject[] = []
  for (const [kind, whenUnsatisfiable] of [
    ['spread', 'DoNotSchedule'],
    ['preferredSpread', 'ScheduleAnyway'],
  ] as const) {
    if (!has.has(kind) || !random.chance(0.45)) continue
    const keys = random.chance(0.25) ? [zone, hostname] : [topology(random)]
    for (const topologyKey of keys) constraints.push(constraint(random, { topologyKey, whenUnsatisfiable, app }))
  }
  return constraints
}

interface Wanted {
  readonly topologyKey: string
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway'
  readonly app: string
}

function constraint(random: Random, { topologyKey, whenUnsatisfiable, app }: Wanted): JsonObject {
  const policy = () => random.pick(['Honor', 'Ignore'])
  const hasSelector = random.chance(0.96)
  return {
    maxSkew: random.weighted([
      [5, 1],
      [3, 2],
      [1, 5],
    ]),
    topologyKey,
    whenUnsatisfiable,
    ...(hasSelector && { labelSelector: podSelector(random, app) as JsonObject }),
    ...(whenUnsatisfiable === 'DoNotSchedule' && random.chance(0.4) && { minDomains: random.int(2, 4) }),
    ...(random.chance(0.3) && { nodeAffinityPolicy: policy() }),
    ...(random.chance(0.3) && { nodeTaintsPolicy: policy() }),
    ...(hasSelector && random.chance(0.2) && { matchLabelKeys: [random.pick(['rev', 'rev', 'absent'])] }),
  }
}
