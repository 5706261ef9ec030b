// Where data lies: in stores, on clusters of a region or with a provider; in what follows them elsewhere, and in copies.

import { present } from '../../platform/component/workload.ts'
import type { Component, Traits } from '../../platform/component.ts'
import { componentIn, componentsOf } from '../../platform/derive.ts'
import type { BackupPlace } from '../../platform/keeping.ts'
import type { DataKind, Environment } from '../../platform/model.ts'
import { regionsOf } from '../../platform/regions-of.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'

export interface Kept {
  readonly what: string
  /** The store, or what copies it. */
  readonly where: string
  readonly region?: string
  /** The option that says the region, and of what. */
  readonly says: string
  readonly stated?: Stated
}

/** Each place of a store, or of every store with data of that kind, in one environment. */
export function keptIn(where: Environment, what: Component | DataKind): readonly Kept[] {
  if (typeof what !== 'string') {
    const here = componentIn(where, what)
    return here ? placesOf(where, here, what.name) : []
  }
  const stores = componentsOf(where).filter((store) => traitsOf(store).holds?.some((one) => one.class === what))
  return stores.flatMap((store) => placesOf(where, store, `${what} data`))
}

function placesOf(where: Environment, store: Component, what: string): readonly Kept[] {
  const traits = traitsOf(store)
  const at = `${where.name}/${store.name}`
  const own = {
    what,
    where: at,
    region: regionOf(traits, where),
    says: saysRegion(store, where),
    stated: traits.managed?.stated ?? where.on.stated,
  }
  const others = (traits.geo ?? []).map(({ region, stated }) => ({
    what,
    where: `what follows ${at}`,
    region,
    says: `region in replicatesTo of ${store.name}`,
    stated,
  }))
  const archive = traits.operated?.archive
  const taken = [...traits.backsUp, ...(archive ? [{ name: `the log of ${store.name}`, ...archive }] : [])]
  const copies = taken.flatMap(({ name, to, stated }) =>
    regionsOfPlace(to, traits, where).map((region) => ({
      what,
      where: `${where.name}/${name}`,
      region,
      says: saysPlace(to, store, where),
      stated,
    })),
  )
  return [own, ...others, ...copies].map(present)
}

function regionOf({ managed }: Traits, where: Environment): string | undefined {
  return managed ? managed.region : where.on.region
}

function saysRegion(store: Component, where: Environment): string {
  return traitsOf(store).managed
    ? `region of the service that runs ${store.name}`
    : `region of cluster ${where.on.name}`
}

function saysPlace(to: BackupPlace | undefined, store: Component, where: Environment): string {
  if (to?.is === 'bucket') return `region and replicatesTo of bucket ${to.name}`
  if (to?.is === 'component') return saysRegion(to, where)
  if (to?.is === 'volume' && to.cluster === where.on.name) return saysRegion(store, where)
  return `a bucket that says its region, in the place of ${to?.is === 'outside' ? to.name : 'what nobody names'}`
}

// A volume lies where its cluster does, of which only the name is said where it is another one. Undefined: nobody says.
function regionsOfPlace(
  to: BackupPlace | undefined,
  traits: Traits,
  where: Environment,
): readonly (string | undefined)[] {
  if (to?.is === 'volume') return [to.cluster === where.on.name ? regionOf(traits, where) : undefined]
  if (to?.is === 'bucket') return regionsOf(to) ?? [undefined]
  if (to?.is !== 'component') return [undefined]
  const { geo = [], ...of } = traitsOf(to)
  return [regionOf(of, where), ...geo.map(({ region }) => region)]
}
