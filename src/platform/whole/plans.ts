// What is declared beside components and promises names environments of the platform, and components that run there.

import type { Component } from '../component.ts'
import { componentIn, componentsOf } from '../derive.ts'
import type { BusinessFunction, Drill, Environment, Platform, Procedure, Scenario } from '../model.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf } from '../resolve.ts'
import { isThere } from './is-there.ts'
import { isSound, problem, repeated, unknownName } from './tell.ts'

export function* planProblems(platform: Platform): Generator<Problem> {
  const { decisions, deliveries, drills, procedures, functions, failovers } = platform
  const scenarios = platform.scenarios.filter((one) => one.is === 'scenario')
  const environments = environmentsOf(platform)
  for (const named of [decisions, deliveries, drills, procedures, scenarios, functions, failovers]) {
    for (const again of repeated<{ readonly name: string }>(named, ({ name }) => name))
      yield problem(again, 'name', `a second '${again.name}'`, 'a name of its own')
  }
  for (const drill of drills) if (isSound(drill)) yield* drillProblems(drill, environments)
  for (const procedure of procedures) if (isSound(procedure)) yield* procedureProblems(procedure, environments)
  for (const one of [...scenarios, ...functions]) if (isSound(one)) yield* struckProblems(one, environments)
  for (const failover of failovers) {
    if (!isSound(failover)) continue
    for (const path of ['from', 'to'] as const) yield* isThere(failover, path, failover[path], environments)
  }
  for (const delivery of deliveries) {
    if (!isSound(delivery)) continue
    for (const [index, place] of delivery.applies.entries())
      yield* isThere(delivery, `applies[${index}]`, place, environments)
    for (const wave of delivery.waves) {
      for (const component of [...wave.applies, ...wave.migrates])
        yield* runsIn(wave, 'applies', component, delivery.applies)
    }
  }
}

function* drillProblems(drill: Drill, environments: readonly Environment[]): Generator<Problem> {
  yield* isThere(drill, 'in', drill.in, environments)
  if (drill.from) yield* isThere(drill, 'from', drill.from, environments)
  if (drill.restores) yield* runsIn(drill, 'restores', drill.restores, [drill.from ?? drill.in])
}

function* struckProblems(one: Scenario | BusinessFunction, environments: readonly Environment[]): Generator<Problem> {
  yield* isThere(one, 'in', one.in, environments)
  if (one.is === 'scenario') return
  for (const [index, component] of (one.needs ?? []).entries())
    yield* runsIn(one, `needs[${index}]`, component, [one.in])
}

function* procedureProblems(procedure: Procedure, environments: readonly Environment[]): Generator<Problem> {
  if (procedure.in) yield* isThere(procedure, 'in', procedure.in, environments)
  for (const step of procedure.steps) {
    const place = step.in ?? procedure.in
    if (step.in) yield* isThere(step, 'in', step.in, environments)
    if (place) for (const component of step.of ?? []) yield* runsIn(step, 'of', component, [place])
  }
}

function* runsIn(of: object, path: string, component: Component, places: readonly Environment[]): Generator<Problem> {
  if (places.some((place) => componentIn(place, component))) return
  const names = places.flatMap(componentsOf).map(({ name }) => name)
  const where = places.map(({ name }) => name).join(' or ')
  yield unknownName(of, path, component.name, `a component that ${where} runs`, names)
}
