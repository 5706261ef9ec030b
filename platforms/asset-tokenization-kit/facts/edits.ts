// What several proofs say differently.

import { type Correction, change, components, held, listed, promises } from '../../findings/changing.ts'
import { staging } from '../amended/environments.ts'

/** Calls of one component without those to another, by name. */
export const without = (caller: string, called: string): Correction =>
  components([caller], (options) => ({
    ...options,
    calls: listed(options.calls).filter((one) => nameOf(one) !== called),
  }))

function nameOf(call: { readonly [option: string]: unknown }): unknown {
  const to = held(call.to ?? call.component ?? call)
  return to.component === undefined ? to.name : held(to.component).name
}

/** The promised share of one environment. */
export const share = (was: string, is: string): Correction =>
  promises('availability', (options) => (options.atLeast === was ? { ...options, atLeast: is } : options))

/** What is promised of a part of production. */
export const recoveredIn = (part: string, within: string): Correction =>
  promises('recovers', (options) => (options.part === part ? { ...options, within } : options))

export const environment = (name: string, edit: Parameters<typeof change>[2]): Correction =>
  change('environment', [name], edit)

/** Stacks that watch staging in place of production. */
export const unwatched: Correction = change('monitoring', ['monitoring-stack', 'monitoring'], (options) => ({
  ...options,
  covers: [staging],
}))

/** A control of which nobody says what it is done by. */
export const unfulfilled = (control: string): Correction =>
  change('control', [control], ({ fulfilledBy, ...options }) => ({ ...options, fulfilledBy: [] }))

export const forecast = (name: string, edit: Parameters<typeof change>[2]): Correction =>
  change('forecast', [name], edit)
