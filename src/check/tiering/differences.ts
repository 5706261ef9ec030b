// In what two environments differ, as they are declared: components, their options, and what stands under them.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import { makingOf } from '../../platform/made.ts'
import type { Call, Difference, Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'

export interface EnvironmentDifference {
  readonly kind: Difference | 'components'
  /** `checkout`, `checkout replicas`, `kubernetes`. */
  readonly what: string
  readonly here: string
  readonly there: string
  /** The one of which nobody says it: silence is no difference. */
  readonly open?: 'here' | 'there'
}

// Where an option says nothing of a kind, it is a setting.
const kinds: ReadonlyMap<string, Difference> = new Map([
  ...(['replicas', 'members', 'requests', 'limits', 'volume', 'scales', 'resizes', 'shards', 'budget'] as const).map(
    (option) => [option, 'size'] as const,
  ),
  ...(['at', 'stage', 'over', 'listens'] as const).map((option) => [option, 'endpoints'] as const),
  ...(['image', 'software', 'version'] as const).map((option) => [option, 'versions'] as const),
  ...(['pool', 'place', 'in'] as const).map((option) => [option, 'cluster'] as const),
])

// What is said about an option, and not what it is.
const silent: ReadonlySet<string> = new Set(['stated', 'cites'])

/** Sorted by what differs. */
export function differencesOf(here: Environment, there: Environment): readonly EnvironmentDifference[] {
  const found = [...componentDifferences(here, there), ...environmentDifferences(here, there)]
  return found.sort((a, b) => byCodePoint(a.what, b.what))
}

function componentDifferences(here: Environment, there: Environment): readonly EnvironmentDifference[] {
  const own = new Map(componentsOf(here).map((component) => [component.name, component]))
  const other = new Map(componentsOf(there).map((component) => [component.name, component]))
  const stands = new Map(here.instead.map(([was, is]) => [was.name, is.name]))
  const names = [...new Set([...own.keys(), ...other.keys()])]
  return names.flatMap((name): readonly EnvironmentDifference[] => {
    const [mine, theirs] = [own.get(name), other.get(name)]
    if (mine && theirs) return optionDifferences(mine, theirs, stands)
    // What stands in place of another answers under another name.
    const instead = stands.get(name)
    if (theirs && instead !== undefined) return [{ kind: 'endpoints', what: name, here: instead, there: name }]
    if (mine && [...stands.values()].includes(name)) return []
    return [{ kind: 'components', what: name, here: mine ? 'runs' : 'absent', there: theirs ? 'runs' : 'absent' }]
  })
}

// A call to what something else stands for goes to that here: it is said once, of what is called.
function optionDifferences(
  mine: Component,
  theirs: Component,
  stands: ReadonlyMap<string, string>,
): readonly EnvironmentDifference[] {
  const options = new Set([...Object.keys(mine.options), ...Object.keys(theirs.options)])
  return [...options]
    .filter((option) => !silent.has(option))
    .flatMap((option): readonly EnvironmentDifference[] => {
      const [here, there] = [textOf(mine.options[option]), textOf(theirs.options[option])]
      if (here === there || here === textOf(theirs.options[option], stands)) return []
      return [{ kind: kinds.get(option) ?? 'settings', what: `${mine.name} ${option}`, here, there }]
    })
}

type Row = readonly [Difference, string, (of: Environment) => unknown]

// What stands whether or not somebody says it: where one of the two says nothing, nobody knows whether they differ.
const found: readonly Row[] = [
  ['versions', 'kubernetes', ({ on }) => on.kubernetes],
  ['cluster', 'distribution', ({ on }) => on.bare ?? on.distribution],
  ['cluster', 'network plugin', ({ on }) => on.cni],
  ['cluster', 'storage classes', ({ on }) => Object.keys(on.storage).sort()],
  ['size', 'zones', ({ on }) => [...new Set(on.nodes.flatMap(({ zone }) => zone ?? []))].sort().length || undefined],
  ['settings', 'secrets', ({ secrets }) => secrets.map(({ name }) => name).sort()],
  ['settings', 'features', ({ features }) => features],
  ['settings', 'variables', ({ variables }) => variables],
]

// What is there only where somebody makes it.
const made: readonly Row[] = [
  ['settings', 'mesh', ({ mesh }) => mesh],
  ['settings', 'policies', ({ policies }) => policies],
  ['size', 'scaling', ({ scales }) => scales],
  ['size', 'quota', ({ quota }) => quota?.hard],
]

const pools: Row = ['cluster', 'pools', ({ on }) => Object.keys(on.pools).sort()]

function environmentDifferences(here: Environment, there: Environment): readonly EnvironmentDifference[] {
  // A cluster whose nodes are named one by one has no pools; of one without nodes nobody says anything.
  const areDescribed = here.on.nodes.length > 0 && there.on.nodes.length > 0
  const [certain, open] = areDescribed ? [[...made, pools], found] : [made, [...found, pools]]
  return [
    ...certain.flatMap((row) => differenceIn(row, here, there)),
    ...open.flatMap((row) => differenceIn(row, here, there).map(undecided)),
  ]
}

function differenceIn([kind, what, of]: Row, here: Environment, there: Environment): readonly EnvironmentDifference[] {
  const [mine, theirs] = [textOf(of(here)), textOf(of(there))]
  return mine === theirs ? [] : [{ kind, what, here: mine, there: theirs }]
}

function undecided(difference: EnvironmentDifference): EnvironmentDifference {
  if (difference.here === nothing) return { ...difference, open: 'here' }
  return difference.there === nothing ? { ...difference, open: 'there' } : difference
}

const nothing = 'nothing'

/** A value in words that are the same for what is the same: what a noun made goes by its name. */
function textOf(value: unknown, stands: ReadonlyMap<string, string> = new Map()): string {
  if (value === undefined) return nothing
  if (typeof value !== 'object' || value === null) return `${value}`
  const { name, component, port } = value as { name?: unknown; component?: unknown; port?: unknown }
  const text = (held: unknown) => textOf(held, stands)
  if (makingOf(value) && typeof name === 'string') return stands.get(name) ?? name
  if (makingOf(value) && component !== undefined) return `${text(component)}:${port}`
  if (Array.isArray(value)) return value.length === 0 ? nothing : value.map(text).sort().join(', ')
  if (makingOf(value)?.is === 'call') return callText(value as Call, text)
  const entries = Object.entries(value)
    .filter(([key]) => !silent.has(key))
    .sort(([a], [b]) => byCodePoint(a, b))
  return entries.map(([key, held]) => `${key}: ${text(held)}`).join(', ') || nothing
}

function callText({ is: _, to, stated: __, ...how }: Call, text: (held: unknown) => string): string {
  return Object.keys(how).length === 0 ? text(to) : `${text(to)} (${text(how)})`
}
