// What changes the tables of a store, and whether it does so before what calls the store is deployed.

import type { Component } from '../../platform/component.ts'
import type { Environment, Pipeline } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import type { World } from '../world.ts'
import { promotionWords } from './ways.ts'

export interface Migrations {
  readonly by: readonly string[]
  /** The stage that deploys before any of them. */
  readonly late?: string
  readonly stated: readonly (Stated | undefined)[]
}

interface Means {
  readonly says: string
  /** Of a pipeline: its stage that deploys there before this one migrates. */
  readonly after?: string
  readonly stated: Stated | undefined
}

// That waves and steps follow each other as they must is asked of their delivery and of their procedure.
export function migrationsOf(store: Component, environment: Environment, { platform, plans }: World): Migrations {
  const isHere = (place: Environment | undefined) => place?.name === environment.name
  const isIt = ({ name }: Component) => name === store.name
  const means: readonly Means[] = [
    ...(platform?.promotions ?? [])
      .filter(({ to, migrates }) => isHere(to) && migrates.some(isIt))
      .map((one) => ({ says: promotionWords(one), stated: one.stated })),
    ...(platform?.pipelines ?? []).flatMap((one) => inPipeline(one, store, environment)),
    ...(plans?.deliveries ?? [])
      .filter(({ applies }) => applies.some(isHere))
      .flatMap(({ name, waves }) =>
        waves
          .filter(({ migrates }) => migrates.some(isIt))
          .map((wave) => ({ says: `wave ${wave.name} of ${name}`, stated: wave.stated })),
      ),
    ...(plans?.procedures ?? []).flatMap((procedure) =>
      procedure.steps
        .filter((one) => one.does === 'migrate' && isHere(one.in ?? procedure.in) && (one.of ?? []).some(isIt))
        .map((one) => ({ says: `${one.name} of ${procedure.name}`, stated: one.stated })),
    ),
  ]
  const late = means.every(({ after }) => after !== undefined) ? means[0]?.after : undefined
  return {
    by: means.map(({ says }) => says),
    ...(late !== undefined && { late }),
    stated: means.map(({ stated }) => stated),
  }
}

function inPipeline({ name, stages }: Pipeline, store: Component, environment: Environment): readonly Means[] {
  const here = stages.filter((stage) => stage.in?.name === environment.name)
  const deploys = here.findIndex(({ does }) => does.includes('deploy'))
  return here.flatMap((stage, at) => {
    if (!stage.migrates.some((one) => one.name === store.name)) return []
    const after = deploys >= 0 && at > deploys ? here[deploys]?.name : undefined
    return [{ says: `stage ${stage.name} of ${name}`, ...(after !== undefined && { after }), stated: stage.stated }]
  })
}
