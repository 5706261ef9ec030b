// A promise is known by its kind, its place and its subject: two that share them all need a `name:` to be told apart.

import { figurePlace, inPlace, measureName } from '../figure-id.ts'
import type { Environment, Platform, PlatformPromise } from '../model.ts'
import { noticedName } from '../noticed-name.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf } from '../resolve.ts'
import { isSound, problem, written } from './tell.ts'

export function* idProblems(platform: Platform): Generator<Problem> {
  const environments = environmentsOf(platform)
  const only = environments.length === 1 ? environments[0] : undefined
  yield* repeatedKeys(
    written(platform.promises, platform, 'promises').filter((promise) => promise.is === 'promise'),
    only,
  )
}

/** The second of two promises that would have the same id. */
export function* repeatedKeys(promises: readonly PlatformPromise[], only?: Environment): Generator<Problem> {
  const seen = new Map<string, PlatformPromise>()
  for (const promise of promises) {
    if (!isSound(promise)) continue
    const keys = keysOf(promise, only)
    const clash = keys.find((key) => seen.has(key))
    if (clash !== undefined) {
      yield problem(promise, 'name', `a second promise on ${clash}`, "a name of its own, as name: 'at-night'")
    }
    for (const key of keys) seen.set(key, promise)
  }
}

// The same names as in the ids of verdicts: what would share an id there needs a name here.
function keysOf(promise: PlatformPromise, only: Environment | undefined): readonly string[] {
  const { kind, name } = promise
  const where = placeOf(promise, only)
  return subjectsOf(promise).map((subject) => [kind, where, subject, name].filter(Boolean).join('/'))
}

function placeOf(promise: PlatformPromise, only: Environment | undefined): string | undefined {
  if (promise.kind !== 'figure' && promise.kind !== 'bounded') return (promise.in ?? only)?.name
  return figurePlace(inPlace(promise.measure, promise.in ?? only), promise.in)
}

function subjectsOf(promise: PlatformPromise): readonly string[] {
  switch (promise.kind) {
    case 'survives':
      return promise.keeps.map(({ name }) => `${promise.failure.kind}-of-${promise.failure.of}/${name}`)
    case 'recovers':
      return [recovered(promise)]
    case 'separates':
      return [`${placeName(promise.from)}/${placeName(promise.to)}`]
    case 'reachedOnlyBy':
      return [
        promise.target.is === 'port' ? `${promise.target.component.name}/${promise.target.port}` : promise.target.name,
      ]
    case 'collects':
    case 'scrapes':
    case 'gathers':
      return [promise.by.name]
    case 'prepares':
    case 'retains':
      return [promise.store.name]
    case 'operated':
    case 'balances':
    case 'stands':
    case 'drained':
    case 'rolls':
    case 'grows':
      return [promise.component.name]
    case 'noticed':
      return [noticedName(promise.what)]
    case 'confines':
      return [promise.resource]
    case 'stays':
      return [promise.metric.name]
    case 'accounts':
      return [promise.of === undefined ? promise.are : `${promise.are}/${placeName(promise.of)}`]
    case 'keepsKeys':
    case 'rolesApart':
      return [promise.ledger.name]
    case 'authenticates':
      return [promise.store.name]
    case 'encrypted':
      return [promise.what]
    case 'keptOn':
      return [`${promise.on}/${promise.of[0]?.name ?? ''}`]
    case 'resides':
    case 'rotates':
      return [typeof promise.what === 'string' ? promise.what : promise.what.name]
    case 'isolates':
      return [promise.contexts.map(({ name }) => name).sort()[0] ?? '']
    case 'changes':
    case 'secrets':
    case 'images':
      return [promise.are]
    case 'sharesLabel':
      return [`${promise.among.map(placeName).sort()[0] ?? ''}/${promise.key}`]
    case 'carries':
      return [promise.journey.name]
    case 'mirrors':
      return [promise.of.name]
    case 'holds':
      return [promise.data]
    case 'integrates':
      return [promise.stage]
    case 'allots':
      return [promise.of?.name ?? 'least']
    case 'bounded':
    case 'figure':
      return [measureName(promise.measure)]
    case 'autoscales':
      return promise.of?.map(({ name }) => name) ?? ['']
    case 'throughput':
      return [promise.of.name]
    default:
      return ['']
  }
}

function recovered({ from, what, part }: Extract<PlatformPromise, { kind: 'recovers' }>): string {
  const failure = from ? `${from.kind}-of-${from.of}` : 'any'
  return `${failure}/${what.is}/${what.name}${part === undefined ? '' : `/${part}`}`
}

function placeName(place: Environment | string): string {
  return typeof place === 'string' ? place : place.name
}
