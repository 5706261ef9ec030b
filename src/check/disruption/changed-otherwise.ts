// That nothing is missed while some components are changed is little, where those that they need, or that lead to them,
// go away with a change of their own: of these nothing is said.

import type { Component } from '../../platform/component.ts'
import { componentsOf, targetIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { isOutside, traitsOf } from '../../platform/traits.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'

/** Where it is promised of some that there are pods throughout a rollout: what calls them or is called by them without it. */
export function* changedOtherwise(world: World): Generator<Advice> {
  for (const environment of world.platform ? environmentsOf(world.platform) : []) {
    const promised = promisedIn(environment, world)
    if (promised.size === 0) continue
    const said = saidIn(environment, world)
    const open = besides(environment, promised).filter(([name]) => !promised.has(name) && !said.has(name))
    if (open.length === 0) continue
    const line = `${environment.name}: nothing is to be missed while ${listed([...promised])} ${promised.size === 1 ? 'is' : 'are'} changed, and nobody says how what stands beside ${promised.size === 1 ? 'it' : 'them'} is`
    yield {
      id: `changed-otherwise/${environment.name}`,
      says: { line, rows: open.map(([name, whom]) => [name, `${whom.join(', ')}`] as const) },
    }
  }
}

function promisedIn({ name }: Environment, { promises }: World): ReadonlySet<string> {
  return new Set(
    promises.flatMap((promise) =>
      promise.is === 'promise' && promise.kind === 'rolls' && (promise.in === undefined || promise.in.name === name)
        ? [promise.component.name]
        : [],
    ),
  )
}

/** How they are changed, by name: what the platform says of it. */
function saidIn({ name }: Environment, { platform }: World): ReadonlySet<string> {
  const here = (platform?.rollouts ?? []).filter(
    (one) => one.in === undefined || one.in.some((place) => place.name === name),
  )
  return new Set(here.flatMap(({ of }) => of.map((one) => one.name)))
}

function besides(environment: Environment, promised: ReadonlySet<string>): readonly (readonly [string, string[]])[] {
  const whom = new Map<string, Set<string>>()
  const add = (name: string, text: string) => whom.set(name, (whom.get(name) ?? new Set()).add(text))
  const own = componentsOf(environment).filter((one) => !isOutside(traitsOf(one)))
  const inside = new Set(own.map(({ name }) => name))
  for (const caller of own)
    for (const called of calledBy(caller, environment)) {
      if (!inside.has(called) || called === caller.name) continue
      if (promised.has(caller.name)) add(called, `${caller.name} calls it`)
      if (promised.has(called)) add(caller.name, `calls ${called}`)
    }
  return [...whom].map(([name, texts]) => [name, shortened([...texts].sort(byCodePoint))] as const).sort(byName)
}

function calledBy(component: Component, environment: Environment): ReadonlySet<string> {
  const targets = traitsOf(component).calls.map((called) => targetIn(environment, called))
  return new Set(targets.map((to) => (to.is === 'port' ? to.component.name : to.name)))
}

function shortened(texts: string[]): string[] {
  return texts.length > 3 ? [...texts.slice(0, 2), `and ${texts.length - 2} more`] : texts
}

function listed(names: readonly string[]): string {
  const sorted = names.toSorted(byCodePoint)
  return sorted.length > 4 ? `${sorted.slice(0, 3).join(', ')} and ${sorted.length - 3} more` : sorted.join(', ')
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodePoint(a, b)
}
