import { setTimeout as pause } from 'node:timers/promises'
import { admitPods, type PodAdmission } from '../../src/engine/admission/admit-pods.ts'
import { podsOf } from '../../src/engine/pods/pods-of.ts'
import type { Estate, EstateObject } from '../../src/estate/estate.ts'
import { type Manifest, partsOf, refOf } from '../../src/kubernetes/types.ts'
import type { ApiServer } from '../apiserver.ts'
import type { Json, JsonObject } from '../json.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { serverMinor } from '../versions.ts'
import { controllerPods, objectIn } from './controller-pods.ts'
import { createPods, makeBounds, setUsed, usedOf } from './fresh-namespace.ts'
import { inventScenario, type Scenario } from './scenario.ts'
import { ours } from './verdict.ts'

export const asks = 'pods'
const together = 40
const connections = 8
// The admission plugins see a new range or quota through a watch.
const watchDelayMs = 250

/** Pods of controllers, really created in namespaces with their bounds: how many are taken, and what refuses the next. */
export async function comparePods(api: ApiServer, given: readonly Scenario[], bounds: Bounds): Promise<Outcome> {
  const started = performance.now()
  await api.request('POST', '/apis/scheduling.k8s.io/v1/priorityclasses', lowPriority)
  const random = randomOf(seedFor(bounds.seed, asks))
  const tally = newTally()
  const found: Scenario[] = []
  const left = [...given, ...random.list(Math.max(0, bounds.cases - given.length), () => inventScenario(random))]
  while (left.length > 0 && performance.now() < bounds.until)
    found.push(...(await judgeAll(api, left.splice(0, together), tally)))
  for (const scenario of found.slice(0, bounds.show)) tally.disagreements.push(await shrunk(api, scenario))
  const tookSeconds = (performance.now() - started) / 1000
  return {
    comparison: asks,
    says: 'pods really created under ranges and quotas: how many, refused by whom',
    ...tally,
    tookSeconds,
  }
}

const lowPriority = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'low' }, value: 10 }

