// What a file of promises may name: workloads and namespaces, each found without going over the objects again.

import { isWorkload } from '../../engine/pods/workload-kinds.ts'
import type { Estate, EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'

export interface Place {
  /** A namespace, or absent: the cluster as a whole. */
  readonly environment?: string
  readonly namespace?: string
  readonly cluster: string
}

/** One workload. */
export interface Named extends Place {
  readonly ref: Ref
  readonly environment: string
  readonly namespace: string
  readonly name: string
  /** What stands in ids: its name, with its kind where another in its namespace has the same. */
  readonly title: string
  readonly object: EstateObject
}

export interface Index {
  readonly estates: readonly Estate[]
  /** By reference; a resource of an operator leads to the workloads that are made of it. */
  readonly workloads: ReadonlyMap<string, readonly Named[]>
  /** By the name in ids, by namespace, and by cluster. */
  readonly places: ReadonlyMap<string, readonly Place[]>
  readonly inPlace: (place: Place) => readonly Named[]
}

export function indexOf(estates: readonly Estate[]): Index {
  const named = estates.flatMap(workloadsOf)
  const workloads = new Map<string, Named[]>()
  for (const one of named) for (const key of namesOf(one)) workloads.set(key, [...(workloads.get(key) ?? []), one])
  const inPlace = Map.groupBy(named, ({ cluster, namespace }) => `${cluster}\0${namespace}`)
  return {
    estates,
    workloads,
    places: placesOf(estates),
    inPlace: ({ cluster, namespace }) => inPlace.get(`${cluster}\0${namespace}`) ?? [],
  }
}

/** By itself, and by the resources that it is made of. */
function namesOf({ ref, object }: Named): ReadonlySet<string> {
  const { by = ref, part = ref } = object.source.made ?? {}
  return new Set([ref, by, part])
}

// What another object's controller has made is promised with that object.
function workloadsOf({ objects, environments, cluster }: Estate): readonly Named[] {
  const shown = objects.filter((object) => isWorkload(object) && !isOwned(object))
  const byName = Map.groupBy(shown, ({ ref }) => placeAndName(ref))
  const names = new Map(environments.map(({ namespace, name }) => [namespace, name]))
  return shown
    .toSorted((a, b) => byCodePoint(a.ref, b.ref))
    .map((object) => {
      const { kind, namespace, name } = partsOf(object.ref)
      const alike = byName.get(placeAndName(object.ref))?.length ?? 0
      const title = alike > 1 ? `${kind}/${name}` : name
      const environment = names.get(namespace) ?? namespace
      return { ref: object.ref, environment, namespace, cluster, name, title, object }
    })
}

function placeAndName(ref: Ref): string {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}

function isOwned({ manifest }: EstateObject): boolean {
  return fieldsIn(fieldsAt(manifest, 'metadata').ownerReferences).some(({ controller }) => controller === true)
}

function placesOf(estates: readonly Estate[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  const add = (key: string, place: Place) => places.set(key, [...(places.get(key) ?? []), place])
  for (const { environments, cluster } of estates) {
    for (const { name, namespace } of environments)
      for (const key of new Set([name, namespace])) add(key, { environment: name, namespace, cluster })
  }
  // A namespace of the same name is meant before the cluster.
  for (const { cluster } of estates) if (!places.has(cluster)) add(cluster, { cluster })
  return places
}

/** Jobs come and go: they are named one by one, or asked for. */
export function isJob({ ref }: Named): boolean {
  return /^(Job|CronJob)\//.test(ref)
}

/** Labels that its pods carry, as far as its manifest shows them. */
export function podLabelsOf({ object: { manifest } }: Named): { readonly [key: string]: unknown } {
  if (manifest.kind === 'Pod') return fieldsAt(manifest, 'metadata', 'labels')
  const spec = fieldsAt(manifest, 'spec')
  const template = manifest.kind === 'CronJob' ? fieldsAt(spec, 'jobTemplate', 'spec') : spec
  return fieldsAt(template, 'template', 'metadata', 'labels')
}
