import { setTimeout as pause } from 'node:timers/promises'
import type { PodAdmission } from '../../src/engine/admission/admit-pods.ts'
import type { Estate } from '../../src/estate/estate.ts'
import { partsOf } from '../../src/kubernetes/types.ts'
import type { ApiServer } from '../apiserver.ts'
import { asJson, type Json, type JsonObject } from '../json.ts'
import { type Bounds, countOne, newTally, type Outcome, type Tally } from '../outcome.ts'
import { randomOf, seedFor } from '../random.ts'
import { smallest } from '../smaller.ts'
import { controllerPods, objectIn } from './controller-pods.ts'
import { createPods, makeBounds, setUsed, usedOf } from './fresh-namespace.ts'
import { agrees, lowPriority, ourPods, refIn, type Sides, told } from './pod-answers.ts'
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
  for (
    let asked = 0;
    asked < Math.max(bounds.cases, given.length) && performance.now() < bounds.until;
    asked += together
  ) {
    const known = given.slice(asked, asked + together)
    const more = Math.min(together, bounds.cases - asked) - known.length
    found.push(
      ...(await judgeAll(api, [...known, ...random.list(Math.max(0, more), () => inventScenario(random))], tally)),
    )
  }
  for (const scenario of found.slice(0, bounds.show)) tally.disagreements.push(await shrunk(api, scenario))
  const tookSeconds = (performance.now() - started) / 1000
  return {
    comparison: asks,
    says: 'pods really created under ranges and quotas: how many, refused by whom',
    ...tally,
    tookSeconds,
  }
}

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
      else if (count(await surely(api, scenario, await bothSides(api, name, scenario)), tally)) found.push(scenario)
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  return found
}

// On a busy machine the server may have seen a bound too late: what disagrees is asked once more, slowly.
async function surely(api: ApiServer, scenario: Scenario, sides: readonly Sides[]): Promise<readonly Sides[]> {
  return sides.some((side) => agrees(side) === false) ? inFresh(api, scenario, 6 * watchDelayMs) : sides
}

async function inFresh(api: ApiServer, scenario: Scenario, delayMs: number): Promise<readonly Sides[]> {
  const { name, refused } = await makeBounds(api, scenario)
  if (refused !== undefined) return []
  await pause(delayMs)
  return bothSides(api, name, scenario)
}

// A workload that is itself refused has no pods.
function isJudged(workload: JsonObject, tally: Tally): boolean {
  const { by, notModelled } = ours(workload)
  for (const field of notModelled) countOne(tally.apart, `not modelled: ${field.replace(/\[\d+\]/g, '[]')}`)
  if (by !== undefined) countOne(tally.apart, 'workloads that are themselves refused')
  return by === undefined && notModelled.length === 0
}

/** Whether any of the sides differ. */
function count(sides: readonly Sides[], tally: Tally): boolean {
  for (const side of sides) {
    const answer = agrees(side)
    if (answer === true) tally.passed++
    else if (answer === false) tally.failed++
    else countOne(tally.apart, `the server: ${side.theirs.says.replace(/"[^"]*"/g, '…').slice(0, 90)}`)
  }
  return sides.some((side) => agrees(side) === false)
}

async function bothSides(api: ApiServer, name: string, scenario: Scenario): Promise<readonly Sides[]> {
  const workloads = new Map(scenario.workloads.map((workload) => [refIn(workload), workload]))
  const admitted = ourPods(scenario).filter(({ workload }) => workloads.has(workload))
  const comesAndGoes = ({ workload }: PodAdmission) =>
    controllerPods(workloads.get(workload) ?? {})?.comesAndGoes === true
  const sides: Sides[] = []
  const ask = async (mine: PodAdmission) => {
    const workload = workloads.get(mine.workload) ?? {}
    const wanted = controllerPods(workload)?.count ?? mine.wanted
    const { created, answer } = await createPods(api, name, workload, wanted)
    sides.push({
      mine,
      theirs: { workload: mine.workload, created, ...(answer?.by && { by: answer.by }), says: answer?.says ?? '' },
    })
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

async function shrunk(api: ApiServer, found: Scenario) {
  const asked = await smallest(
    found as unknown as JsonObject,
    async (json) => {
      const candidate = json as unknown as Scenario
      if (!isWhole(candidate)) return false
      return (await inFresh(api, candidate, watchDelayMs)).some((side) => agrees(side) === false)
    },
    120,
  )
  const sides = await inFresh(api, asked as unknown as Scenario, 6 * watchDelayMs)
  return {
    comparison: asks,
    asked,
    ours: sides.map(({ mine }) => told(mine)),
    theirs: sides.map(({ theirs }) => ({ ...theirs }) as Json),
  }
}

// Shrinking may take a workload apart until no server would take it: then nothing would be learnt.
function isWhole({ ranges, quotas, workloads }: Scenario): boolean {
  if (![ranges, quotas, workloads].every(Array.isArray)) return false
  return [...ranges, ...quotas, ...workloads].every(
    (one) => objectIn(one, 'metadata').name !== undefined && ours(one).by === undefined,
  )
}

/** What the reference estates put into each namespace. */
export function scenariosOf(estates: readonly Estate[]): readonly Scenario[] {
  return estates.flatMap(({ objects }) => {
    const namespaces = [...new Set(objects.map(({ ref }) => partsOf(ref).namespace))]
      .filter((name) => name !== '')
      .sort()
    return namespaces.map((namespace): Scenario => {
      const here = objects.filter(({ ref }) => partsOf(ref).namespace === namespace)
      const manifests = here.map(({ manifest }) => asJson(manifest) as JsonObject)
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
