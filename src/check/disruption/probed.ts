// A pod without a readiness probe counts as ready as soon as its container runs, and is called from then on: at each
// rollout, drain and scale-up. Where a share of the time or of the pods is promised, somebody has to say when it may be.
// Source: kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle, types of probe: "if a container does not provide a
// readiness probe, the default state is Success".

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { asked } from '../../engine/recovery/slow-start.ts'
import type { Component, HealthCheck } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { podsFor, type View, viewFor, type World } from '../world.ts'

type Rules = {
  ready: { readonly probes: readonly (readonly [workload: string, asks: string])[] }
  untold: { readonly checks: readonly (readonly [workload: string, by: HealthCheck['by']])[] }
  unsaid: { readonly workloads: readonly string[] }
}

export const probed = defineQuestion<Rules>({
  id: 'probed',
  asks: 'Is each pod asked whether it is ready before it is called?',

  *judge(world) {
    for (const environment of world.platform ? environmentsOf(world.platform) : []) {
      const view = viewFor(world, environment)
      const { components, stated } = countedOn(environment, world)
      const called = view ? components.flatMap((one) => calledOf(one, environment, view)) : []
      if (called.length === 0) continue
      yield {
        id: [environment.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `what is called in ${environment.name} is asked first whether it is ready`,
        source: { stated: stated[0] },
        about: called.map(({ pod }) => pod.workload),
        parts: partsOf(called, environment, stated),
      }
    }
  },

  says: {
    ready: ({ probes }) => ({ line: 'readiness probes say when pods may be called', rows: probes }),
    untold: ({ checks }) => ({
      line: 'health is checked, and whether that decides when a pod may be called nobody says',
      rows: checks.map(([workload, by]) => [workload, sayBy(by)]),
    }),
    unsaid: ({ workloads }) =>
      `nobody says when a pod of ${workloads.join(', ')} is ready: without a readiness probe it is called as soon as its container runs`,
  },
})

const names = { grpc: 'gRPC', http: 'HTTP', tcp: 'TCP' } as const

function sayBy(by: HealthCheck['by']): string {
  return by === 'command' ? 'by a command' : `over ${names[by]}`
}

interface Counted {
  readonly components: readonly Component[]
  readonly stated: readonly (Stated | undefined)[]
}

// What is tried out elsewhere may fail while it comes up, unless its rollouts are promised to take nothing away.
function countedOn(environment: Environment, { promises }: World): Counted {
  const here = promises.filter((one) => one.is === 'promise' && one.in === environment) as readonly PlatformPromise[]
  const share = here.filter(({ kind }) => kind === 'availability' && environment.purpose === 'production')
  const rollouts = here.flatMap((one) => (one.kind === 'rolls' ? [one] : []))
  const rolled = new Set(rollouts.map(({ component }) => component.name))
  const components = componentsOf(environment).filter(({ name }) => share.length > 0 || rolled.has(name))
  return { components, stated: [...share, ...rollouts].map(({ stated }) => stated) }
}

interface Called {
  readonly pod: PodClass
  readonly health?: HealthCheck
}

// What an operator makes is watched by the operator; members of a store are replaced one after the other by what knows it.
function calledOf(component: Component, environment: Environment, view: View): readonly Called[] {
  const { runs, serves } = traitsOf(component)
  const pods = podsFor(view, component, environment).filter(
    ({ kind, name, source }) => kind === 'Deployment' && !source.made && serves.some(({ of }) => of === name),
  )
  return pods.map((pod) => ({ pod, health: runs.find(({ name }) => name === pod.name)?.health }))
}

function partsOf(
  called: readonly Called[],
  { name }: Environment,
  stated: readonly (Stated | undefined)[],
): readonly AnyPart<Rules>[] {
  const probes: [string, string][] = []
  const checks: [string, HealthCheck['by']][] = []
  const workloads: string[] = []
  for (const { pod, health } of called) {
    const probe = pod.spec.containers.find(({ readinessProbe }) => readinessProbe)?.readinessProbe
    if (probe) probes.push([pod.name, asked(probe)])
    else if (health?.as?.includes('readiness')) probes.push([pod.name, `${sayBy(health.by)}, as is said`])
    else if (health && !health.as) checks.push([pod.name, health.by])
    else workloads.push(pod.name)
  }
  const more = {
    waitsFor: `readiness probes of ${name}`,
    hint: "readiness: { path: '/ready', port: 'http' }",
    stated,
  }
  const open: AnyPart<Rules>[] = []
  if (checks.length > 0)
    open.push(part('untold', undefined, { checks }, { ...more, stated: called.map(({ health }) => health?.stated) }))
  if (workloads.length > 0) open.push(part('unsaid', undefined, { workloads }, more))
  return probes.length === 0 ? open : [part('ready', true, { probes }), ...open]
}
