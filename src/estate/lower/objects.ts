// Every object of a cluster: made from its environments, written by hand, brought by the distribution.

import type { Ref } from '../../kubernetes/types.ts'
import type { Alert, Cluster, Environment } from '../../platform/model.ts'
import { balancers, broughtObjects } from '../brought.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { completeNamespaces } from '../namespaces.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { watchingObjects } from '../watching/watching-objects.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { written } from './adopt.ts'
import { asInFiles } from './as-in-files.ts'
import { environmentObjects } from './environment-objects.ts'
import { lowered } from './lowered.ts'
import type { Member } from './members.ts'
import { storageClass } from './storage-class.ts'
import { workloadObjects } from './workload-objects.ts'

interface Around {
  readonly lines: Lines
  readonly alerts?: readonly Alert[]
  /** What stands in files in place of what is made. */
  readonly inFiles?: readonly EstateObject[] | undefined
}

/** Sorted by ref; what is written by hand replaces what was made for the same ref. */
export function objectsOf(
  cluster: Cluster,
  environments: readonly Environment[],
  members: readonly Member[],
  { lines, alerts = [], inFiles }: Around,
): readonly EstateObject[] {
  const brought = broughtObjects(cluster)
  const made = [
    ...environments.flatMap((environment) => environmentObjects(environment, lines)),
    ...members.flatMap(({ workloads }) => workloads.flatMap(workloadObjects)),
    ...watchingObjects(members, alerts),
    ...classObjects(cluster, brought, lines),
  ]
  const byHand = environments.flatMap((environment) => written(environment, lines))
  const adopted = adopt([...made, ...brought], byHand)
  const declared = adopt([...adopted, ...balancers(cluster, adopted)], [])
  const standing = inFiles ? asInFiles(declared, inFiles, { environments, members }) : declared
  return sortedBy(completeNamespaces(standing), ({ ref }) => ref)
}

function classObjects(cluster: Cluster, brought: readonly EstateObject[], lines: Lines): EstateObject[] {
  const there = new Set(brought.map(({ ref }) => ref))
  return Object.entries(cluster.storage)
    .filter(([name]) => !there.has(`StorageClass//${name}`))
    .map(([name, declared]) => {
      const source = sourceOf(cluster, declared.stated, cluster.stated)
      return lowered(storageClass(name, declared), {
        source: withLines(source, (path) => lines(cluster, ['storage', name, ...path])),
      })
    })
}

function adopt(objects: readonly EstateObject[], byHand: readonly EstateObject[]): readonly EstateObject[] {
  const byRef = new Map<Ref, EstateObject>()
  for (const object of objects) if (!byRef.has(object.ref)) byRef.set(object.ref, object)
  for (const object of byHand) {
    const replaced = byRef.get(object.ref)
    byRef.set(object.ref, given<EstateObject>({ component: replaced?.component, ...object }))
  }
  return [...byRef.values()]
}
