// Every object of a cluster: made from its environments, written by hand, brought by the distribution.

import { type Manifest, type Ref, refOf } from '../../kubernetes/types.ts'
import type { Cluster, Environment } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { broughtObjects } from '../brought.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { completeNamespaces } from '../namespaces.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { written } from './adopt.ts'
import { backupClaim, stateClaims } from './claim.ts'
import { cronJob } from './cron-job.ts'
import { deployment } from './deployment.ts'
import { disruptionBudget } from './disruption-budget.ts'
import { limitRange } from './limit-range.ts'
import type { Member } from './members.ts'
import { namespace } from './namespace.ts'
import { backupsBy, endpointsOf, type Placed, statesOf } from './placed.ts'
import { resourceQuota } from './resource-quota.ts'
import { roleObjects } from './role.ts'
import { service } from './service.ts'
import { statefulSet } from './stateful-set.ts'
import { storageClass } from './storage-class.ts'

/** Sorted by ref; what is written by hand replaces what was made for the same ref. */
export function objectsOf(
  cluster: Cluster,
  environments: readonly Environment[],
  members: readonly Member[],
): readonly EstateObject[] {
  const brought = broughtObjects(cluster)
  const made = [
    ...environments.flatMap(environmentObjects),
    ...members.flatMap(({ workloads }) => workloads.flatMap(workloadObjects)),
    ...classObjects(cluster, brought),
  ]
  const objects = adopt([...made, ...brought], environments.flatMap(written))
  return sortedBy(completeNamespaces(objects), ({ ref }) => ref)
}

function environmentObjects(environment: Environment): EstateObject[] {
  const { name, namespace: space, labels, quota, limits, roles, stated } = environment
  const object = (manifest: Manifest | undefined, said: Stated | undefined, by: object = environment) =>
    manifest ? [made(manifest, { environment: name, source: sourceOf(by, said, stated) })] : []
  return [
    ...object(namespace(space, labels), undefined),
    ...object(resourceQuota(environment), quota?.stated),
    ...object(limitRange(environment), limits?.stated),
    ...sortedBy(roles, (role) => role.name).flatMap((role) =>
      roleObjects(role, environment).flatMap((manifest) => object(manifest, role.stated, role)),
    ),
  ]
}

function workloadObjects(placed: Placed): EstateObject[] {
  const { component, environment, traits, workload } = placed
  const object = (manifest: Manifest | undefined, ...said: readonly (Stated | undefined)[]) =>
    manifest
      ? [
          made(manifest, {
            component: component.name,
            environment: environment.name,
            source: sourceOf(component, ...said, traits.stated),
          }),
        ]
      : []
  return [
    ...[deployment, statefulSet].flatMap((make) => object(make(placed))),
    ...object(cronJob(placed), backupsBy(placed)[0]?.stated),
    ...endpointsOf(placed).flatMap((endpoint) => object(service(placed, endpoint), endpoint.stated)),
    ...object(disruptionBudget(placed), workload.budget?.stated),
    ...stateClaims(placed).flatMap((claim, index) => object(claim, statesOf(placed)[index]?.stated)),
    ...backupsBy(placed).flatMap((backup) =>
      object(backupClaim(placed, backup), backup.to.is === 'volume' ? backup.to.stated : undefined, backup.stated),
    ),
  ]
}

function classObjects(cluster: Cluster, brought: readonly EstateObject[]): EstateObject[] {
  const there = new Set(brought.map(({ ref }) => ref))
  return Object.entries(cluster.storage)
    .filter(([name]) => !there.has(`StorageClass//${name}`))
    .map(([name, declared]) =>
      made(storageClass(name, declared), { source: sourceOf(cluster, declared.stated, cluster.stated) }),
    )
}

function made(manifest: Manifest, of: Pick<EstateObject, 'component' | 'environment' | 'source'>): EstateObject {
  return given<EstateObject>({ ref: refOf(manifest), manifest, origin: 'lowered', ...of })
}

function adopt(objects: readonly EstateObject[], written: readonly EstateObject[]): readonly EstateObject[] {
  const byRef = new Map<Ref, EstateObject>()
  for (const object of objects) if (!byRef.has(object.ref)) byRef.set(object.ref, object)
  for (const object of written) {
    const replaced = byRef.get(object.ref)
    byRef.set(object.ref, given<EstateObject>({ component: replaced?.component, ...object }))
  }
  return [...byRef.values()]
}
