// What of an environment keeps rows.

import { nounOf } from '../../platform/component/nouns.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'

/** By name. */
export function storesIn(environment: Environment): readonly Component[] {
  return componentsOf(environment)
    .filter(isStore)
    .sort((a, b) => byCodePoint(a.name, b.name))
}

/** Whatever can be backed up is there to keep rows, and so is what has volumes for them. */
export function isStore(component: Component): boolean {
  const fields = nounOf(component.noun)?.fields ?? {}
  if (Object.hasOwn(fields, 'backups')) return true
  if (component.workload !== undefined) return false
  const { keeps, elects, collects } = traitsOf(component)
  return collects === undefined && (keeps.length > 0 || elects.length > 0)
}

/** What is made again from somewhere else: nothing of it is written here first. */
export function isMadeAgain(component: Component): boolean {
  const { holds = [] } = traitsOf(component)
  return (
    holds.length > 0 &&
    holds.every(({ ofRecord, use }) => ofRecord === false || (ofRecord === undefined && use === 'queries'))
  )
}

/** Somebody keeps copies of it, or says that what it holds is nowhere else. */
export function isOfRecord(store: Component): boolean {
  const { holds = [], backsUp } = traitsOf(store)
  return backsUp.length > 0 || holds.some(({ ofRecord }) => ofRecord !== false)
}

/** Some of its members are said to follow another. */
export function isReplicated(store: Component): boolean {
  const { replicates } = traitsOf(store)
  return replicates !== undefined && replicates.mode !== 'none'
}

/** Objects have versions; rows have not. */
export function keepsObjects({ noun }: Component): boolean {
  return Object.hasOwn(nounOf(noun)?.fields ?? {}, 'versions')
}

/** Its rows lie in tables, whose shape the code that reads them was written for. */
export function hasTables({ noun }: Component): boolean {
  return Object.hasOwn(nounOf(noun)?.fields ?? {}, 'schema')
}

/** Of all that lies in it, somebody says that it is copies: nothing is there that is not elsewhere too. */
export function isOfCopies(store: Component): boolean {
  const { holds = [] } = traitsOf(store)
  return holds.length > 0 && holds.every(({ use }) => use === 'backups')
}

/** Whose copies go there, where nobody says that anything else does. */
export function copiedThere(store: Component, environment: Environment): readonly string[] {
  const { holds = [] } = traitsOf(store)
  if (!keepsObjects(store) || holds.length > 0) return []
  return storesIn(environment)
    .filter((other) => traitsOf(other).backsUp.some(({ to }) => to?.is === 'component' && to.name === store.name))
    .map(({ name }) => name)
}
