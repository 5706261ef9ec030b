// A law that lets persons have deleted what is kept of them, against what nobody can delete: copies that are locked until their
// time, and what only grows. That copies end some time is enough for most authorities, where what was deleted does not come back
// with them (ico.org.uk: Right to erasure, "beyond use"); of chains, that persons are better not in them at all (EDPB, Guidelines
// 02/2025). Nothing here is broken: a law has exceptions, which nobody says.

import { knownStandard } from '../../knowledge/standards.ts'
import type { Backup, Component } from '../../platform/component.ts'
import { keptSeconds } from '../../platform/copies-kept.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Content, Environment, Standard } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { asDeclared } from './as-declared.ts'

interface Of {
  readonly standard: string
  readonly known: string
}

type Erased = Of & { readonly store: string; readonly how?: Content['erased'] }

export type ErasesParts = {
  erased: Erased & { readonly copies: readonly string[]; readonly lastSeconds?: number }
  written: Erased & { readonly contents: readonly string[]; readonly isPersonal: boolean }
}

type Parts = readonly AnyPart<ErasesParts>[]

/** Of a standard that is claimed, and is known to say so. */
export function erasesParts({ name, stated }: Standard, world: World): readonly AnyPart<ErasesParts>[] {
  const known = knownStandard(name)
  const article = known?.value.erases
  if (!known || article === undefined || !world.platform) return []
  const of = { standard: name, known: `${article} (${known.asOf})` }
  const all = Map.groupBy(environmentsOf(world.platform).filter(isReal).flatMap(componentsOf), (one) => one.name)
  const places = [...all].sort(([a], [b]) => byCodePoint(a, b)).map(([store, as]) => ({ store, ...kept(as) }))
  if (!places.some(({ persons }) => persons.length > 0)) return []
  return places.flatMap((place) => [...copiesPart(place, of, stated, world), ...writtenPart(place, of, stated, world)])
}

// Rows that are made up, or of which persons were made unknown, are nobody's.
function isReal({ data }: Environment): boolean {
  return data === undefined || data === 'production' || data === 'subset'
}

interface Place {
  readonly store: string
  readonly persons: readonly Content[]
  /** What is never let go of. */
  readonly forGood: readonly Content[]
  /** Copies that nobody can delete. */
  readonly copies: readonly Backup[]
}

// One component, as it is in each environment.
function kept(as: readonly Component[]): Omit<Place, 'store'> {
  const contents = as.flatMap((one) => traitsOf(one).holds ?? [])
  const copies = as.flatMap((one) => traitsOf(one).backsUp).filter(isLocked)
  return {
    persons: contents.filter((one) => one.class === 'personal'),
    forGood: contents.filter(({ lives }) => lives === 'for-good'),
    copies: [...new Map(copies.map((one) => [one.name, one])).values()].sort((a, b) => byCodePoint(a.name, b.name)),
  }
}

function isLocked({ immutable, to }: Backup): boolean {
  return immutable === true || (to?.is === 'component' && traitsOf(to).objects?.locked !== undefined)
}

function copiesPart({ store, persons, copies }: Place, of: Of, stated: Stated | undefined, world: World): Parts {
  if (persons.length === 0 || copies.length === 0) return []
  const how = howOf(persons)
  const ends = copies.map(endSeconds)
  const lastSeconds = ends.every((one) => one !== undefined) ? Math.max(...ends) : undefined
  const isOpen = how === undefined || (how === 'after-each-restore' && lastSeconds === undefined)
  const says = `what a person has had deleted from ${store} is deleted from its copies ${howWords[how ?? 'after-each-restore']}, as declared`
  const declared = asDeclared(`erased/${store}`, says, world)
  return [
    part(
      'erased',
      isOpen ? undefined : declared.truth,
      {
        ...of,
        store,
        copies: copies.map(({ name }) => name),
        ...(how && { how }),
        ...(lastSeconds !== undefined && { lastSeconds }),
      },
      {
        assumes: isOpen ? [] : declared.assumes,
        cause: `erased/${store}`,
        hint: "erased: 'with-its-key', or 'after-each-restore' with copies that end some time",
        stated: [stated, ...persons.map((one) => one.stated), ...copies.map((one) => one.stated)],
      },
    ),
  ]
}

function writtenPart({ store, forGood }: Place, of: Of, stated: Stated | undefined, world: World): Parts {
  if (forGood.length === 0) return []
  const persons = forGood.filter((one) => one.class === 'personal')
  const open = forGood.filter((one) => one.class === undefined)
  const isUnread = persons.length > 0 && howOf(persons) === 'with-its-key'
  const isOpen = open.length > 0 || (persons.length > 0 && !isUnread)
  const says = isUnread
    ? `what is of persons in ${store} leads to nobody once the key of that person is deleted, as declared`
    : `nothing in ${store} is of persons, as declared`
  const declared = asDeclared(`written/${store}`, says, world)
  const shown = open.length > 0 ? open : persons.length > 0 ? persons : forGood
  return [
    part(
      'written',
      isOpen ? undefined : declared.truth,
      {
        ...of,
        store,
        contents: [...new Set(shown.map(({ name }) => name))].sort(byCodePoint),
        isPersonal: shown === persons,
        ...(isUnread && { how: 'with-its-key' as const }),
      },
      {
        assumes: isOpen ? [] : declared.assumes,
        cause: `written/${store}`,
        hint: "class of what is written there, 'personal' or another; and of what is personal, erased: 'with-its-key'",
        stated: [stated, ...shown.map((one) => one.stated)],
      },
    ),
  ]
}

// Where it is said of each, and the same.
function howOf(persons: readonly Content[]): Content['erased'] {
  const [how, ...others] = new Set(persons.map(({ erased }) => erased))
  return others.length === 0 ? how : undefined
}

/** When the last of it is gone; undefined where nobody says. */
function endSeconds(copy: Backup): number | undefined {
  const [keeps, archived] = [keptSeconds(copy), secondsOf(copy.archive?.for) ?? 0]
  return keeps === undefined ? undefined : keeps + archived
}

const howWords = {
  'with-its-key': 'with a key of that person alone',
  'after-each-restore': 'after each restore',
} as const

export const erasesWords = {
  erased: ({ standard, known, store, copies, how, lastSeconds }: ErasesParts['erased'], truth: Truth): Words => {
    const until = lastSeconds === undefined ? 'for a time that nobody says' : `for up to ${saySeconds(lastSeconds)}`
    const rows = [
      ['nobody can delete', copies.join(', ')],
      ['they stay', until],
      ['known', known],
    ] as const
    const line = `${standard} lets persons have their data erased: what was erased from ${store}`
    if (truth === undefined)
      return { line: `${line} is in its copies still, and nobody says what becomes of it there`, rows }
    if (truth === false) return { line: `${line} is in its copies still`, rows }
    return { line: how === undefined ? line : `${line} leaves its copies ${howWords[how]}`, rows }
  },
  written: ({ standard, known, store, contents, isPersonal, how }: ErasesParts['written'], truth: Truth): Words => {
    const line = `${standard} lets persons have their data erased, and nothing that is written to ${store} ever is`
    const rows = [['known', known]] as const
    const what = contents.join(' and ')
    if (how !== undefined && truth !== undefined)
      return { line: `${line}: persons in ${what} leave it ${howWords[how]}`, rows }
    if (truth === true) return { line: `${line}: no person is in ${what}`, rows }
    if (isPersonal) return { line: `${line}: persons are in ${what}, and nobody says how they leave it`, rows }
    return { line: `${line}: nobody says whether persons are in ${what}`, rows }
  },
}
