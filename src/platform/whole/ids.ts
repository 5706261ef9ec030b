// A promise is known by its kind, its place and its subject: two that share them all need a `name:` to be told apart.

import type { Environment, Measure, Platform, PlatformPromise } from '../model.ts'
import type { Problem } from '../problem.ts'
import { isSound, problem } from './tell.ts'

export function* idProblems(platform: Platform): Generator<Problem> {
  const seen = new Map<string, PlatformPromise>()
  for (const promise of platform.promises) {
    if (promise.is !== 'promise' || !isSound(promise)) continue
    const clash = keysOf(promise).find((key) => seen.has(key))
    if (clash !== undefined) {
      yield problem(promise, 'name', `a second promise on ${clash}`, "a name of its own, as name: 'at-night'")
    }
    for (const key of keysOf(promise)) seen.set(key, promise)
  }
}

function keysOf(promise: PlatformPromise): readonly string[] {
  const { kind, in: where, name } = promise
  return subjectsOf(promise).map((subject) => [kind, where?.name, subject, name].filter(Boolean).join('/'))
}

function subjectsOf(promise: PlatformPromise): readonly string[] {
  switch (promise.kind) {
    case 'survives':
      return promise.keeps.map(({ name }) => `${promise.failure.kind}-of-${promise.failure.of}/${name}`)
    case 'recovers':
      return [`${promise.from.kind}-of-${promise.from.of}/${promise.store.name}`]
    case 'separates':
      return [`${placeName(promise.from)}/${placeName(promise.to)}`]
    case 'reachedOnlyBy':
      return [
        promise.target.is === 'port' ? `${promise.target.component.name}/${promise.target.port}` : promise.target.name,
      ]
    case 'scrapes':
      return [promise.by.name]
    case 'stands':
    case 'rolls':
      return [promise.component.name]
    case 'stays':
      return [promise.metric.name]
    case 'carries':
      return [promise.journey.name]
    case 'figure':
      return [measureName(promise.measure)]
    default:
      return ['']
  }
}

function placeName(place: Environment | string): string {
  return typeof place === 'string' ? place : place.name
}

// Made of names only: a stated number may change, and the figure is still the same.
function measureName(measure: Measure): string {
  if (measure.is === 'stated') return 'stated'
  if (measure.is === 'minus') return `${measureName(measure.from)}-minus-${measureName(measure.take)}`
  const { counts, of, in: where, part, asPercent } = measure
  return [counts, of.name, where?.name, part, asPercent && 'percent'].filter(Boolean).join('/')
}
