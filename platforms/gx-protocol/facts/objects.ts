// Objects of the estates by their refs, as claims on what is rendered read them.

import type { World } from '../../../src/check/world.ts'
import type { EstateObject } from '../../../src/estate/estate.ts'
import { held, listed, type Options } from '../../findings/changing.ts'

/** Those of the cluster that the document is about: namespaces of the second site are called the same. */
export function objectsIn({ views }: World): readonly EstateObject[] {
  return views.find(({ estate }) => estate.cluster === 'gx-protocol-cluster')?.estate.objects ?? []
}

/** The object of this ref, or nothing in it where there is none. */
export function objectOf(ref: string, world: World): Options {
  return held(objectsIn(world).find((object) => object.ref === ref)?.manifest)
}

/** The pod template of a workload. */
export function templateOf(ref: string, world: World): Options {
  return held(held(objectOf(ref, world).spec).template)
}

/** The container of a workload that is called so. */
export function containerOf(ref: string, name: string, world: World): Options {
  return held(listed(held(templateOf(ref, world).spec).containers).find((one) => one.name === name))
}

/** What each claim of a StatefulSet asks for. */
export function claimsOf(ref: string, world: World): readonly Options[] {
  const templates = listed(held(objectOf(ref, world).spec).volumeClaimTemplates)
  return templates.map(({ spec }) => {
    const { accessModes, resources } = held(spec)
    return { accessModes, storage: held(held(resources).requests).storage }
  })
}
