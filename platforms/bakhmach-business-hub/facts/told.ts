// What claims on this platform are made of: objects, what a cluster is told, and one service said otherwise.

import { call } from 'seaworthy'
import type { World } from '../../../src/check/world.ts'
import type { Component } from '../../../src/platform/component.ts'
import { answer, type Claim } from '../../facts/claim.ts'
import { type Correction, change, components, held, listed, type Options } from '../../findings/changing.ts'

/** The object of a cluster: two of them have namespaces called the same. */
export function objectOn(cluster: string, ref: string, { views }: World): Options {
  const { objects = [] } = views.find(({ estate }) => estate.cluster === cluster)?.estate ?? {}
  return held(objects.find((object) => object.ref === ref)?.manifest)
}

export function containerOf(cluster: string, ref: string, world: World): Options {
  const template = held(held(objectOn(cluster, ref, world).spec).template)
  return listed(held(template.spec).containers)[0] ?? {}
}

/** A field of an object that production's cluster has. */
export function live(ref: string, path: readonly (string | number)[], value: unknown): Claim {
  return answer(
    `${ref} ${path.join('.')}`,
    (world) => path.reduce<unknown>((found, key) => held(found)[key], objectOn('production', ref, world)),
    value,
  )
}

/** What adds nodes to a cluster, in the words of the estate. */
export function adds(of: 'utilization' | 'most' | 'addsSeconds' | 'removesSeconds', value: unknown): Claim {
  return answer(
    `${of} of what adds nodes`,
    ({ views }) => views.find(({ estate }) => estate.cluster === 'production')?.estate.autoscaler?.[of],
    value,
  )
}

export function autoscaler(edit: object): Correction {
  return change('cluster', ['production'], (options) => ({
    ...options,
    autoscaler: { ...held(options.autoscaler), ...edit },
  }))
}

/** The autoscaler of everything in an environment, said otherwise. */
export function scaling(environment: string, edit: (scales: Options) => Options): Correction {
  return change('environment', [environment], (options) => ({ ...options, scales: edit(held(options.scales)) }))
}

export function meshed(edit: object): Correction {
  return change('mesh', ['service-mesh'], (options) => ({ ...options, ...edit }))
}

export function with_(name: string, edit: object): Correction {
  return components([name], (options) => ({ ...options, ...edit }))
}

/** One component calls another as well, past what stands between. */
export function calls(from: string, to: Component): Correction {
  return components([from], (options) => ({ ...options, calls: [...listed(options.calls), call(to)] }))
}
