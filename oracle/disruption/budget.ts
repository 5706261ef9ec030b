import { type BudgetStatus, budgetStatus, type GuardingBudget } from '../../src/engine/disruption/budget-status.ts'
import {
  builtInKinds,
  type Owner,
  type ScaledWorkload,
  type ScaleFault,
} from '../../src/engine/disruption/expected-scale.ts'
import type { LabelSelector } from '../../src/kubernetes/types.ts'
import { isObject, type Json, type JsonObject, sameText } from '../json.ts'
import type { Random } from '../random.ts'
import type { ValueComparison } from '../values/comparison.ts'

interface Asked {
  readonly budgets: readonly (Omit<GuardingBudget, 'disruptedSeconds'> & {
    readonly disrupted?: { [pod: string]: number }
  })[]
  readonly pods: readonly {
    readonly name: string
    readonly labels: { readonly [key: string]: string }
    readonly ready: boolean
    readonly terminating: boolean
    readonly owner?: Owner
  }[]
  readonly workloads: readonly ScaledWorkload[]
}

/** The status of budgets over pods of one namespace. */
export const budget: ValueComparison = {
  asks: 'budget',
  says: 'what budgets allow, of pods of every kind',
  cases: 5_000,
  invent: (random) => {
    for (;;) {
      const asked = inventBudgets(random) as unknown as JsonObject
      if (wellFormed(asked)) return asked
    }
  },
  ours: (asked) => ourStatuses(asked as unknown as Asked),
  compared,
  alike,
  wellFormed,
}

const plurals: { readonly [kind: string]: string } = {
  DaemonSet: 'daemonsets.apps',
  Job: 'jobs.batch',
  Node: 'nodes',
  Appliance: 'appliances.acme.io',
}

const kinds = new Map([...builtInKinds, ['acme.io/v1 Fleet', 'scale'], ['acme.io/v1 Appliance', 'no scale']] as const)

function ourStatuses({ budgets, pods, workloads }: Asked): Json {
  const guarded = pods.map(({ ready, terminating, ...pod }) => ({ ...pod, isReady: ready, isTerminating: terminating }))
  const statuses = budgets.map(({ disrupted = {}, ...one }) => {
    const seconds = new Map(Object.entries(disrupted))
    return [one.name, said(budgetStatus({ ...one, disruptedSeconds: seconds }, { pods: guarded, workloads, kinds }))]
  })
  return Object.fromEntries(statuses)
}

function said(status: BudgetStatus): Json {
  if (status.reason === 'SyncFailed') {
    const may = status.faults.map((fault) => ('owner' in fault ? messageOf(fault) : 'invalid value for IntOrString'))
    return { mayFail: may, disruptionsAllowed: 0 }
  }
  const { weighed: _, ...counted } = status
  return { ...counted }
}

function messageOf({ pod, owner, why }: ScaleFault): string {
  if (why === 'no such controller') return `found no controllers for pod ${JSON.stringify(pod)}`
  if (why === 'no scale') return `${plurals[owner.kind]} does not implement the scale subresource`
  return `no matches for kind ${JSON.stringify(owner.kind)} in version ${JSON.stringify(owner.apiVersion)}`
}

/** The lists of pods are sets. */
function compared(answer: Json): Json {
  return eachStatus(answer, (status) =>
    Array.isArray(status.disruptedPods) ? { ...status, disruptedPods: [...status.disruptedPods].sort() } : status,
  )
}

// The controller stops at the first pod that it cannot count, in an order that is nobody's.
function alike(ours: Json, theirs: Json): boolean {
  if (!isObject(theirs)) return false
  const said = eachStatus(ours, (status, name) => {
    const other = theirs[name]
    const failed = isObject(other) && typeof other.failed === 'string' ? other.failed : undefined
    const may = Array.isArray(status.mayFail) ? status.mayFail : []
    return failed !== undefined && may.some((one) => failed.includes(`${one}`))
      ? { failed, disruptionsAllowed: 0 }
      : status
  })
  return sameText(compared(said)) === sameText(compared(theirs))
}

function eachStatus(answer: Json, made: (status: JsonObject, name: string) => JsonObject): Json {
  if (!isObject(answer)) return answer
  return Object.fromEntries(
    Object.entries(answer).map(([name, status]) => [name, isObject(status) ? made(status, name) : status]),
  )
}

function inventBudgets(random: Random): Asked {
  const workloads = random.list(random.int(0, 4), () => random).flatMap((_, at) => inventWorkload(random, `w${at}`))
  const pods = random.list(random.int(0, 7), () => random).map((_, at) => inventPod(random, `p${at}`, workloads))
  const budgets = random
    .list(random.int(1, 2), () => random)
    .map((_, at) => inventBudget(random, `b${at}`, pods.length))
  return { budgets, pods, workloads }
}

function inventWorkload(random: Random, name: string): ScaledWorkload[] {
  const replicas = random.int(0, 6)
  const [apiVersion, kind] = random.weighted([
    [3, ['apps/v1', 'ReplicaSet']],
    [2, ['apps/v1', 'StatefulSet']],
    [1, ['v1', 'ReplicationController']],
    [1, ['acme.io/v1', 'Fleet']],
    [4, ['apps/v1', 'Deployment']],
  ] as const)
  if (kind !== 'Deployment') return [{ apiVersion, kind, name, uid: name, replicas }]
  const owner = { apiVersion, kind, name, uid: name }
  const sets = random
    .list(random.int(1, 2), () => random)
    .map((_, at) => ({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: `${name}${at}`,
      uid: `${name}${at}`,
      replicas: random.int(0, 4),
      owner: random.chance(0.9) ? owner : oddOwner(random, owner),
    }))
  return [...(random.chance(0.9) ? [{ ...owner, replicas }] : []), ...sets]
}

