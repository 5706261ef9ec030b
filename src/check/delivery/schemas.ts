// Tables that two versions of the code work on: both are at work while one takes the place of the other, and the one before
// is again where a version is taken back. Each change of the tables has to fit both, and to be made before what needs it.
// Sources: https://martinfowler.com/bliki/ParallelChange.html (expand, migrate, contract),
// https://learn.liferay.com/w/dxp/installation-and-upgrades/maintaining-a-liferay-installation/maintaining-clustered-installations/blue-green-deployments,
// 2026-11-23

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import type { Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { hasTables, storesIn } from '../recovery/stores-in.ts'
import { asDeclared } from '../security/as-declared.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type Migrations, migrationsOf } from './migrations.ts'
import { type Told, versionsBeside, waysBack } from './versions-at-work.ts'

type Row = readonly [what: string, how: string]

type SchemasParts = {
  fits: {
    readonly store: string
    readonly changes?: 'expand-contract' | 'at-once'
    readonly beside: readonly Row[]
    readonly back: readonly Row[]
  }
  when: Omit<Migrations, 'stated'> & { readonly store: string }
}

export const schemas = defineQuestion<SchemasParts>({
  id: 'schemas',
  asks: 'Do tables fit every version that works on them?',

  *judge(world) {
    for (const environment of world.platform ? environmentsOf(world.platform) : []) {
      // What is not live may stand still, and be made again.
      if (environment.purpose !== 'production' || environment.on.bare !== undefined) continue
      for (const store of storesIn(environment).filter(hasTables)) {
        const parts = partsOf(store, environment, world)
        if (parts.length === 0) continue
        yield {
          id: [environment.name, store.name],
          environment: environment.name,
          cluster: environment.on.name,
          says: `the tables of ${store.name} fit every version that works on them`,
          source: sourceOf(store, traitsOf(store).stated),
          parts,
        }
      }
    }
  },

  says: {
    fits: ({ store, changes, beside, back }): Words => {
      const rows = [...beside, ...back]
      if (changes === 'expand-contract')
        return {
          line: `the tables of ${store} are expanded first and contracted last: the version before fits too`,
          rows,
        }
      if (changes === undefined)
        return { line: `nobody says whether a change of the tables of ${store} fits the version before too`, rows }
      return beside.length > 0
        ? { line: `the tables of ${store} change at once, and two versions are at work on them`, rows: beside }
        : { line: `the tables of ${store} change at once, and nobody says what changes them back`, rows: back }
    },
    when: ({ store, by, late }, truth): Words => {
      if (late !== undefined)
        return {
          line: `${by.join(', ')} changes the tables of ${store}, and ${late} deploys what calls it before that`,
        }
      return truth === true
        ? { line: `the tables of ${store} are changed by ${by.join(', ')}` }
        : { line: `nobody says when the tables of ${store} are changed` }
    },
  },
})

function partsOf(store: Component, environment: Environment, world: World): readonly AnyPart<SchemasParts>[] {
  const beside = versionsBeside(store, environment, world)
  const back = waysBack(environment, world)
  // Nobody calls it that Kubernetes replaces: nothing is known of its versions.
  if (beside.callers.length === 0 || beside.told.length + back.length === 0) return []
  const isElsewhere = environment.standbyOf !== undefined || environment.activeWith !== undefined
  return [
    fitsPart(store, beside.told, back, world),
    // Rows that come from another place come with their tables.
    ...(isElsewhere ? [] : [whenPart(store, environment, world)]),
  ]
}

function fitsPart(
  store: Component,
  beside: readonly Told[],
  back: readonly Told[],
  world: World,
): AnyPart<SchemasParts> {
  const { schema, stated } = traitsOf(store)
  const because = {
    store: store.name,
    beside: beside.map(({ row }) => row),
    back: back.map(({ row }) => row),
    ...(schema && { changes: schema }),
  }
  const says = `each change of the tables of ${store.name} fits the version before too, as declared`
  const declared = schema === 'expand-contract' ? asDeclared(`schema/${store.name}`, says, world) : undefined
  const truth = declared ? declared.truth : schema === 'at-once' && beside.length > 0 ? false : undefined
  return part('fits', truth, because, {
    cause: `changed-at-once/${store.name}`,
    hint: "schema: 'expand-contract'",
    assumes: declared?.assumes ?? [],
    ...(truth === undefined && { waitsFor: `schema: of ${store.name}` }),
    stated: [stated, ...[...beside, ...back].map((one) => one.stated)],
  })
}

function whenPart(store: Component, environment: Environment, world: World): AnyPart<SchemasParts> {
  const { by, late, stated } = migrationsOf(store, environment, world)
  const truth = late !== undefined ? false : by.length > 0 ? true : undefined
  return part(
    'when',
    truth,
    { store: store.name, by, ...(late !== undefined && { late }) },
    {
      cause: `migrated-late/${store.name}`,
      hint: `migrates: [${store.name}] of what deploys there, or of a stage before it`,
      ...(truth === undefined && { waitsFor: `migrates: [${store.name}]` }),
      stated,
    },
  )
}
