// The weeks of a roadmap: one phase follows on another, and what something stands on or calls is set up no later.

import { componentsOf } from '../../platform/derive.ts'
import type { Phase, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'

export type WeeksParts = {
  follow: { readonly rows: readonly (readonly [phase: string, weeks: string])[]; readonly gaps: readonly string[] }
  needs: {
    readonly name: string
    readonly by: number
    readonly needed: string
    readonly needs: 'stands on' | 'calls'
    readonly after: number
  }
}

interface Dated extends Phase {
  readonly weeks: readonly [first: number, last: number]
}

export function weeksParts(roadmap: readonly Phase[], platform: Platform): readonly AnyPart<WeeksParts>[] {
  const dated = roadmap.filter((phase): phase is Dated => phase.weeks !== undefined)
  if (dated.length === 0) return []
  return [followPart(dated), ...needsParts(dated, platform)]
}

function followPart(phases: readonly Dated[]): AnyPart<WeeksParts> {
  const last = Math.max(...phases.map(({ weeks }) => weeks[1]))
  const weeks = Array.from({ length: last }, (_, at) => at + 1)
  const gaps = weeks.filter((week) => !phases.some(({ weeks: [from, to] }) => from <= week && week <= to))
  return part(
    'follow',
    gaps.length === 0 ? true : undefined,
    {
      rows: phases.map(({ name, weeks: [from, to] }) => [
        name,
        from === to ? `week ${from}` : `weeks ${from} to ${to}`,
      ]),
      gaps: gaps.map(String),
    },
    { ...(gaps.length > 0 && { waitsFor: 'weeks:' }), stated: phases.map(({ stated }) => stated) },
  )
}

interface SetUp {
  readonly last: number
  readonly stated: Stated | undefined
}

/** The last week of the first phase with a task of it, by noun and name. */
function setUpIn(phases: readonly Dated[]): ReadonlyMap<string, SetUp> {
  const found = new Map<string, SetUp>()
  for (const { weeks, tasks, stated } of phases)
    for (const { is, name } of tasks.flatMap(({ of }) => of)) {
      const key = `${is} ${name}`
      const held = found.get(key)
      if (held === undefined || weeks[1] < held.last) found.set(key, { last: weeks[1], stated })
    }
  return found
}

// Stores alone are waited for: other services may be missing for a while.
function needsParts(phases: readonly Dated[], platform: Platform): readonly AnyPart<WeeksParts>[] {
  const setUp = setUpIn(phases)
  const late = new Map<string, AnyPart<WeeksParts>>()
  for (const environment of environmentsOf(platform))
    for (const component of componentsOf(environment)) {
      const own = setUp.get(`component ${component.name}`)
      if (!own) continue
      const called = traitsOf(component)
        .calls.map((target) => (target.is === 'port' ? target.component : target))
        .filter((target) => traitsOf(target).keeps.length > 0)
      const needed = [
        { noun: 'cluster', name: environment.on.name, needs: 'stands on' as const },
        ...called.map(({ name }) => ({ noun: 'component', name, needs: 'calls' as const })),
      ]
      for (const { noun, name, needs } of needed) {
        const other = setUp.get(`${noun} ${name}`)
        if (other === undefined || other.last <= own.last) continue
        const data = { name: component.name, by: own.last, needed: name, needs, after: other.last }
        const more = { cause: `later/${name}`, hint: `${name} in an earlier phase`, stated: [own.stated, other.stated] }
        late.set(`${component.name} ${name}`, part('needs', false, data, more))
      }
    }
  return [...late.values()]
}

export const weeksSays = {
  follow: ({ rows, gaps }: WeeksParts['follow']) => ({
    line:
      gaps.length === 0
        ? 'each week has a phase'
        : `nobody says what is done in ${gaps.length === 1 ? 'week' : 'weeks'} ${gaps.join(', ')}`,
    rows,
  }),
  needs: ({ name, by, needed, needs, after }: WeeksParts['needs']) =>
    `${name} is set up by week ${by}, and ${needed}, which it ${needs}, by week ${after}`,
}
