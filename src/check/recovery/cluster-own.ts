// What a cluster alone holds, and is gone with it: what its API server was told, and the keys that open what is sealed. Whoever
// promises that a place comes back from anything promises these as well (kubernetes.io/docs/tasks/administer-cluster/
// configure-upgrade-etcd: Backing up an etcd cluster; github.com/bitnami-labs/sealed-secrets, FAQ: "If you want to make a backup
// of the encryption private keys").

import { managedClusterOf } from '../../knowledge/managed-clusters.ts'
import { cadenceSeconds, longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Environment, SecretStore } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { asDeclared } from '../security/as-declared.ts'
import { sealingIn, USUAL_RENEWAL } from '../security/sealing.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'
import { standbysOf } from './elsewhere.ts'
import { isOf } from './promised-time.ts'
import type { Recovers } from './store-recovery.ts'

export type ClusterOwnParts = {
  /** `by`: what applies it again, or takes copies of it. */
  etcd: { readonly cluster: string; readonly by?: string; readonly every?: string; readonly to?: string }
  opened: { readonly store: string; readonly every?: string; readonly renews: string }
}

type Parts = readonly AnyPart<ClusterOwnParts>[]

/** Of an environment that is promised back whole, or with what is under it, after its cluster was lost. */
export function clusterOwnParts(environment: Environment, promise: Recovers, world: World): Parts {
  const { part: half, from } = promise
  if (half === 'data' || !takesCluster(from)) return []
  return [
    ...(isAsked(environment, half, world) ? etcdPart(environment, promise, world) : []),
    ...sealingIn([environment], world).map((store) => openedPart(store, promise, world)),
  ]
}

// What stands by has a control plane of its own: callers do without that of what is lost.
function isAsked(environment: Environment, half: Recovers['part'], world: World): boolean {
  return half === 'infrastructure' || (half === undefined && standbysOf(environment, world).length === 0)
}

function takesCluster(from: Recovers['from']): boolean {
  return from === undefined || (from.kind === 'loss' && (from.of === 'cluster' || from.of === 'region'))
}

// Nobody says who keeps it: then nobody says that it is one's own to bring back.
function etcdPart(environment: Environment, { by, stated, from }: Recovers, world: World): Parts {
  const { name, controlPlane, distribution } = environment.on
  if (controlPlane === undefined || controlPlane === 'managed' || managedClusterOf(distribution)) return []
  const { snapshots } = controlPlane
  const again = appliedBy(environment, by, from, world)
  const to = snapshots?.to?.name
  const every = snapshots && `${snapshots.every}`
  const because = { cluster: name, ...(again && { by: again }), ...(every && { every }), ...(to && { to }) }
  const more = {
    cause: `etcd/${name}`,
    waitsFor: `what brings back what etcd of ${name} holds: snapshots of its controlPlane, or a delivery that applies it again`,
    hint: "controlPlane: { snapshots: { every: '6h', to: outside('another region') } }, or a delivery that applies it again",
    stated: [stated, controlPlane.stated, snapshots?.stated],
  }
  if (again !== undefined) return [part('etcd', true, because, more)]
  if (to === undefined) return [part('etcd', undefined, because, more)]
  const says = `a snapshot of etcd of ${name} is taken every ${every} and lies in ${to}, as declared`
  const declared = asDeclared(`etcd/${name}`, says, world)
  return [part('etcd', declared.truth, because, { ...more, assumes: declared.assumes })]
}

/** Who applies again what ran there. */
function appliedBy(
  { name }: Environment,
  by: Recovers['by'],
  from: Recovers['from'],
  { plans }: World,
): string | undefined {
  const delivery = plans?.deliveries.find(({ applies }) => applies.some((one) => one.name === name))
  if (delivery) return delivery.name
  const prepared = (plans?.scenarios ?? []).filter(
    (one) => one.in.name === name && takesCluster(one.of) && isOf(from, one.of),
  )
  const procedures = [by, ...prepared.map((one) => one.by)]
  return procedures.find((one) => one?.steps.some(({ does }) => does === 'deploy'))?.name
}

// What was sealed since the last copy of the keys is sealed with one that no copy has.
function openedPart(
  { name, copiesKey, renewsKey = USUAL_RENEWAL, stated }: SecretStore,
  promise: Recovers,
  world: World,
): AnyPart<ClusterOwnParts> {
  const because = { store: name, renews: `${renewsKey}`, ...(copiesKey !== undefined && { every: `${copiesKey}` }) }
  const more = {
    cause: `sealing-key/${name}`,
    waitsFor: `how often the keys of ${name} are copied out of the cluster: copiesKey`,
    hint: "copiesKey: 'week', to where the cluster cannot take them along",
    stated: [promise.stated, stated],
  }
  if (copiesKey === undefined) return part('opened', undefined, because, more)
  if (longestCadenceSeconds(copiesKey) > cadenceSeconds(renewsKey)) return part('opened', false, because, more)
  const says = `the keys of ${name} are copied every ${copiesKey} to where the cluster cannot take them along, as declared`
  const declared = asDeclared(`opened/${name}`, says, world)
  return part('opened', declared.truth, because, { ...more, assumes: declared.assumes })
}

export const clusterOwnWords = {
  etcd: ({ cluster, by, every, to }: ClusterOwnParts['etcd']): string => {
    if (by !== undefined) return `what etcd of ${cluster} holds is applied again by ${by}`
    if (every === undefined)
      return `nobody says that a copy of what etcd of ${cluster} holds is taken, nor what applies it again`
    const taken = `a copy of what etcd of ${cluster} holds is taken every ${every}`
    return `${taken}, and ${to === undefined ? 'nobody says where it lies' : `lies in ${to}`}`
  },
  opened: ({ store, every, renews }: ClusterOwnParts['opened'], truth: Truth): string => {
    const keys = `what ${store} has sealed opens with keys that lie in the cluster alone`
    if (every === undefined) return `${keys}, and nobody says that they are copied`
    if (truth === false) return `${keys}: they are copied every ${every}, and a new one comes every ${renews}`
    return `the keys that open what ${store} has sealed are copied every ${every}`
  },
}