/** The scenarios that disagree. */
async function judgeAll(api: ApiServer, scenarios: readonly Scenario[], tally: Tally): Promise<readonly Scenario[]> {
  const rows: { scenario: Scenario; name: string; refused?: string }[] = []
  for (const one of scenarios) {
    const scenario = { ...one, workloads: one.workloads.filter((workload) => isJudged(workload, tally)) }
    rows.push({ scenario, ...(await makeBounds(api, scenario)) })
  }
  await pause(watchDelayMs)
  const found: Scenario[] = []
  const queue = rows.values()
  const ask = async () => {
    for (const { scenario, name, refused } of queue) {
      if (refused !== undefined) countOne(tally.apart, 'namespaces whose range or quota is itself refused')
      else if (await differs(api, name, scenario, tally)) found.push(scenario)
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return found
}

// A workload that is itself refused has no pods.
function isJudged(workload: JsonObject, tally: Tally): boolean {
  const { by, notModelled } = ours(workload)
  for (const field of notModelled) countOne(tally.apart, `not modelled: ${field.replace(/\[\d+\]/g, '[]')}`)
  if (by !== undefined) countOne(tally.apart, 'workloads that are themselves refused')
  return by === undefined && notModelled.length === 0
}

async function differs(api: ApiServer, name: string, scenario: Scenario, tally: Tally): Promise<boolean> {
  let isFound = false
  for (const { mine, theirs } of await bothSides(api, name, scenario)) {
    const how = compared(mine, theirs)
    if (how === 'agree') tally.passed++
    else if (how === 'apart') countOne(tally.apart, `the server: ${theirs.says.replace(/"[^"]*"/g, '…').slice(0, 90)}`)
    else {
      tally.failed++
      isFound = true
    }
  }
  return isFound
}

interface Theirs {
  readonly created: number
  readonly by?: string
  readonly says: string
}

interface Sides {
  readonly mine: PodAdmission
  readonly theirs: Theirs
}

async function bothSides(api: ApiServer, name: string, scenario: Scenario): Promise<readonly Sides[]> {
  const workloads = new Map(scenario.workloads.map((workload) => [refIn(workload), workload]))
  const admitted = ourAnswer(scenario).filter(({ workload }) => workloads.has(workload))
  const comesAndGoes = ({ workload }: PodAdmission) =>
    controllerPods(workloads.get(workload) ?? {})?.comesAndGoes === true
  const sides: Sides[] = []
  const ask = async (mine: PodAdmission) => {
    const workload = workloads.get(mine.workload) ?? {}
    const wanted = controllerPods(workload)?.count ?? mine.wanted
    const { created, answer } = await createPods(api, name, workload, wanted)
    sides.push({ mine, theirs: { created, by: answer?.by, says: answer?.says ?? '' } })
  }
  for (const mine of admitted.filter((one) => !comesAndGoes(one))) await ask(mine)
  const runs = admitted.filter(comesAndGoes)
  for (const mine of runs) {
    const used = await Promise.all(scenario.quotas.map((quota) => usedOf(api, name, quota)))
    await ask(mine)
    if (mine === runs.at(-1)) break
    for (const [at, quota] of scenario.quotas.entries()) await setUsed(api, name, quota, used[at] ?? {})
    await pause(watchDelayMs)
  }
  return sides
}

function ourAnswer(scenario: Scenario): readonly PodAdmission[] {
  const estate = estateOf([...scenario.ranges, ...scenario.quotas, ...scenario.workloads, lowPriority])
  return admitPods(estate, podsOf(estate))
}

const stages = ['structure', 'validation', 'limitRange', 'quota']

function compared(mine: PodAdmission, theirs: Theirs): 'agree' | 'apart' | 'differ' {
  if (theirs.by === 'other') return 'apart'
  if (mine.created !== theirs.created) return 'differ'
  // The server looks no further than the first stage that refuses.
  const first = stages.find((stage) => mine.refused.some(({ by }) => by === stage))
  return first === theirs.by ? 'agree' : 'differ'
}

async function shrunk(api: ApiServer, found: Scenario) {
  const still = async (candidate: Scenario) => {
    if (!isWhole(candidate)) return false
    const { name, refused } = await makeBounds(api, candidate)
    if (refused !== undefined) return false
    await pause(watchDelayMs)
    return differs(api, name, candidate, newTally())
  }
  const asked = await smallest(
    found as unknown as JsonObject,
    (candidate) => still(candidate as unknown as Scenario),
    120,
  )
  const scenario = asked as unknown as Scenario
  const { name } = await makeBounds(api, scenario)
  await pause(watchDelayMs)
  const sides = await bothSides(api, name, scenario)
  const wrong = sides.filter(({ mine, theirs }) => compared(mine, theirs) === 'differ')
  return {
    comparison: asks,
    asked,
    ours: wrong.map(({ mine }) => told(mine)),
    theirs: wrong.map(({ theirs }) => ({ ...theirs }) as Json),
  }
}

function told({ workload, created, refused }: PodAdmission): Json {
  return {
    workload,
    created,
    refused: refused.map(({ by, field, fault }) =>
      JSON.parse(
        JSON.stringify({ by, field, fault }, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
      ),
    ),
  }
}

// Shrinking may take a workload apart until no server would take it: then nothing would be learnt.
function isWhole({ ranges, quotas, workloads }: Scenario): boolean {
  if (![ranges, quotas, workloads].every(Array.isArray)) return false
  return [...ranges, ...quotas, ...workloads].every(
    (one) => objectIn(one, 'metadata').name !== undefined && ours(one).by === undefined,
  )
}

function refIn(manifest: JsonObject) {
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
    objects: [...objects].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    shown: [],
    facts: [],
    environments: [],
    taken: {},
    source: {},
  }
}

/** What the reference estates put into each namespace. */
export function scenariosOf(estates: readonly Estate[]): readonly Scenario[] {
  return estates.flatMap(({ objects }) => {
    const namespaces = [...new Set(objects.map(({ ref }) => partsOf(ref).namespace))]
      .filter((name) => name !== '')
      .sort()
    return namespaces.map((namespace): Scenario => {
      const here = objects.filter(({ ref }) => partsOf(ref).namespace === namespace)
      const manifests = here.map(({ manifest }) => JSON.parse(JSON.stringify(manifest)) as JsonObject)
      const of = (kind: string) => manifests.filter((manifest) => manifest.kind === kind)
      const workloads = manifests.filter(
        (manifest) => controllerPods(manifest) !== undefined && manifest.kind !== 'DaemonSet',
      )
      return {
        ranges: of('LimitRange'),
        quotas: of('ResourceQuota'),
        workloads,
      }
    })
  })
}
