// What is judged at once: every estate of a platform (or of a folder), the promises about it, the day, and what is denied.

import type { PodClass } from '../engine/pods/pod-class.ts'
import { podsOf } from '../engine/pods/pods-of.ts'
import type { Estate } from '../estate/estate.ts'
import type { Ref } from '../kubernetes/types.ts'
import type { Component } from '../platform/component.ts'
import type { Environment, Platform } from '../platform/model.ts'
import type { Plans } from './plans/plans.ts'

export interface World {
  /** Absent where a folder of manifests is judged. */
  readonly platform?: Platform
  /** Those of the platform, or of a file beside manifests. */
  readonly promises: Platform['promises']
  /** What a platform declares beside components and promises. */
  readonly plans?: Plans
  readonly views: readonly View[]
  /** `2026-11-21`. */
  readonly asOf: string
  /** Ids of assumptions that are taken to be false. */
  readonly denied: ReadonlySet<string>
  /** Verdicts on what holds say no reasons. */
  readonly briefly?: boolean
}

/** One estate with its pods: the tables that questions share hang on it. */
export interface View {
  readonly estate: Estate
  readonly pods: readonly PodClass[]
  readonly denied: ReadonlySet<string>
  readonly byWorkload: ReadonlyMap<Ref, PodClass>
}

export function worldOf(
  estates: readonly Estate[],
  options: {
    platform?: Platform
    promises?: Platform['promises']
    plans?: Plans
    asOf: string
    denied?: ReadonlySet<string>
    briefly?: boolean
  },
): World {
  const denied = options.denied ?? new Set<string>()
  const views = estates.map((estate) => viewOf(estate, denied))
  const { platform, promises = platform?.promises ?? [], plans, asOf, briefly = false } = options
  return { platform, promises, ...(plans && { plans }), views, asOf, denied, briefly }
}

/** An estate with its pods. */
export function viewOf(estate: Estate, denied: ReadonlySet<string>): View {
  const pods = podsOf(estate)
  return { estate, pods, denied, byWorkload: new Map(pods.map((pod) => [pod.workload, pod])) }
}

/** A table that several questions need: built at most once per view, when first asked for. */
export function table<T>(build: (view: View) => T): (view: View) => T {
  const built = new WeakMap<View, { value: T }>()
  return (view) => {
    const known = built.get(view)
    if (known) return known.value
    const value = build(view)
    built.set(view, { value })
    return value
  }
}

/** The view of the cluster that an environment stands on, or of the cluster of that name; undefined where it is planned. */
export function viewFor(world: World, environment: Environment | undefined): View | undefined {
  if (!environment) return world.views.length === 1 ? world.views[0] : undefined
  return world.views.find(
    ({ estate }) =>
      estate.cluster === environment.on.name &&
      (environment.name === estate.cluster || estate.environments.some(({ name }) => name === environment.name)),
  )
}

/** The pod classes that a component became in an environment; where nobody declares components, the workload that it names. */
export function podsFor(
  view: View,
  component: Component | string,
  environment: Environment | string,
): readonly PodClass[] {
  if (typeof component !== 'string' && component.workload !== undefined) return workloadPods(view, component.workload)
  const name = typeof component === 'string' ? component : component.name
  const place = typeof environment === 'string' ? environment : environment.name
  return view.pods.filter((pod) => (pod.component ?? pod.name) === name && pod.environment === place)
}

/** The pod classes that components became, wherever they stand unless an environment is named. */
export function podsOfAll(view: View, components: readonly Component[], environment?: string): readonly PodClass[] {
  const names = new Set(components.flatMap(({ name, workload }) => (workload === undefined ? [name] : [])))
  const named = components.flatMap(({ workload }) => (workload === undefined ? [] : workloadPods(view, workload)))
  const declared = view.pods.filter(
    (pod) =>
      pod.component !== undefined &&
      names.has(pod.component) &&
      (environment === undefined || pod.environment === environment),
  )
  return [...declared, ...named]
}

function workloadPods({ byWorkload }: View, workload: string): readonly PodClass[] {
  const pod = byWorkload.get(workload as Ref)
  return pod ? [pod] : []
}
