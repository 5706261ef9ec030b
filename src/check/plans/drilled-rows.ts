// Whose rows a drill carries where: rows of production do not belong where only made-up ones may lie.

import type { Assumption } from '../../engine/assumption.ts'
import type { Drill, Environment } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'

type Data = NonNullable<Environment['data']>

export interface Rows {
  readonly store: string
  readonly from: string
  readonly to: string
  readonly data: Data
  /** What may lie there; undefined where nobody says. */
  readonly allowed?: Data
}

/** Rows of persons must not come to lie where only others may. */
export const worth: { readonly [data in Data]: number } = {
  mock: 0,
  test: 0,
  synthetic: 0,
  masked: 1,
  subset: 2,
  production: 2,
}

/** Nothing where rows stay where they are, or are not those of production. */
export function rowsPart({ in: to, from, restores, stated }: Drill, { denied }: World): readonly Part<'rows', Rows>[] {
  if (!restores || !from || from.name === to.name) return []
  const data = dataOf(from)
  const allowed = dataOf(to)
  if (data === undefined) return []
  const because = { store: restores.name, from: from.name, to: to.name, data, ...(allowed && { allowed }) }
  const unsaid: Assumption = {
    id: `rows/${from.name}/${to.name}`,
    says: `rows of ${from.name} (${data}) may lie in ${to.name}, ${purposeOf(to)}, and nobody says so`,
    kind: 'declared',
    source: { stated: to.stated },
  }
  const isLess = allowed !== undefined && worth[allowed] < worth[data]
  return [
    part('rows', !isLess && !(allowed === undefined && denied.has(unsaid.id)), because, {
      assumes: allowed === undefined && !denied.has(unsaid.id) ? [unsaid] : [],
      cause: `rows-carried/${from.name}/${to.name}`,
      hint: `a place for the drill that may hold the same rows, under the rules of ${from.name}`,
      stated: [stated, from.stated, to.stated],
    }),
  ]
}

/** Whose rows an environment may hold; production holds its own where nobody says. */
export function dataOf({ data, purpose }: Environment): Data | undefined {
  return data ?? (purpose === 'production' ? 'production' : undefined)
}

function purposeOf({ purpose }: Environment): string {
  return purpose === undefined ? 'whose purpose nobody says' : `which is for ${purpose}`
}

export function rowsWords({ store, from, to, data, allowed }: Rows, truth: Truth): string {
  const carried = `the copies of ${store} carry ${data} rows of ${from} to ${to}`
  if (allowed === undefined) return `${carried}${truth === true ? '' : ', where they may not lie'}`
  return truth === true ? `${carried}, where ${allowed} rows may lie` : `${carried}, where only ${allowed} rows may lie`
}
