// What a drawing has and what is declared, side by side.

import type { Component } from '../../platform/component.ts'
import { componentsOf, flowsOf } from '../../platform/derive.ts'
import type { Box, Drawing, Environment, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'

type Pair = readonly [from: string, to: string]

export interface Drawn {
  readonly boxes: number
  /** Words of boxes that stand for nothing declared. */
  readonly undeclared: readonly string[]
  /** Between what is declared. */
  readonly arrows: number
  readonly undeclaredArrows: readonly Pair[]
  /** To where a version is promoted, and nobody says from where. */
  readonly openArrows: readonly Pair[]
  /** Declared between two boxes, and without an arrow. */
  readonly undrawnWays: readonly Pair[]
  readonly whole?: { readonly place: string; readonly count: number; readonly undrawn: readonly string[] }
}

/** Names of what a box stands for: a cluster for all that runs on it, monitoring for its parts. */
type Members = ReadonlySet<string>

export function drawnIn(drawing: Drawing, platform: Platform): Drawn {
  const environments = drawing.of ? [drawing.of] : environmentsOf(platform)
  const boxes = new Set<Box>([...drawing.arrows.flat(), ...drawing.boxes])
  const declared = [...boxes].filter((box) => typeof box !== 'string')
  const members = new Map(declared.map((box) => [box, membersOf(box, environments)] as const))
  const ways = waysBetween(environments, platform)
  for (const box of declared)
    if (box.is === 'monitoring')
      for (const { name } of box.watches ?? []) ways.set(name, new Set([...(ways.get(name) ?? []), box.name]))
  const arrows = drawing.arrows.flatMap(([from, to]) =>
    typeof from === 'string' || typeof to === 'string' ? [] : [{ from, to }],
  )
  const drawnNames = new Set([...members.values()].flatMap((names) => [...names]))
  const copies = copiesBetween(environments)
  const fromNowhere = new Set(platform.promotions.flatMap(({ from, to }) => (from ? [] : [to.name])))
  const notFound = arrows.filter(({ from, to }) => {
    const [left, right] = [members.get(from) ?? new Set<string>(), members.get(to) ?? new Set<string>()]
    return !leads(left, right, ways, drawnNames) && !copies.some(([of, place]) => left.has(of) && right.has(place))
  })
  const isOpen = ({ from, to }: (typeof arrows)[number]) => from.is === 'environment' && fromNowhere.has(to.name)
  const pairsOf = (found: typeof arrows) => found.map(({ from, to }): Pair => [from.name, to.name])
  const covered = (from: string, to: string) =>
    arrows.some((arrow) => members.get(arrow.from)?.has(from) && members.get(arrow.to)?.has(to)) ||
    declared.some((box) => box.is === 'cluster' && members.get(box)?.has(from) && members.get(box)?.has(to))
  const undrawnWays = [...ways].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => drawnNames.has(from) && drawnNames.has(to) && !covered(from, to))
      .map((to) => [from, to] as const),
  )
  return {
    boxes: boxes.size,
    undeclared: [...boxes].filter((box) => typeof box === 'string'),
    arrows: arrows.length,
    undeclaredArrows: pairsOf(notFound.filter((arrow) => !isOpen(arrow))),
    openArrows: pairsOf(notFound.filter(isOpen)),
    undrawnWays,
    ...(drawing.of && { whole: wholeOf(drawing.of, drawnNames) }),
  }
}

function membersOf(box: Exclude<Box, string>, environments: readonly Environment[]): Members {
  if (box.is === 'monitoring') return new Set([box.name, ...box.by.map(({ name }) => name)])
  if (box.is !== 'cluster') return new Set([box.name])
  const inside = environments
    .filter(({ on }) => on.name === box.name)
    .flatMap(componentsOf)
    .filter(isInside)
  return new Set([box.name, ...inside.map(({ name }) => name)])
}

function isInside(component: Component): boolean {
  const { runs, managed } = traitsOf(component)
  return managed === undefined && runs.some(({ controller }) => controller !== 'outside')
}

/** Calls of components, and promotions of environments, by names. */
function waysBetween(environments: readonly Environment[], platform: Platform): Map<string, ReadonlySet<string>> {
  const ways = new Map<string, Set<string>>()
  const add = (from: string, to: string) => ways.set(from, (ways.get(from) ?? new Set()).add(to))
  for (const environment of environments) {
    for (const caller of componentsOf(environment)) {
      const { calls, tuned = [] } = traitsOf(caller)
      for (const target of calls) {
        const { name } = target.is === 'port' ? target.component : target
        const through = tuned.find(({ to }) => to === target)?.through
        // What a call goes through is drawn between the two.
        add(caller.name, through?.name ?? name)
        if (through) add(through.name, name)
      }
    }
    for (const { from, to } of flowsOf(environment)) add(from.name, (to.is === 'port' ? to.component : to).name)
  }
  for (const { from, to } of platform.promotions) if (from?.is === 'environment') add(from.name, to.name)
  return ways
}

/** Stores, and the places that copies of them go to: an arrow may show it, and none has to. */
function copiesBetween(environments: readonly Environment[]): readonly Pair[] {
  return environments.flatMap(componentsOf).flatMap((store) => {
    const { backsUp, operated } = traitsOf(store)
    const places = [...backsUp.map(({ to }) => to), operated?.archive?.to]
    return places.flatMap((to): readonly Pair[] =>
      to?.is === 'component' || to?.is === 'bucket' ? [[store.name, to.name]] : [],
    )
  })
}

// Through whatever the drawing leaves out.
function leads(from: Members, to: Members, ways: ReadonlyMap<string, ReadonlySet<string>>, drawn: Members): boolean {
  const seen = new Set(from)
  for (const name of seen) {
    for (const next of ways.get(name) ?? []) {
      if (to.has(next)) return true
      if (!drawn.has(next)) seen.add(next)
    }
  }
  return false
}

function isVolume(component: Component): boolean {
  const { runs, serves, calls, keeps } = traitsOf(component)
  return keeps.length > 0 && runs.length + serves.length + calls.length === 0
}

function wholeOf(environment: Environment, drawn: Members): NonNullable<Drawn['whole']> {
  // A volume that others mount is no box of its own.
  const names = componentsOf(environment)
    .filter((component) => !isVolume(component))
    .map(({ name }) => name)
  return { place: environment.name, count: names.length, undrawn: names.filter((name) => !drawn.has(name)) }
}
