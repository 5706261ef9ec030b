// One promise of a file, made by the constructor that a platform uses: rules and messages are the same.

import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { corruption, loss } from '../../platform/language/failure.ts'
import { promiseAt } from '../../platform/language/promise.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Found, Named } from './named.ts'

export const promiseWords: readonly string[] = ['recovers', 'survives']

type Written = { readonly [field: string]: unknown }

/** Undefined where something is wrong with what it names; slips in its fields stay with the value. */
export function promiseOf(entry: object, found: Found): PlatformPromise | undefined {
  const written = entry as Written
  // What these would say, the references say already.
  const needless = ['failure', 'in', 'store'].filter((field) => Object.hasOwn(written, field))
  for (const path of needless) found.say({ path, found: 'a word too many', allowed: 'the references alone' })
  if (needless.length > 0) return undefined
  if (Object.hasOwn(written, 'survives')) return survives(written, found)
  if (Object.hasOwn(written, 'recovers')) return recovers(written, found)
  const [first = ''] = Object.keys(written)
  const didYouMean = nearest(first, promiseWords)
  found.say({ path: first, found: 'no promise that a file can make', allowed: promiseWords.join(' or '), didYouMean })
  return undefined
}

function survives({ survives: of, keeps, ...rest }: Written, found: Found): PlatformPromise | undefined {
  const failure = failureOf(of, ['node', 'pod'], 'survives', found)
  if (!Array.isArray(keeps) || keeps.length === 0) {
    found.say({ path: 'keeps', found: 'no list of workloads', allowed: 'what survives, [Deployment/shop/checkout]' })
    return undefined
  }
  const named = keeps.map((ref, i) => found.workload(ref, `keeps[${i}]`))
  const sound = named.filter((one) => one !== undefined)
  const [first] = sound
  if (!first || !failure || sound.length < named.length) return undefined
  if (sound.some((one) => one.environment !== first.environment)) {
    found.say({ path: 'keeps', found: 'workloads of several namespaces', allowed: 'those of one, each in its promise' })
    return undefined
  }
  const keep = { keeps: sound.map(({ name }) => service(name, {})), in: placeOf(first), failure }
  return promiseAt.survives(rest, keep, { at: found.at, via: [] })
}

function recovers({ recovers: of, from, ...rest }: Written, found: Found): PlatformPromise | undefined {
  const store = found.workload(of, 'recovers')
  const failure = failureOf(from, ['corruption', 'pod', 'node', 'zone', 'cluster', 'store'], 'from', found)
  if (!store || !failure) return undefined
  const what = { store: service(store.name, {}), from: failure, in: placeOf(store) }
  return promiseAt.recovers(rest, what, { at: found.at, via: [] })
}

// A value that stands for what was read: promises find pods by the names of its environment and its cluster alone.
function placeOf({ environment: name, namespace, cluster: on }: Named) {
  return environment(name, { on: cluster(on, { kubernetes: '1.34', nodes: [] }), namespace, runs: [] })
}

function failureOf(written: unknown, allowed: readonly string[], path: string, { say }: Found) {
  if (typeof written === 'string' && allowed.includes(written))
    return written === 'corruption' ? corruption : loss[written as keyof typeof loss]
  const found = typeof written === 'string' ? `'${written}'` : 'nothing that is a failure'
  say({ path, found, allowed: allowed.join(', ') })
  return undefined
}
