// What a step that brings rows back rests on: the time that a copy takes, which is said of the copy too, and, where somebody
// is in who should not be, a copy that nobody can delete.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Procedure, Scenario, Step } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { rangeSeconds } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { isMadeAgain, storesIn } from '../recovery/stores-in.ts'
import { asDeclared } from '../security/as-declared.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'

interface Seconds {
  readonly from: number
  readonly to: number
}

export type RestoredParts = {
  restoring: { step: string; store: string; copy: string; takes: Seconds; restores: Seconds }
  promoting: { step: string; store: string; takes: Seconds; promotes: Seconds }
  deletes: { store: string; copies: readonly (readonly [name: string, isKept: Truth])[] }
}

type Parts = readonly AnyPart<RestoredParts>[]

export function restoredParts(scenario: Scenario, by: Procedure, world: World): Parts {
  const steps = by.steps.filter(({ does }) => does === 'restore')
  const promoted = by.steps
    .filter(({ does, of }) => does === 'promote' && of)
    .flatMap((step) => promotingParts(step, scenario, by))
  if (steps.length === 0) return promoted
  const stores = storesIn(scenario.in).filter((store) => !isMadeAgain(store))
  const brought = stores.filter((store) => steps.some((step) => isOf(step, store)))
  return [
    ...promoted,
    ...steps.flatMap((step) =>
      brought.filter((store) => isOf(step, store)).flatMap((store) => restoringPart(step, store, by)),
    ),
    ...(scenario.of.kind === 'breach' ? brought.flatMap((store) => deletesPart(store, scenario, world)) : []),
  ]
}

function isOf({ of }: Step, { name }: Component): boolean {
  return !of || of.some((one) => one.name === name)
}

// Two statements of one time: what somebody gives the step, and what somebody says of the soonest copy.
function restoringPart(step: Step, store: Component, { name, stated }: Procedure): Parts {
  const takes = rangeSeconds(step.takes)
  const said = traitsOf(store).backsUp.flatMap((backup) => {
    const restores = rangeSeconds(backup.restores)
    return restores ? [{ backup, restores }] : []
  })
  const [soonest] = said.toSorted((a, b) => a.restores.to - b.restores.to)
  if (!takes || !soonest) return []
  const { backup, restores } = soonest
  return [
    part(
      'restoring',
      takes.to >= restores.to,
      { step: step.name, store: store.name, copy: backup.name, takes, restores },
      {
        cause: `restore-takes/${name}/${step.name}`,
        hint: 'a step that takes as long as the copy does',
        stated: [step.stated ?? stated, backup.stated],
      },
    ),
  ]
}

// As with copies: what somebody gives the step, and what is said of the store that is promoted.
function promotingParts(step: Step, { in: place }: Scenario, { name, stated }: Procedure): Parts {
  const takes = rangeSeconds(step.takes)
  return (step.of ?? []).flatMap((store) => {
    const { replicates } = traitsOf(componentIn(place, store) ?? store)
    const promotes = rangeSeconds(replicates?.promotes)
    if (!takes || !promotes) return []
    return [
      part(
        'promoting',
        takes.to >= promotes.to,
        { step: step.name, store: store.name, takes, promotes },
        {
          cause: `promotion-takes/${name}/${step.name}`,
          hint: 'a step that takes as long as the promotion does',
          stated: [step.stated ?? stated, replicates?.stated],
        },
      ),
    ]
  })
}

// cisa.gov/stopransomware/ransomware-guide: backups that can be reached are deleted or encrypted first; keep some that cannot.
function deletesPart(store: Component, { in: place, stated }: Scenario, world: World): Parts {
  const { backsUp } = traitsOf(store)
  if (backsUp.length === 0) return []
  const copies = backsUp.map((backup) => {
    const to = backup.to?.is === 'component' ? (componentIn(place, backup.to) ?? backup.to) : undefined
    const isLocked = to !== undefined && traitsOf(to).objects?.locked !== undefined
    return { ...backup, isKept: isLocked || backup.immutable, isLocked, place: to && traitsOf(to).stated }
  })
  const kept = copies.filter(({ isKept }) => isKept === true)
  const says = `whoever breaks into ${place.name} cannot delete the copies of ${store.name}, as declared`
  const declared = asDeclared(`breaks-in/${place.name}/${store.name}`, says, world)
  const isSure = kept.some(({ isLocked }) => isLocked)
  const isOpen = copies.some(({ isKept }) => isKept === undefined)
  const truth: Truth = kept.length > 0 ? isSure || declared.truth : isOpen ? undefined : false
  const sources: readonly (Stated | undefined)[] = copies.flatMap((copy) => [copy.stated, copy.place])
  return [
    part(
      'deletes',
      truth,
      { store: store.name, copies: copies.map(({ name, isKept }) => [name, isKept] as const) },
      {
        assumes: kept.length > 0 && !isSure ? declared.assumes : [],
        cause: `copies-deleted/${place.name}/${store.name}`,
        waitsFor: 'who can delete a copy: "immutable" of it, or "locked" of the place where it lies',
        hint: 'immutable: true, or a place that locks what it holds: locked',
        stated: [stated, ...sources],
      },
    ),
  ]
}

export const restoredWords = {
  restoring: ({ step, store, copy, takes, restores }: RestoredParts['restoring'], truth: Truth): string => {
    const alone = `to bring ${copy} of ${store} back takes ${saySpan(restores)} alone`
    return truth === true
      ? `${step} takes ${saySpan(takes)}, and ${alone}`
      : `${step} is given ${saySpan(takes)}, and ${alone}`
  },
  promoting: ({ step, store, takes, promotes }: RestoredParts['promoting'], truth: Truth): string =>
    `${step} ${truth === true ? 'takes' : 'is given'} ${saySpan(takes)}, and to promote a follower of ${store} takes ${saySpan(promotes)} alone`,
  deletes: ({ store, copies }: RestoredParts['deletes'], truth: Truth): Words => ({
    line:
      truth === true
        ? `copies of ${store} are left that nobody can delete`
        : truth === false
          ? `whoever is in can delete all copies of ${store}`
          : `nobody says that a copy of ${store} is left which whoever is in cannot delete`,
    rows: copies.map(([name, isKept]) => [
      name,
      isKept ? 'nobody can delete it' : isKept === false ? 'can be deleted' : 'nobody says who can delete it',
    ]),
  }),
}