function inventPod(random: Random, name: string, workloads: readonly ScaledWorkload[]): Asked['pods'][number] {
  const owners = workloads.filter(({ kind }) => kind !== 'Deployment')
  const labels = { ...(random.chance(0.9) && { a: random.pick(['x', 'y']) }), ...(random.chance(0.5) && { b: 'z' }) }
  const pod = { name, labels, ready: random.chance(0.75), terminating: random.chance(0.12) }
  if (random.chance(0.15) || owners.length === 0)
    return random.chance(0.9) ? pod : { ...pod, owner: random.pick(strangers) }
  const { apiVersion, kind, name: of, uid } = random.pick(owners)
  const owner = { apiVersion, kind, name: of, uid }
  return { ...pod, owner: random.chance(0.96) ? owner : oddOwner(random, owner) }
}

const strangers: readonly Owner[] = [
  { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'd', uid: 'd' },
  { apiVersion: 'batch/v1', kind: 'Job', name: 'j', uid: 'j' },
  { apiVersion: 'v1', kind: 'Node', name: 'n', uid: 'n' },
  { apiVersion: 'acme.io/v1', kind: 'Appliance', name: 'a', uid: 'a' },
  { apiVersion: 'acme.io/v1', kind: 'Fleet', name: 'f', uid: 'f' },
  { apiVersion: 'acme.io/v2', kind: 'Fleet', name: 'f', uid: 'f2' },
  { apiVersion: 'extensions/v1beta1', kind: 'ReplicaSet', name: 'r', uid: 'r' },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'r', uid: 'r1' },
]

function oddOwner(random: Random, owner: Owner): Owner {
  return random.pick<(one: Owner) => Owner>([
    (one) => ({ ...one, uid: `${one.uid}-other` }),
    (one) => ({ ...one, name: `${one.name}-other`, uid: `${one.uid}-gone` }),
    (one) => ({ ...one, apiVersion: 'extensions/v1beta1' }),
    (one) => ({ ...one, apiVersion: 'acme.io/v1' }),
    (one) => ({ ...one, apiVersion: 'acme.io/v1', kind: 'Fleet' }),
  ])(owner)
}

function inventBudget(random: Random, name: string, pods: number): Asked['budgets'][number] {
  const selector = random.weighted([
    [5, { matchLabels: { a: 'x' } }],
    [3, { matchExpressions: [{ key: 'a', operator: 'Exists' as const }] }],
    [2, {}],
    [1, undefined],
  ])
  const amount = () =>
    random.weighted<() => number | string>([
      [5, () => random.int(0, 5)],
      [5, () => `${random.pick([0, 1, 10, 25, 33, 34, 50, 66, 67, 90, 99, 100])}%`],
      [1, () => random.pick(['some', '', '5', '150%'])],
    ])()
  const which = random.weighted([
    [5, 'minAvailable'],
    [5, 'maxUnavailable'],
    [1, 'both'],
    [1, 'neither'],
  ])
  const disrupted = Object.fromEntries(
    random.list(random.int(0, 2), () => [`p${random.int(0, pods)}`, random.pick([0, 5, 119, 120, 121, 500])]),
  )
  return {
    name,
    ...(selector && { selector }),
    ...((which === 'minAvailable' || which === 'both') && { minAvailable: amount() }),
    ...((which === 'maxUnavailable' || which === 'both') && { maxUnavailable: amount() }),
    disrupted,
  }
}

function wellFormed(asked: JsonObject): boolean {
  const { budgets, pods, workloads } = asked as unknown as Partial<Asked>
  if (!Array.isArray(budgets) || !Array.isArray(pods) || !Array.isArray(workloads)) return false
  const isText = (text: unknown) => typeof text === 'string' && text !== ''
  const isOwner = (one: Owner | undefined) =>
    one === undefined || (isText(one.name) && isText(one.uid) && known.has(one.apiVersion) && known.has(one.kind))
  const names = [...pods, ...budgets].map(({ name }) => name)
  return (
    names.every(isText) &&
    new Set(names).size === names.length &&
    budgets.every(({ selector }) => isSelector(selector)) &&
    pods.every(({ owner, labels }) => isOwner(owner) && labels !== undefined) &&
    isOrderless(pods) &&
    workloads.every((one) => isOwner(one) && isOwner(one.owner) && Number.isInteger(one.replicas)) &&
    new Set(workloads.map(({ uid }) => uid)).size === workloads.length
  )
}

function isSelector(selector: LabelSelector | undefined): boolean {
  return (selector?.matchExpressions ?? []).every(({ key, operator }) => key === 'a' && operator === 'Exists')
}

// A controller that was found once is not looked up again by its uid: with two references to one uid the order would decide.
function isOrderless(pods: Asked['pods']): boolean {
  const texts = new Map<string, string>()
  return pods.every(({ owner }) => {
    if (!owner) return true
    const text = sameText({ ...owner })
    const before = texts.get(owner.uid)
    texts.set(owner.uid, text)
    return before === undefined || before === text
  })
}

const known = new Set(
  [...kinds.keys(), 'acme.io/v2 Fleet', 'extensions/v1beta1 ReplicaSet'].flatMap((key) => key.split(' ')),
)
