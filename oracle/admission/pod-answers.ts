import { admitPods, type PodAdmission } from '../../src/engine/admission/admit-pods.ts'
import { podsOf } from '../../src/engine/pods/pods-of.ts'
import type { Estate, EstateObject } from '../../src/estate/estate.ts'
import { type Manifest, type Ref, refOf } from '../../src/kubernetes/types.ts'
import type { Json, JsonObject } from '../json.ts'
import { serverMinor } from '../versions.ts'
import type { Scenario } from './scenario.ts'

/** What the server did with the pods of one workload. */
export interface CreatedPods {
  readonly workload: Ref
  readonly created: number
  /** The part that refused the next one. */
  readonly by?: string
  readonly says: string
}

export interface Sides {
  readonly mine: PodAdmission
  readonly theirs: CreatedPods
}

/** Exists in every namespace that is asked. */
export const lowPriority: JsonObject = {
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name: 'low' },
  value: 10,
}

export function ourPods({ ranges, quotas, workloads }: Scenario): readonly PodAdmission[] {
  const estate = estateOf([...ranges, ...quotas, ...workloads, lowPriority])
  return admitPods(estate, podsOf(estate))
}

const stages = ['structure', 'validation', 'limitRange', 'quota']

/** Undefined for what the engine does not speak of. */
export function agrees({ mine, theirs }: Sides): boolean | undefined {
  if (theirs.by === 'other') return undefined
  // The server looks no further than the first stage that refuses.
  const first = stages.find((stage) => mine.refused.some(({ by }) => by === stage))
  return mine.created === theirs.created && first === theirs.by
}

export function told({ workload, created, refused }: PodAdmission): Json {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return {
    workload,
    created,
    refused: refused.map(({ by, field, fault }) => JSON.parse(JSON.stringify({ by, field, fault }, plain))),
  }
}

export function refIn(manifest: JsonObject): Ref {
  return refOf(manifest as unknown as Manifest, 'fresh')
}

function estateOf(manifests: readonly JsonObject[]): Estate {
  const objects = manifests.map(
    (manifest): EstateObject => ({
      ref: refIn(manifest),
      manifest: manifest as unknown as Manifest,
      origin: 'read',
      source: {},
    }),
  )
  return {
    cluster: 'oracle',
    minor: serverMinor,
    enforcesPolicy: { holds: undefined, source: {} },
    nodes: [],
    pools: {},
    classes: {},
    objects: objects.sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    shown: [],
    facts: [],
    environments: [],
    taken: {},
    source: {},
  }
}
