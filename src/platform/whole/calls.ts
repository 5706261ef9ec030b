// Every call must lead somewhere: to a component that runs, on a port that it listens on.

import { nounOf } from '../component/nouns.ts'
import type { Component } from '../component.ts'
import { componentsOf, flowsOf, originOf } from '../derive.ts'
import type { Environment, Platform, PortRef } from '../model.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf, placesOf } from '../resolve.ts'
import { isOutside, traitsOf } from '../traits.ts'
import { problem, unknownName } from './tell.ts'

export function* callProblems(platform: Platform, environment: Environment): Generator<Problem> {
  for (const component of componentsOf(environment)) {
    const of = originOf(component, 'calls')
    for (const [index, target] of traitsOf(component).calls.entries()) {
      yield* targetProblems(platform, environment, target, of, `calls[${index}]`)
    }
  }
  for (const flow of flowsOf(environment)) yield* targetProblems(platform, environment, flow.to, flow, 'to')
}

export function* targetProblems(
  platform: Platform,
  environment: Environment,
  target: Component | PortRef,
  of: object,
  path: string,
): Generator<Problem> {
  yield* portProblems(target, of, path)
  yield* placeProblems(platform, environment, target, of, path)
}

/** It must be plain which one is meant. */
export function* placeProblems(
  platform: Platform,
  environment: Environment,
  target: Component | PortRef,
  of: object,
  path: string,
): Generator<Problem> {
  const component = target.is === 'port' ? target.component : target
  // What runs outside every cluster is in no environment.
  if (isOutside(traitsOf(component))) return
  const places = placesOf(platform, environment, component)
  // What all environments share, as an ingress controller, calls it wherever it runs.
  if (places.length === 1 || (places.length > 1 && environment.purpose === 'shared')) return
  if (places.length === 0) {
    const running = environmentsOf(platform)
      .flatMap(componentsOf)
      .map(({ name }) => name)
    const found = `a component that runs neither in ${environment.name} nor elsewhere`
    yield { ...unknownName(of, path, component.name, 'one that runs', running), found: `${component.name}, ${found}` }
    return
  }
  const names = places.map((place) => place.environment.name).join(' and ')
  const allowed = `one place, as with instead: [[${component.name}, …]] in ${environment.name}`
  yield problem(of, path, `${component.name}, which runs in ${names}`, allowed)
}

function isElsewhere(component: Component): boolean {
  const { runs, forwards } = traitsOf(component)
  return (
    forwards !== undefined || (component.noun !== 'client' && runs.every(({ controller }) => controller === 'outside'))
  )
}

export function* portProblems(target: Component | PortRef, of: object, path: string): Generator<Problem> {
  const component = target.is === 'port' ? target.component : target
  const ports = [...(nounOf(component.noun)?.ports(component.options).keys() ?? [])]
  // Of what others run nobody here may know the port, and what hands traffic on need not say at which it takes it.
  if (ports.length === 0 && target.is === 'component' && isElsewhere(component)) return
  if (ports.length === 0) {
    yield problem(of, path, `${component.noun} ${component.name}, which listens on nothing`, 'a component that listens')
  } else if (target.is === 'port' && !ports.includes(target.port)) {
    yield unknownName(of, path, target.port, `a port of ${component.name}`, ports)
  }
}
