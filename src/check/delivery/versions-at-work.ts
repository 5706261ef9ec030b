// Which versions of the code work on one store: that of before beside that of after, and that of before again.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Procedure, Scenario, Strategy } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { isStore } from '../recovery/stores-in.ts'
import type { World } from '../world.ts'
import { isSure, sayingsIn } from './replaced-once.ts'
import { promotionWords } from './ways.ts'

/** Something that is said, as a row and with its lines. */
export interface Told {
  readonly row: readonly [what: string, how: string]
  readonly stated: Stated | undefined
}

interface Beside {
  /** What is written by the team, calls the store, and is replaced. */
  readonly callers: readonly Component[]
  readonly told: readonly Told[]
}

const together: readonly Strategy['kind'][] = ['rolling', 'blue-green', 'canary']

/** What calls a store and is replaced while the version before still runs, by what is said of its replacement. */
export function versionsBeside(store: Component, environment: Environment, { platform }: World): Beside {
  const callers = componentsOf(environment).filter((one) => !isStore(one) && calls(one, store) && hasVersions(one))
  if (!platform || callers.length === 0) return { callers, told: [] }
  const told = sayingsIn(environment, platform)
    .filter(({ component }) => callers.some(({ name }) => name === component.name))
    .flatMap(({ component, said }) =>
      said
        .filter(isSure)
        .filter(({ by }) => by.some(({ kind }) => together.includes(kind)) && !isAlone(component))
        .map(({ where, by, stated }) => ({
          row: [component.name, `${by.map(({ kind }) => kind).join(', then ')} (${where})`] as const,
          stated,
        })),
    )
  return { callers, told }
}

function calls(caller: Component, store: Component): boolean {
  return traitsOf(caller).calls.some((one) => (one.is === 'port' ? one.component : one).name === store.name)
}

// What reads a store to watch it or to copy it has no tables of its own in it.
function hasVersions(component: Component): boolean {
  const { runs, collects, gathers, notifies, backsUp } = traitsOf(component)
  const isRun = runs.some(({ controller }) => controller !== 'outside' && controller !== 'CronJob')
  return isRun && collects === undefined && gathers === undefined && notifies === undefined && backsUp.length === 0
}

// The only pod of a StatefulSet is gone before the next one starts.
function isAlone(component: Component): boolean {
  return traitsOf(component).runs.every(({ controller, replicas }) => controller === 'StatefulSet' && replicas < 2)
}

/** How a version is taken back there; what takes over elsewhere runs where rows are as they are. */
export function waysBack({ name }: Environment, { platform, plans }: World): readonly Told[] {
  if (!platform) return []
  const isHere = (place: Environment | undefined) => place?.name === name
  return [
    ...platform.promotions
      .filter(({ to, rollback }) => isHere(to) && rollback !== undefined && rollback !== 'failover')
      .map((one) => ({ row: [promotionWords(one), `goes back: ${one.rollback}`] as const, stated: one.stated })),
    ...platform.pipelines.flatMap((pipeline) =>
      pipeline.stages
        .filter(({ in: place, onFailure }) => isHere(place) && onFailure === 'rollback')
        .map((one) => ({ row: [`stage ${one.name} of ${pipeline.name}`, 'goes back'] as const, stated: one.stated })),
    ),
    ...platform.charts.flatMap(({ commands }) =>
      commands
        .filter(({ line, in: places = [] }) => places.some(isHere) && /^\s*helm\s+rollback\b/.test(line))
        .map(({ line, stated }) => ({ row: [line, 'goes back'] as const, stated })),
    ),
    ...(plans?.procedures ?? []).flatMap((procedure) => {
      const run = placesOf(procedure, plans?.scenarios ?? [])
      return procedure.steps
        .filter(({ does, in: place }) => does === 'rollback' && (place ? [place] : run).some(isHere))
        .map((one) => ({ row: [procedure.name, one.name] as const, stated: one.stated ?? procedure.stated }))
    }),
  ]
}

// Where it does not say so itself: where what it answers happens.
function placesOf(procedure: Procedure, scenarios: readonly Scenario[]): readonly Environment[] {
  if (procedure.in) return [procedure.in]
  return scenarios.flatMap(({ by, fallback, in: place }) =>
    [by, fallback].some((one) => one?.name === procedure.name) ? [place] : [],
  )
}
