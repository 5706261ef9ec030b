// Rows that go back in time beside what only grows: a chain, or a register of others, still holds what was written to it since
// the copy was taken, and the store that was brought back knows nothing of it. Somebody compares the two, once the rows are back.
// Source: NIST IR 8202, Blockchain Technology Overview (doi.org/10.6028/NIST.IR.8202): what is published is not changed any more.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Procedure, Scenario, Step } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, part } from '../define.ts'
import { storesIn } from '../recovery/stores-in.ts'
import type { Truth } from '../verdict.ts'
import { overBefore } from './over-before.ts'

export type ReconciledParts = {
  reconciled: {
    readonly holder: string
    readonly stores: readonly string[]
    readonly restore: string
    readonly by?: string
  }
}

export function reconciledParts({ in: place, stated }: Scenario, by: Procedure): readonly AnyPart<ReconciledParts>[] {
  const at = by.steps.findIndex(({ does }) => does === 'restore')
  const restore = by.steps[at]
  if (!restore) return []
  const over = overBefore(by.steps)
  return componentsOf(place)
    .filter(growsOnly)
    .flatMap((holder) => {
      const stores = writtenBeside(holder, restore, place)
      if (stores.length === 0) return []
      const look = by.steps.find((step, index) => over[index]?.has(at) && comparesWith(step, holder))
      return [
        part(
          'reconciled',
          look ? true : undefined,
          { holder: holder.name, stores, restore: restore.name, ...(look && { by: look.name }) },
          {
            cause: `unreconciled/${by.name}/${holder.name}`,
            waitsFor: `who compares what comes back with ${holder.name}: a step of ${by.name} that does 'verify' of it`,
            hint: `a step that does 'verify', of: [${holder.name}], after ${restore.name}`,
            stated: [stated, by.stated, restore.stated, look?.stated, traitsOf(holder).stated],
          },
        ),
      ]
    })
}

function growsOnly(component: Component): boolean {
  return traitsOf(component).holds?.some(({ lives }) => lives === 'for-good') ?? false
}

function comparesWith({ does, of }: Step, holder: Component): boolean {
  return does === 'verify' && (of?.some(({ name }) => name === holder.name) ?? false)
}

/** Stores that the step brings back, of which some caller writes to the other as well. */
function writtenBeside(holder: Component, { of }: Step, place: Environment): readonly string[] {
  const called = componentsOf(place)
    .map((caller) => new Set(traitsOf(caller).calls.map((one) => (one.is === 'port' ? one.component.name : one.name))))
    .filter((names) => names.has(holder.name))
  return storesIn(place)
    .filter((store) => hasTransactions(store) && (of === undefined || of.some(({ name }) => name === store.name)))
    .filter(({ name }) => name !== holder.name && called.some((names) => names.has(name)))
    .map(({ name }) => name)
}

// Sessions and files are written to one place alone.
function hasTransactions(store: Component): boolean {
  return traitsOf(store).holds?.some(({ use }) => use === 'transactions') ?? false
}

export const reconciledWords = {
  reconciled: ({ holder, stores, restore, by }: ReconciledParts['reconciled'], truth: Truth): string => {
    const rows = stores.join(' and ')
    if (truth === true) return `${by} compares ${rows} with ${holder} once ${restore} is over`
    return `${holder} still holds what ${rows} ${stores.length === 1 ? 'forgets' : 'forget'} by ${restore}: nobody says that they are compared`
  },
}
