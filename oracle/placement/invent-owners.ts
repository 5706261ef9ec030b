import type { JsonObject } from '../json.ts'
import { apps, namespaces } from './vocabulary.ts'
import type { World } from './world.ts'

/** Namespaces, and what selects pods from outside them: Services and owners, by which pods are spread, and budgets. */
export function inventOwners(world: World): void {
  const { random, has, others } = world
  for (const name of namespaces) if (random.chance(0.97)) others.push(namespace(world, name))
  for (const app of apps) {
    if (has.has('defaultSpread') && random.chance(0.5)) others.push(service(app))
    if (has.has('budgets')) others.push(...budgets(world, app))
  }
  if (!has.has('defaultSpread')) return
  for (const kind of ['ReplicaSet', 'StatefulSet', 'ReplicationController'] as const) others.push(owner(kind))
}

function namespace({ random }: World, name: string): JsonObject {
  const team: JsonObject = random.chance(0.8) ? { team: random.pick(['x', 'y']) } : {}
  const labels = { 'kubernetes.io/metadata.name': name, ...team }
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } }
}

function service(app: string): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: app, namespace: 'default' },
    spec: { selector: { app }, ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }], type: 'ClusterIP' },
  }
}

const ownerVersions = { ReplicaSet: 'apps/v1', StatefulSet: 'apps/v1', ReplicationController: 'v1' } as const
type OwnerKind = keyof typeof ownerVersions

function owner(kind: OwnerKind): JsonObject {
  const labels = { app: 'web' }
  const metadata = { name: 'owner', namespace: 'default', uid: `uid-${kind}` }
  const selector = kind === 'ReplicationController' ? labels : { matchLabels: labels }
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'x' }] } }
  return { apiVersion: ownerVersions[kind], kind, metadata, spec: { selector, template, replicas: 3 } }
}

/** What stands in a pod that one of the owners has made. */
export function ownerReference(kind: OwnerKind): JsonObject {
  return { apiVersion: ownerVersions[kind], kind, name: 'owner', uid: `uid-${kind}`, controller: true }
}

function budgets({ random, next }: World, app: string): JsonObject[] {
  if (!random.chance(0.6)) return []
  const selector: JsonObject = random.chance(0.9) ? { matchLabels: { app } } : {}
  return random.list(
    random.weighted([
      [4, 1],
      [1, 2],
    ]),
    () => {
      const disruptionsAllowed = random.pick([0, 0, 1, 2])
      // In any order, and no two of one name: an API server holds the last of them alone.
      const name = `${app}-${random.int(0, 99)}-${next()}`
      return {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name, namespace: random.pick(['default', 'default', 'blue']) },
        spec: { selector, minAvailable: 1 },
        status: {
          disruptionsAllowed,
          currentHealthy: 2,
          desiredHealthy: 1,
          expectedPods: 2,
          ...(random.chance(0.4) && { disruptedPods: evictions({ random }) }),
        },
      }
    },
  )
}

// Evictions that were granted, and whose pods are not gone yet.
function evictions({ random }: Pick<World, 'random'>): JsonObject {
  const names = Array.from({ length: 12 }, (_, at) => `stands-${at}`).filter(() => random.chance(0.4))
  return Object.fromEntries(names.map((name) => [name, '2026-01-01T00:00:00Z']))
}
