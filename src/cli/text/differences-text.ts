// Where a live cluster says otherwise than the files: what several objects share once, then object by object.

import type { Difference } from '../../estate/live/differences.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { count } from './count.ts'
import { placeText } from './place-text.ts'
import { wrap } from './wrap.ts'

// More than these are counted: all of them are in --format json.
export const mostObjects = 12
const mostNames = 8
// The same difference in as many objects has one reason: a release, a renamed label.
const fewestAlike = 3

interface Compared {
  readonly differences: readonly Difference[]
  /** How many objects were compared. */
  readonly compared: number
}

export function differencesText({ differences, compared }: Compared, width: number | undefined): readonly string[] {
  const fields = differences.filter(({ field }) => field !== undefined)
  const byObject = Map.groupBy(fields, ({ ref }) => ref)
  if (compared === 0) return ['  nothing could be compared']
  if (byObject.size === 0) return [`  ${count(compared, 'object')} compared, no written field differs there`]
  const alike = [...Map.groupBy(fields, keyOf).values()].filter((of) => of.length >= fewestAlike)
  const shared = new Set(alike.flat())
  const own = [...byObject].flatMap(([ref, of]): readonly (readonly [Ref, readonly Difference[]])[] => {
    const rest = of.filter((one) => !shared.has(one))
    return rest.length > 0 ? [[ref, rest]] : []
  })
  const more = own.length - mostObjects
  return [
    `  ${byObject.size} of ${count(compared, 'object')} compared differ there`,
    ...alike.slice(0, mostObjects).flatMap((of) => alikeText(of, width)),
    ...own.slice(0, mostObjects).flatMap(([ref, of]) => objectText(ref, of, width)),
    ...(more > 0 ? [`    and ${count(more, 'more object')}: --format json`] : []),
  ]
}

function keyOf({ field, written, live }: Difference): string {
  return JSON.stringify([field, written ?? null, live ?? null])
}

function alikeText(of: readonly Difference[], width: number | undefined): readonly string[] {
  const [first] = of
  if (!first) return []
  const names = listed(of.map(({ ref }) => nameOf(ref)))
  return [
    ...wrap(`    ${differenceLine(first)}, in ${count(of.length, 'object')}`, width, '        '),
    ...wrap(`      ${names}`, width, '        '),
  ]
}

function objectText(ref: Ref, of: readonly Difference[], width: number | undefined): readonly string[] {
  const more = of[0]?.more ?? 0
  const lines = of.map((one) => `      ${differenceLine(one)}${one.at ? ` (${placeText(one.at)})` : ''}`)
  return [
    `    ${nameOf(ref)}`,
    ...lines.flatMap((line) => wrap(line, width, '        ')),
    ...(more > 0 ? [`      and ${count(more, 'more field')}`] : []),
  ]
}

// Whoever reads of a container knows that it stands in a template.
function differenceLine({ field = '', written, live }: Difference): string {
  return `${field.replace('spec.template.spec.', '')}: ${said(written)} here, ${said(live)} there`
}

/** A few names, and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - mostNames
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ')
}

/** `Deployment shop/orders`. */
export function nameOf(ref: Ref): string {
  const { kind, namespace, name } = partsOf(ref)
  return namespace === '' ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}

// Values are shown as far as they help to find the place.
const mostCharacters = 40

function said(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text
}
