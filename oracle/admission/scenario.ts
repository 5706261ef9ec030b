import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'

/** A namespace: what bounds it, and what wants to run in it. */
export interface Scenario {
  readonly ranges: readonly JsonObject[]
  readonly quotas: readonly JsonObject[]
  readonly workloads: readonly JsonObject[]
}

const cpus = ['10m', '50m', '100m', '0.25', '500m', '1', '1500m', '2', '4']
const memories = ['16Mi', '64Mi', '128M', '128Mi', '256Mi', '1G', '1Gi', '1.5Gi', '4Gi']
const ladders: Record<string, readonly string[]> = { cpu: cpus, memory: memories, 'ephemeral-storage': memories }

/** Amounts are few and near each other, so that bounds are met, missed and hit exactly. */
export function inventScenario(random: Random): Scenario {
  const steady = random.list(random.int(1, 3), () => inventSteady(random))
  const run = random.list(random.int(0, 1), () => inventRun(random))
  return {
    ranges: random.chance(0.65) ? [inventRange(random)] : [],
    quotas: random
      .list(random.pick([0, 1, 1, 1, 2]), () => inventQuota(random))
      .map((quota, at) => named(quota, `quota-${at}`)),
    workloads: [...steady, ...run].map((workload, at) => named(workload, `work-${at}`)),
  }
}

function named(json: JsonObject, name: string): JsonObject {
  return { ...json, metadata: { name } }
}

function inventRange(random: Random): JsonObject {
  const container = random.chance(0.9)
    ? [{ type: 'Container', ...bounds(random, ['min', 'defaultRequest', 'default', 'max'], 0.4) }]
    : []
  const pod = random.chance(0.3) ? [{ type: 'Pod', ...bounds(random, ['min', 'max'], 0.5) }] : []
  return { apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'range' }, spec: { limits: [...container, ...pod] } }
}

// One climb of the ladder for each resource, so that the range is one that the server takes.
function bounds(random: Random, rungs: readonly string[], often: number): JsonObject {
  const climbs = ['cpu', 'memory'].map((resource) => {
    const climb = random.list(rungs.length, () => random.int(0, 8)).sort((a, b) => a - b)
    return [resource, climb.map((step) => ladders[resource]?.[step] ?? '')] as const
  })
  const found = rungs.map((rung, at): [string, [string, string][]] => [
    rung,
    climbs.flatMap(([resource, climb]): [string, string][] =>
      random.chance(often) ? [[resource, climb[at] ?? '']] : [],
    ),
  ])
  const ratios = random.chance(0.25) ? [[random.pick(['cpu', 'memory']), random.pick(['1', '2', '2.5', '4'])]] : []
  const all = [...found, ['maxLimitRequestRatio', ratios] as const].filter(([, amounts]) => amounts.length > 0)
  return Object.fromEntries(all.map(([rung, amounts]) => [rung, Object.fromEntries(amounts)]))
}

const quotaResources = [
  'requests.cpu',
  'requests.memory',
  'limits.cpu',
  'limits.memory',
  'cpu',
  'memory',
  'pods',
  'count/pods',
  'requests.ephemeral-storage',
  'limits.ephemeral-storage',
]
const scopes = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating']

function inventQuota(random: Random): JsonObject {
  const hard = Object.fromEntries(
    random.list(random.int(1, 4), () => random.pick(quotaResources)).map((name) => [name, inventHard(name, random)]),
  )
  const scope = random.chance(0.2) ? random.pick(scopes) : undefined
  if (scope === 'BestEffort') return quota({ hard: { pods: String(random.int(0, 6)) }, scopes: [scope] })
  const priority = {
    matchExpressions: [{ scopeName: 'PriorityClass', operator: random.pick(['In', 'NotIn']), values: ['low'] }],
  }
  if (random.chance(0.1)) return quota({ hard, scopeSelector: priority })
  return quota({ hard, ...(scope && { scopes: [scope] }) })
}

function quota(spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'ResourceQuota', spec }
}

function inventHard(name: string, random: Random): string {
  if (name.endsWith('pods')) return String(random.int(0, 8))
  return name.endsWith('cpu')
    ? random.pick(['100m', '0.5', '1', '2', '3', '4', '8'])
    : random.pick(['64Mi', '512Mi', '1Gi', '2G', '4Gi', '8Gi'])
}

function inventSteady(random: Random): JsonObject {
  const kind = random.pick(['Deployment', 'Deployment', 'StatefulSet', 'Pod'])
  const template = { metadata: { labels: { app: 'a' } }, spec: inventPod(random, false) }
  if (kind === 'Pod') return { apiVersion: 'v1', kind, spec: template.spec }
  const selector = { matchLabels: { app: 'a' } }
  return { apiVersion: 'apps/v1', kind, spec: { replicas: random.int(0, 5), selector, template } }
}

function inventRun(random: Random): JsonObject {
  const template = { spec: inventPod(random, true) }
  const job = { parallelism: random.int(1, 3), completions: random.int(1, 4), template }
  if (random.chance(0.5)) return { apiVersion: 'batch/v1', kind: 'Job', spec: job }
  return { apiVersion: 'batch/v1', kind: 'CronJob', spec: { schedule: '0 * * * *', jobTemplate: { spec: job } } }
}

function inventPod(random: Random, ends: boolean): JsonObject {
  const containers = random
    .list(random.pick([1, 1, 2]), () => inventContainer(random))
    .map((one, at) => ({ ...one, name: `c${at}` }))
  const init = random.chance(0.25)
    ? { ...inventContainer(random), name: 'init', ...(random.chance(0.5) && { restartPolicy: 'Always' }) }
    : undefined
  return {
    containers,
    ...(init && { initContainers: [init] }),
    ...(ends && { restartPolicy: 'Never' }),
    ...(random.chance(0.1) && { activeDeadlineSeconds: 60 }),
    ...(random.chance(0.1) && { priorityClassName: 'low' }),
    ...(random.chance(0.06) && { resources: inventResources(random, 0.8) }),
  }
}

function inventContainer(random: Random): JsonObject {
  return { image: 'x', ...(random.chance(0.75) && { resources: inventResources(random, 0.65) }) }
}

function inventResources(random: Random, often: number): JsonObject {
  const [requests, limits]: [Record<string, string>, Record<string, string>] = [{}, {}]
  for (const resource of random.chance(0.15) ? ['cpu', 'memory', 'ephemeral-storage'] : ['cpu', 'memory']) {
    const [low = 0, high = 0] = [random.int(0, 8), random.int(0, 8)].sort((a, b) => a - b)
    if (random.chance(often)) requests[resource] = ladders[resource]?.[low] ?? ''
    if (random.chance(often)) limits[resource] = ladders[resource]?.[high] ?? ''
  }
  return { ...(Object.keys(requests).length > 0 && { requests }), ...(Object.keys(limits).length > 0 && { limits }) }
}
