import type { JsonObject } from '../json.ts'
import { inventAffinity } from './invent-affinity.ts'
import { ownerReference } from './invent-owners.ts'
import { containerResources, podResources } from './invent-resources.ts'
import { inventSpread } from './invent-spread.ts'
import { inventVolumes } from './invent-volumes.ts'
import { apps, images, namespaces, priorityClasses } from './vocabulary.ts'
import type { World } from './world.ts'

/** A pod as somebody creates it. */
export function inventPod(world: World, name: string, priorities: readonly string[] = anyPriority): JsonObject {
  const { random, has } = world
  const app = random.pick(apps)
  const namespace = random.pick(['default', 'default', ...namespaces])
  const labels = { app, ...(random.chance(0.8) && { rev: random.pick(['1', '2']) }) }
  const kind = random.pick(['ReplicaSet', 'StatefulSet', 'ReplicationController'] as const)
  const isOwned = has.has('defaultSpread') && namespace === 'default' && random.chance(0.4)
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      ...(random.chance(0.96) && { labels }),
      ...(isOwned && { ownerReferences: [ownerReference(kind)] }),
    },
    spec: {
      ...inventContainers(world),
      ...inventRules(world, app),
      ...inventPlace(world, { namespace, name }),
      ...priority(world, priorities),
    },
  }
}

function inventContainers(world: World): JsonObject {
  const { random, has } = world
  const count = random.chance(0.15) ? 2 : 1
  const hostNetwork = has.has('ports') && random.chance(0.1)
  const containers = Array.from({ length: count }, (_, at) => container(world, `c${at}`))
  const initContainers =
    has.has('initContainers') && random.chance(0.5)
      ? Array.from({ length: random.int(1, 3) }, (_, at) => ({
          ...container(world, `i${at}`),
          ...(random.chance(0.5) && { restartPolicy: 'Always' }),
        }))
      : []
  const restartsAll = has.has('features') && random.chance(0.5)
  return {
    containers: restartsAll ? containers.map((one) => ({ ...one, ...restartRules })) : containers,
    ...(initContainers.length > 0 && { initContainers }),
    ...(has.has('podResources') && random.chance(0.25) && { resources: podResources(random) }),
    ...(hostNetwork && { hostNetwork }),
  }
}

const restartRules = {
  restartPolicy: 'Never',
  restartPolicyRules: [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }],
}

function container({ random, has }: World, name: string): JsonObject {
  const resources = containerResources(random, has)
  return {
    name,
    image: random.pick(images),
    ...(Object.keys(resources).length > 0 && { resources }),
    ...(has.has('ports') && random.chance(0.5) && { ports: [hostPort({ random })] }),
  }
}

function hostPort({ random }: Pick<World, 'random'>): JsonObject {
  const port = random.pick([80, 80, 81])
  return {
    containerPort: port,
    ...(random.chance(0.9) && { hostPort: port }),
    ...(random.chance(0.4) && { protocol: random.pick(['TCP', 'UDP', 'SCTP']) }),
    ...(random.chance(0.4) && { hostIP: random.pick(['127.0.0.1', '0.0.0.0', '10.0.0.1', '::1']) }),
  }
}

function inventRules({ random, has }: World, app: string): JsonObject {
  const affinity = inventAffinity(random, has, app)
  const spread = inventSpread(random, has, app)
  const tolerations =
    has.has('tolerations') && random.chance(0.6) ? random.list(random.int(1, 2), () => toleration({ random })) : []
  return {
    ...(affinity && { affinity }),
    ...(spread.length > 0 && { topologySpreadConstraints: spread }),
    ...(tolerations.length > 0 && { tolerations }),
    ...(has.has('nodeSelector') &&
      random.chance(0.3) && { nodeSelector: random.pick<JsonObject>([{ disk: 'ssd' }, { rack: '1' }]) }),
  }
}

function toleration({ random }: Pick<World, 'random'>): JsonObject {
  const effect = random.weighted<JsonObject>([
    [3, {}],
    [1, { effect: 'NoSchedule' }],
    [1, { effect: 'PreferNoSchedule' }],
    [1, { effect: 'NoExecute', ...(random.chance(0.5) && { tolerationSeconds: 30 }) }],
  ])
  const key = random.pick([
    'dedicated',
    'gpu',
    'second',
    'node.kubernetes.io/unschedulable',
    'node.kubernetes.io/unreachable',
  ])
  if (random.chance(0.1)) return { operator: 'Exists', ...effect }
  if (random.chance(0.4)) return { key, operator: 'Exists', ...effect }
  return { key, ...(random.chance(0.5) && { operator: 'Equal' }), value: random.pick(['1', '2', '']), ...effect }
}

const anyPriority = priorityClasses.map(({ name }) => name)

function priority({ random, has }: World, priorities: readonly string[]): JsonObject {
  return has.has('priority') && random.chance(0.7) ? { priorityClassName: random.pick(priorities) } : {}
}

function inventPlace(world: World, pod: { readonly namespace: string; readonly name: string }): JsonObject {
  const { random, has } = world
  const volumes = inventVolumes(world, pod)
  return {
    automountServiceAccountToken: false,
    ...(volumes.length > 0 && { volumes }),
    ...(has.has('overhead') && random.chance(0.4) && { runtimeClassName: random.pick(['heavy', 'on-ssd']) }),
    ...(has.has('gates') && random.chance(0.2) && { schedulingGates: [{ name: 'example.com/wait' }] }),
    ...(has.has('otherScheduler') && random.chance(0.3) && { schedulerName: 'another' }),
    ...(has.has('nodeName') && random.chance(0.3) && { nodeName: `n${random.int(0, 4)}` }),
  }
}
