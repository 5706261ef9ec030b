// Copies of what has changed come back on top of a whole one: there has to be one, taken by a program that can build on it,
// and kept for as long.

import { takesOnlyWhole } from '../../knowledge/dump-programs.ts'
import type { Backup } from '../../platform/component.ts'
import { keptSeconds } from '../../platform/copies-kept.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Truth } from '../verdict.ts'
import type { DeclaredStore } from './stores-of.ts'

export type BasedParts = {
  based: { store: string; name: string }
  older: { name: string; keepsSeconds: number; base: string; baseSeconds: number }
  partial: { name: string; by: string }
}

type Parts = readonly AnyPart<BasedParts>[]

export function basedParts(store: DeclaredStore): Parts {
  const { backsUp } = store.traits
  const changes = backsUp.filter(({ how }) => how === 'incremental')
  // Of a copy that nobody says the way of, nobody knows that it is no whole one.
  const whole = backsUp.filter(({ how }) => how !== 'incremental' && how !== 'continuous')
  return [
    ...changes.flatMap((copy) => [basedPart(store, copy, whole), ...partialPart(store, copy)]),
    ...backsUp
      .filter(({ how }) => how === 'incremental' || how === 'continuous')
      .flatMap((copy) => olderPart(store, copy, whole)),
  ]
}

function basedPart(
  { component, environment, sourceOf }: DeclaredStore,
  { name, stated }: Backup,
  whole: readonly Backup[],
): AnyPart<BasedParts> {
  return part(
    'based',
    whole.length > 0,
    { store: component.name, name },
    {
      cause: `no-base/${environment.name}/${component.name}`,
      hint: "a whole copy now and then: { how: 'full', every: 'week' }",
      at: { source: sourceOf('backups') },
      stated: [stated, ...whole.map((base) => base.stated)],
    },
  )
}

// pgbackrest.org/user-guide.html, Retention: what depends on a full backup expires with it; a log replays on one that is older.
function olderPart({ environment, component, sourceOf }: DeclaredStore, copy: Backup, whole: readonly Backup[]): Parts {
  const keepsSeconds = keptSeconds(copy)
  const bases = whole.flatMap((base) => {
    const seconds = keptSeconds(base)
    return seconds === undefined ? [] : [{ base, seconds }]
  })
  const [longest] = bases.toSorted((a, b) => b.seconds - a.seconds)
  if (keepsSeconds === undefined || !longest || bases.length < whole.length) return []
  const { base, seconds } = longest
  return [
    part(
      'older',
      keepsSeconds <= seconds,
      { name: copy.name, keepsSeconds, base: base.name, baseSeconds: seconds },
      {
        cause: `base-gone/${environment.name}/${component.name}/${copy.name}`,
        hint: 'whole copies that are kept as long',
        at: { source: sourceOf('backups') },
        stated: [copy.stated, base.stated],
      },
    ),
  ]
}

function partialPart({ component, environment, sourceOf }: DeclaredStore, { name, by, stated }: Backup): Parts {
  if (by === undefined || !takesOnlyWhole(by)) return []
  return [
    part(
      'partial',
      false,
      { name, by },
      {
        cause: `whole-alone/${environment.name}/${component.name}/${by}`,
        hint: 'a program that copies what has changed, such as pgBackRest for PostgreSQL',
        at: { source: sourceOf('backups') },
        stated: [stated],
      },
    ),
  ]
}

export const basedWords = {
  based: ({ store, name }: BasedParts['based'], truth: Truth): string =>
    truth === true ? `${name} of ${store} builds on whole copies` : `${name} of ${store} builds on no whole copy`,
  older: ({ name, keepsSeconds, base, baseSeconds }: BasedParts['older'], truth: Truth): string => {
    const line = `${name} is kept for ${saySeconds(keepsSeconds)}, and ${base}, on which it builds, for ${saySeconds(baseSeconds)}`
    return truth === true ? line : `${line}: what is older brings nothing back`
  },
  partial: ({ name, by }: BasedParts['partial']): string =>
    `${by} takes whole copies alone, and ${name} is said to be incremental`,
}
