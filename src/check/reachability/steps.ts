// A journey in one environment: which component each of its steps means there, where it runs, and what it declares to call.

import type { Component } from '../../platform/component.ts'
import { flowsOf, targetIn } from '../../platform/derive.ts'
import type { Environment, Journey, Platform, PortRef } from '../../platform/model.ts'
import { placesOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'

export interface Step {
  readonly component: Component
  readonly port?: string
  /** The names of the environments in which it may be meant. */
  readonly places: ReadonlySet<string>
  readonly isOutside: boolean
}

export function stepsOf({ path }: Journey, environment: Environment, platform: Platform): readonly Step[] {
  return path.map((step) => {
    const meant = targetIn(environment, step)
    const named = componentOf(meant)
    const places = placesOf(platform, environment, named)
    const component = places[0]?.component ?? named
    return {
      component,
      port: meant.is === 'port' ? meant.port : undefined,
      places: new Set(places.map((place) => place.environment.name)),
      isOutside: traitsOf(component).runs.every(({ controller }) => controller === 'outside'),
    }
  })
}

/** What of the one the other says that it calls, in its `calls` or in a flow. Names tell who is meant. */
export function declaredCalls(from: Step, to: Step, environment: Environment): readonly (Component | PortRef)[] {
  const flows = flowsOf(environment).filter((flow) => flow.from.name === from.component.name)
  return [...traitsOf(from.component).calls, ...flows.map((flow) => flow.to)].filter(
    (target) =>
      componentOf(target).name === to.component.name &&
      (target.is === 'component' || to.port === undefined || target.port === to.port),
  )
}

/** Is this port of the called meant? Of a whole component every port but that of its metrics, which nobody calls to be served. */
export function isMeant(port: string, to: Step, declared: readonly (Component | PortRef)[]): boolean {
  const metrics = traitsOf(to.component).metered?.port
  const isDeclared = declared.some((target) => (target.is === 'port' ? target.port === port : port !== metrics))
  return isDeclared && (to.port === undefined || to.port === port)
}

/** `http (TCP 8080)`, each port by name. */
export function portNames({ component }: Step): readonly string[] {
  const ports = traitsOf(component).runs.flatMap((workload) => workload.ports)
  return [...new Set(ports.map(({ name, port, protocol }) => `${name} (${protocol} ${port})`))].sort()
}

function componentOf(target: Component | PortRef): Component {
  return target.is === 'port' ? target.component : target
}
