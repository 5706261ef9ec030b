// What must hold between promises, figures, alerts, waivers and the environments that they are about.

import type { Component } from '../component.ts'
import { componentIn, componentsOf, targetIn } from '../derive.ts'
import { isPlaced, poolOf } from '../figure-id.ts'
import type { Environment, Journey, Measure, Platform, PlatformPromise } from '../model.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf } from '../resolve.ts'
import { placeProblems, portProblems, targetProblems } from './calls.ts'
import { isThere } from './is-there.ts'
import { isSound, problem, repeated, unknownName, written } from './tell.ts'

export function* promiseProblems(platform: Platform): Generator<Problem> {
  const environments = environmentsOf(platform)
  for (const promise of platform.promises) {
    if (promise.is === 'promise' && isSound(promise)) yield* about(platform, promise, environments)
  }
  for (const alert of platform.alerts) {
    if (alert.in && isSound(alert)) yield* isThere(alert, 'in', alert.in, environments)
  }
  for (const again of repeated(platform.alerts, ({ name, in: where }) => `${where?.name ?? ''}/${name}`)) {
    yield problem(again, 'name', `a second alert '${again.name}'`, 'a name of its own')
  }
  for (const again of repeated(written(platform.waivers, platform, 'waivers'), ({ of }) => of)) {
    yield problem(again, '', 'a second waiver of the same finding', 'one')
  }
}

function* about(
  platform: Platform,
  promise: PlatformPromise,
  environments: readonly Environment[],
): Generator<Problem> {
  if (promise.in) yield* isThere(promise, 'in', promise.in, environments)
  else if (needsEnvironment(promise) && environments.length !== 1) {
    const names = environments.map(({ name }) => name).join(', ')
    yield problem(promise, 'in', 'nothing', `the environment that it is about: ${names}`)
  }
  const where = promise.in ?? (environments.length === 1 ? environments[0] : undefined)
  if (where && environments.includes(where)) yield* componentsHere(platform, promise, where)
  if (promise.kind === 'figure' || promise.kind === 'bounded') yield* measured(promise, promise.measure, environments)
  for (const [path, place] of placesIn(promise))
    if (typeof place !== 'string') yield* isThere(promise, path, place, environments)
  if (promise.kind === 'separates') {
    for (const path of ['from', 'to'] as const) {
      const place = promise[path]
      if (typeof place !== 'string') yield* isThere(promise, path, place, environments)
    }
  }
}

function placesIn(promise: PlatformPromise): readonly (readonly [path: string, place: Environment | string])[] {
  if (promise.kind === 'mirrors') return [['of', promise.of]]
  if (promise.kind === 'allots') return promise.of === undefined ? [] : [['of', promise.of]]
  if (promise.kind === 'accounts') return promise.of === undefined ? [] : [['of', promise.of]]
  if (promise.kind !== 'sharesLabel') return []
  return promise.among.map((place, index) => [`among[${index}]`, place])
}

// Whose data it is, and how often keys change, is promised everywhere.
const everywhere: ReadonlySet<string> = new Set(['encrypted', 'keptOn', 'resides', 'rotates'])

function needsEnvironment(promise: PlatformPromise): boolean {
  if (everywhere.has(promise.kind)) return false
  if (promise.kind === 'bases' || promise.kind === 'gathers' || promise.kind === 'immutable') return false
  if (promise.kind === 'separates' || promise.kind === 'stays' || promise.kind === 'sharesLabel') return false
  return (promise.kind !== 'figure' && promise.kind !== 'bounded') || needsPlace(promise.measure)
}

function needsPlace(measure: Measure): boolean {
  if (measure.is === 'sum') return measure.of.some(needsPlace)
  if (measure.is === 'minus') return needsPlace(measure.from) || needsPlace(measure.take)
  return measure.is === 'measure' && isPlaced(measure) && measure.in === undefined
}

