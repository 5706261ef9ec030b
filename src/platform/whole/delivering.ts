// What a platform says of its delivery names environments of it, and components that run there.

import type { Component } from '../component.ts'
import { componentIn, componentsOf } from '../derive.ts'
import { makingOf } from '../made.ts'
import type { Environment, Platform, Team } from '../model.ts'
import type { Problem } from '../problem.ts'
import { allReachable } from '../reachable.ts'
import { environmentsOf } from '../resolve.ts'
import { isThere } from './is-there.ts'
import { isSound, problem, repeated, unknownName, written } from './tell.ts'

type Named = { readonly name: string }

export function* deliveringProblems(platform: Platform): Generator<Problem> {
  const { branches, pipelines, releases, rollouts, charts, registries, infrastructure, roadmap, drawings } = platform
  const { configurations } = platform
  const lists: readonly (readonly Named[])[] = [
    ...[branches, pipelines, releases, rollouts, charts, registries, infrastructure, roadmap, drawings, configurations],
    teamsIn(platform),
  ]
  for (const named of lists) {
    for (const again of repeated<Named>(named, ({ name }) => name))
      yield problem(again, 'name', `a second '${again.name}'`, 'a name of its own')
  }
  for (const again of repeated(
    written(platform.promotions, platform, 'promotions'),
    ({ from, to }) => `${from?.is} ${from?.name} ${to.name}`,
  ))
    yield problem(again, 'to', `a second promotion from ${again.from?.name ?? 'nowhere'} to ${again.to.name}`, 'one')
  const environments = environmentsOf(platform)
  for (const [of, path, place] of placesIn(platform)) if (isSound(of)) yield* isThere(of, path, place, environments)
  for (const rollout of rollouts.filter(isSound))
    for (const component of rollout.of) yield* runsSomewhere(rollout, 'of', component, rollout.in ?? environments)
  for (const promotion of platform.promotions.filter(isSound))
    for (const component of promotion.migrates) yield* runsSomewhere(promotion, 'migrates', component, [promotion.to])
  for (const stage of platform.pipelines.flatMap(({ stages }) => stages).filter(isSound))
    for (const component of stage.migrates)
      yield* runsSomewhere(stage, 'migrates', component, stage.in ? [stage.in] : environments)
}

type Place = readonly [of: object, path: string, place: Environment]

function* placesIn(platform: Platform): Generator<Place> {
  for (const branch of platform.branches) if (branch.deploysTo) yield [branch, 'deploysTo', branch.deploysTo]
  for (const promotion of platform.promotions) {
    if (promotion.from?.is === 'environment') yield [promotion, 'from', promotion.from]
    yield [promotion, 'to', promotion.to]
  }
  for (const release of platform.releases) {
    yield [release, 'to', release.to]
    if (release.validatedIn) yield [release, 'validatedIn', release.validatedIn]
  }
  for (const pipeline of platform.pipelines) {
    yield* eachOf(pipeline, 'serves', pipeline.serves)
    for (const stage of pipeline.stages) if (stage.in) yield [stage, 'in', stage.in]
  }
  for (const rollout of platform.rollouts) yield* eachOf(rollout, 'in', rollout.in ?? [])
  for (const infrastructure of platform.infrastructure)
    yield* eachOf(infrastructure, 'environments', infrastructure.environments)
  for (const configuration of platform.configurations) yield* eachOf(configuration, 'of', configuration.of)
  for (const chart of platform.charts) {
    for (const [file, places] of Object.entries(chart.values))
      yield* eachOf(chart, `values.${file}`, written(places, chart, 'values', file))
    for (const command of chart.commands) yield* eachOf(command, 'in', written(command.in ?? [], command, 'in'))
  }
}

function eachOf(of: object, path: string, places: readonly Environment[]): readonly Place[] {
  return places.map((place, at) => [of, `${path}[${at}]`, place])
}

function* runsSomewhere(
  of: object,
  path: string,
  component: Component,
  places: readonly Environment[],
): Generator<Problem> {
  if (places.some((place) => componentIn(place, component))) return
  const where = places.map(({ name }) => name).join(' or ')
  const names = places.flatMap(componentsOf).map(({ name }) => name)
  yield unknownName(of, path, component.name, `a component that ${where} runs`, names)
}

function teamsIn(platform: Platform): readonly Team[] {
  return allReachable(platform).filter((value) => makingOf(value)?.is === 'team') as readonly Team[]
}
