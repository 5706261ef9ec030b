// What stands on nodes whatever environment runs it: what names the pool of its nodes, and what kubelets serve themselves.

import { optionCited } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import type { Environment, Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { servedByKubelets } from '../alerting/exposers.ts'

export interface NodePlace {
  readonly clusters: readonly string[]
  /** `pool system of kubernetes`. */
  readonly says: string
  readonly stated?: Stated
}

/** Undefined where nobody says any of it. cAdvisor is a part of each kubelet (kubernetes.io/docs/concepts/cluster-administration/system-metrics). */
export function nodePlaceOf(
  component: Component,
  covers: readonly Environment[],
  platform: Platform,
): NodePlace | undefined {
  if (servedByKubelets([component.name]) !== undefined)
    return { clusters: namesOf(covers.map(({ on }) => on)), says: 'part of each kubelet' }
  const pool = traitsOf(component).runs.find((one) => one.pool !== undefined)?.pool
  if (pool === undefined) return undefined
  const clusters = namesOf(environmentsOf(platform).flatMap(({ on }) => (Object.hasOwn(on.pools, pool) ? [on] : [])))
  if (clusters.length === 0) return undefined
  const stated = optionCited(component, [['pool']]) ?? traitsOf(component).stated
  return { clusters, says: `pool ${pool} of ${clusters.join(', ')}`, stated }
}

function namesOf(clusters: readonly { readonly name: string }[]): readonly string[] {
  return [...new Set(clusters.map(({ name }) => name))].sort(byCodePoint)
}
