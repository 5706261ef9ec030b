// What stores lose at worst where a backup is seen: the whole gap between two copies, and the time in which one is taken.

import type { CopyPlace } from '../../estate/estate.ts'
import { isForTrial } from '../../knowledge/trial-places.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { onlyEnvironment } from '../place.ts'
import type { Advice } from '../report.ts'
import { sayTime } from '../span-words.ts'
import { podsFor, type View, type World } from '../world.ts'
import { keepsData, type SeenBackup, seenBackups } from './seen-backups.ts'

export function* worstLosses(world: World): Generator<Advice> {
  for (const view of world.views) {
    const { cluster } = view.estate
    const promised = isForTrial(cluster) ? undefined : promisedStores(world, view)
    const losses = promised ? lossesOf(view).filter(({ of }) => !promised.has(of)) : []
    if (losses.length === 0) continue
    yield {
      id: `worst-loss/${cluster}`,
      says: {
        line: 'what is lost at worst where a backup is seen, once volumes are gone or rows are wrong',
        rows: losses.map(({ of, best }) => [nameOf(of), sayLoss(best)] as const),
      },
    }
  }
}

// What is promised of a store is judged with its promise, the same loss with it.
function promisedStores(world: World, view: View): ReadonlySet<Ref> {
  const stores = world.promises.flatMap((promise) => {
    if (promise.is === 'planned' || promise.kind !== 'recovers' || promise.losing === undefined) return []
    const environment = promise.in ?? onlyEnvironment(world)
    return environment && promise.what.is === 'component' ? podsFor(view, promise.what, environment) : []
  })
  return new Set(stores.map(({ workload }) => workload))
}

interface Loss {
  readonly of: Ref
  readonly best: SeenBackup & { readonly everySeconds: number }
}

/** The largest first; what is declared or carried of a store goes before what was only seen. */
function lossesOf(view: View): readonly Loss[] {
  const told = toldBackups(view)
  const known = new Set(told.map(({ of }) => of))
  const all = [...told, ...seenBackups(view).filter(({ of }) => !known.has(of))].filter(
    ({ of }) => !isForTrial(partsOf(of).namespace),
  )
  return [...Map.groupBy(all, ({ of }) => of)]
    .flatMap(([of, backups]): readonly Loss[] => {
      const timed = backups.flatMap((one) =>
        one.everySeconds === undefined ? [] : [{ ...one, everySeconds: one.everySeconds }],
      )
      const [best] = timed.sort((a, b) => atWorst(a) - atWorst(b) || byCodePoint(a.by, b.by))
      return best ? [{ of, best }] : []
    })
    .sort((a, b) => atWorst(b.best) - atWorst(a.best) || byCodePoint(a.of, b.of))
}

function toldBackups({ estate, byWorkload }: View): readonly SeenBackup[] {
  return estate.facts.flatMap((fact) => {
    const pod = fact.trait === 'backsUp' ? byWorkload.get(fact.of) : undefined
    if (fact.trait !== 'backsUp' || !pod || !keepsData(pod)) return []
    const { of, name, by, everySeconds, takesSeconds, to } = fact
    return [{ of, by: `${name} by ${by}`, everySeconds, takesSeconds: takesSeconds?.to, to }]
  })
}

function atWorst({ everySeconds, takesSeconds = 0 }: SeenBackup): number {
  return (everySeconds ?? Number.POSITIVE_INFINITY) + takesSeconds
}

function nameOf(of: Ref): string {
  const { namespace, name } = partsOf(of)
  return `${namespace}/${name}`
}

function sayLoss({ by, everySeconds, takesSeconds, to }: Loss['best']): string {
  const time =
    takesSeconds === undefined
      ? `${sayTime(everySeconds)} and the time that a copy takes`
      : `${sayTime(everySeconds)} + ${sayTime(takesSeconds)} for a copy = ${sayTime(everySeconds + takesSeconds)}`
  return `${time}: ${by}${sayPlace(to)}`
}

function sayPlace(to: CopyPlace | undefined): string {
  if (!to || to.is === 'unsaid') return '; nobody shows where its copies lie'
  if (to.is === 'outside') return `, to ${to.name}`
  const { name } = partsOf(to.claim)
  const goes = to.bound === 'node' || to.bound === 'zone' ? `its ${to.bound}` : 'the cluster'
  return `, to the claim ${name}, which is lost with ${goes}`
}