function* componentsHere(platform: Platform, promise: PlatformPromise, where: Environment): Generator<Problem> {
  const here = (path: string, component: Component) => runsHere(promise, path, component, where)
  switch (promise.kind) {
    case 'survives':
      for (const [index, component] of promise.keeps.entries()) yield* here(`keeps[${index}]`, component)
      return
    case 'recovers':
      return yield* recoveredHere(promise, platform, where)
    case 'keepsKeys':
    case 'rolesApart':
      return yield* here('ledger', promise.ledger)
    case 'authenticates':
    case 'prepares':
    case 'retains':
      return yield* here('store', promise.store)
    case 'operated':
    case 'grows':
    case 'balances':
    case 'stands':
    case 'drained':
    case 'rolls':
      if (promise.kind === 'stands' && promise.pool !== undefined) yield* poolHere(promise, promise.pool, where)
      return yield* here('component', promise.component)
    case 'noticed':
      if (typeof promise.what === 'object' && promise.what.is === 'component') yield* here('what', promise.what)
      return
    case 'autoscales':
      for (const [index, component] of (promise.of ?? []).entries()) yield* here(`of[${index}]`, component)
      return
    case 'throughput':
      return promise.of.is === 'component'
        ? yield* here('of', promise.of)
        : yield* journeyHere(platform, promise.of, where)
    case 'connects':
      for (const [index, component] of promise.among.entries()) yield* here(`among[${index}]`, component)
      return
    case 'entersBy':
      for (const [index, component] of written(promise.by, promise, 'by').entries())
        yield* here(`by[${index}]`, component)
      return
    case 'mutualTls':
    case 'ownSegments':
    case 'privateSegments':
      for (const [index, component] of written(promise.of ?? [], promise, 'of').entries())
        yield* here(`of[${index}]`, component)
      return
    case 'carries':
      return yield* journeyHere(platform, promise.journey, where)
    case 'reachedOnlyBy':
      return yield* targetProblems(platform, where, promise.target, promise, 'target')
    default:
  }
}

function* recoveredHere(
  promise: Extract<PlatformPromise, { kind: 'recovers' }>,
  platform: Platform,
  where: Environment,
): Generator<Problem> {
  const { what } = promise
  if (what.is === 'component') return yield* runsHere(promise, 'what', what, where)
  const places = what.is === 'environment' ? [what] : what.is === 'monitoring' ? what.covers : [what.from, what.to]
  for (const place of places) yield* isThere(promise, 'what', place, environmentsOf(platform))
}

function* journeyHere(platform: Platform, journey: Journey, where: Environment): Generator<Problem> {
  for (const [index, step] of journey.path.entries()) {
    const meant = targetIn(where, step)
    if (meant.is === 'port') yield* portProblems(meant, journey, `path[${index}]`)
    yield* placeProblems(platform, where, meant, journey, `path[${index}]`)
  }
}

function* runsHere(of: object, path: string, component: Component, where: Environment): Generator<Problem> {
  if (componentIn(where, component)) return
  const names = componentsOf(where).map(({ name }) => name)
  yield unknownName(of, path, component.name, `a component that ${where.name} runs`, names)
}

function* poolHere(of: object, pool: string, { on }: Environment): Generator<Problem> {
  if (!Object.hasOwn(on.pools, pool))
    yield unknownName(of, 'pool', pool, `a pool of cluster ${on.name}`, Object.keys(on.pools))
}

function* measured(of: object, measure: Measure, environments: readonly Environment[]): Generator<Problem> {
  if (measure.is === 'minus') {
    yield* measured(of, measure.from, environments)
    yield* measured(of, measure.take, environments)
  } else if (measure.is === 'sum') {
    for (const one of measure.of) yield* measured(of, one, environments)
  } else if (measure.is === 'measure') {
    if (measure.of.is === 'environment') yield* isThere(of, 'measure', measure.of, environments)
    const pool = poolOf(measure)
    if (measure.of.is === 'cluster' && pool !== undefined && !Object.hasOwn(measure.of.pools, pool)) {
      const pools = Object.keys(measure.of.pools)
      yield unknownName(of, 'measure', pool, `a pool of cluster ${measure.of.name}`, pools)
    }
  }
}
